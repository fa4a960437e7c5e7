import type { WaveCheck } from '#core/ports/importer.ts';
import { type BuildOutcome, noAccount, type Person } from '#core/waves/index.ts';

const shownRejected = 200;

/** What a mapping made of a file, counted for the screen. */
export function checkOf({ wave, fileRows, join, notes }: BuildOutcome): WaveCheck {
  const { head, columns, people, rejected } = wave;
  const having = (is: (person: Person) => boolean): number =>
    people.reduce((count, person) => count + (is(person) ? 1 : 0), 0);
  return {
    rows: fileRows,
    answers: head.answers,
    nonResponses: head.nonResponses,
    rejected: head.rejected,
    rejectedRows: rejected.slice(0, shownRejected),
    histogram: head.histogram,
    firstDay: head.firstDay,
    lastDay: head.lastDay,
    named: having(({ name, email }) => name !== '' || email !== ''),
    withEmail: having(({ email }) => email !== ''),
    reachable: having(({ email, phone }) => email !== '' || phone !== ''),
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
