import { describe, expect, test } from 'vitest';
import { codebookOf, type InterviewFacts, starterThemes } from '#core/themes/index.ts';
import { factsWith, mentionOf } from '#test/fixtures/interviewFacts.ts';
import { makeSuggestSession } from './suggestSession.ts';

const themes = [
  ...starterThemes,
  ...codebookOf(new Map([['t1', { name: 'Board reports', category: 'product' }]])).open.filter(
    (t) => t.id === 't1',
  ),
];

const row = (interview: string, ...said: [note: string, text: string, theme: string][]) =>
  factsWith({ interview, mentions: said.map(([note, text, theme]) => mentionOf(theme, { note, text })) });

/** Rows as a table holds them; `keep` and `drop` tell the session, as any tab would. */
function table(...first: InterviewFacts[]) {
  const rows = new Map(first.map((r) => [r.interview, r]));
  let tell: (interview: string | null) => void = () => {};
  return {
    interviews: async () => [...rows.keys()],
    read: async (interviews: readonly string[]) => interviews.map((i) => rows.get(i)),
    watch(onChange: typeof tell) {
      tell = onChange;
    },
    keep(changed: InterviewFacts) {
      rows.set(changed.interview, changed);
      tell(changed.interview);
    },
    drop(interview: string, untold = false) {
      rows.delete(interview);
      tell(untold ? null : interview);
    },
  };
}
const line = 'the carousel stutters';
const pause = async () => {};
async function over(rows: ReturnType<typeof table>) {
  const session = makeSuggestSession(rows, pause);
  session.follow(themes);
  await session.whenLearned();
  return session;
}
const first = (session: Awaited<ReturnType<typeof over>>) => session.suggest(line)[0]?.theme;

describe('the suggesting worker', () => {
  test('learns all stored notes, many pieces long', async () => {
    const others = Array.from({ length: 45 }, (_, i) =>
      row(`o${i}`, [`n${i}`, 'nobody answers the phone', 'starter-service-responsiveness']),
    );
    expect(first(await over(table(...others, row('i', ['n', line, 't1']))))).toBe('t1');
  });

  test('follows what is tagged and erased in other tabs', async () => {
    const rows = table();
    const session = await over(rows);
    expect(session.suggest(line)).toEqual([]);
    rows.keep(row('i', ['n', line, 't1']));
    await session.whenLearned();
    expect(first(session)).toBe('t1');
    rows.drop('i');
    await session.whenLearned();
    expect(session.suggest(line)).toEqual([]);
  });

  test('a change that does not say where forgets what is gone as well', async () => {
    const rows = table(row('i', ['n', line, 't1']));
    const session = await over(rows);
    expect(first(session)).toBe('t1');
    rows.drop('i', true);
    await session.whenLearned();
    await session.whenLearned();
    expect(session.suggest(line)).toEqual([]);
  });

  test('what the screen holds goes before what is stored, until it is let go of', async () => {
    const rows = table(row('i', ['n', 'an older wording', 't1']));
    const session = await over(rows);
    session.hold('i', [{ note: 'n', text: line, themes: ['t1'] }]);
    expect(first(session)).toBe('t1');
    rows.keep(row('i', ['n', 'an older wording', 't1']));
    await session.whenLearned();
    expect(first(session)).toBe('t1');
    session.release('i');
    await session.whenLearned();
    expect(session.suggest(line)).toEqual([]);
  });

  test('goes on without a disk', async () => {
    const broken = {
      ...table(),
      interviews: () => Promise.reject(new Error('no disk')),
      read: () => Promise.reject(new Error('no disk')),
    };
    const session = await over(broken);
    session.hold('i', [{ note: 'n', text: line, themes: ['t1'] }]);
    expect(first(session)).toBe('t1');
    session.release('i');
    await session.whenLearned();
    expect(session.nearest('price', 1)).toEqual(['starter-value-price']);
  });
});
