import type { WaveCheck } from '#core/ports/importer.ts';
import { type BuildOutcome, fieldsOf, noAccount, type PersonFields } from '#core/waves/index.ts';

const shownRejected = 200;

/** What a mapping made of a file, counted for the screen. */
export function checkOf({ wave, fileRows, join, notes }: BuildOutcome): WaveCheck {
  const { head, columns, rejected } = wave;
  return {
    rows: fileRows,
    answers: head.answers,
    nonResponses: head.nonResponses,
    rejected: head.rejected,
    leftOut: head.leftOut ?? 0,
    superseded: head.superseded ?? 0,
    rejectedRows: rejected.slice(0, shownRejected),
    histogram: head.histogram,
    firstDay: head.firstDay,
    lastDay: head.lastDay,
    ...knownAmong(fieldsOf(wave.people)),
    accounts: columns.account.reduce(
      (most, account) => (account === noAccount ? most : Math.max(most, account + 1)),
      0,
    ),
    dimensions: columns.segments.map(({ name, values }) => ({ name, values: values.length })),
    ratings: columns.ratings.map(({ name, values }) => ({
      name,
      answers: values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0),
    })),
    notes,
    join,
  };
}

function knownAmong(people: PersonFields): Pick<WaveCheck, 'named' | 'withEmail' | 'reachable'> {
  const known = { named: 0, withEmail: 0, reachable: 0 };
  const [name, email, phone] = (['name', 'email', 'phone'] as const).map((field) => people.field(field));
  for (let row = 0; row < people.length; row++) {
    const hasEmail = email?.has(row) ?? false;
    if (hasEmail) known.withEmail++;
    if (hasEmail || name?.has(row)) known.named++;
    if (hasEmail || phone?.has(row)) known.reachable++;
  }
  return known;
}
