import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Book, bookDoc, got } from '#test/fixtures/book.ts';
import { factsWith, mentionOf } from '#test/fixtures/interviewFacts.ts';
import {
  type InterviewFacts,
  keepRival,
  mergeThemes,
  type RivalFact,
  type RivalStanding,
  rivalsOf,
  rivalTable,
} from './index.ts';

const book = new Book('me', ['price', 'speed', 'cost']);
book.apply(got(mergeThemes(book.book(), bookDoc, 'cost', 'price')));
const naming = (competitor: string, note: string, over: Partial<RivalFact> = {}): RivalFact => ({
  ...{ competitor, note, name: `${competitor} as written` },
  ...{ severity: 0, verbatim: false, valence: 'none', text: 'They close in two days.' },
  ...over,
});
/** Competitors of the codebook, with how far customers of interviews went. */
function known(seen: Record<string, Record<string, RivalStanding>>) {
  const b = new Book('me');
  for (const [name, went] of Object.entries(seen)) {
    const rivals = rivalsOf(b.read('competitor'), b.read('sighting'));
    b.apply(got(keepRival(rivals, bookDoc, name, { name, feature: 'Closes fast', theme: 'a', seen: went })));
  }
  return rivalsOf(b.read('competitor'), b.read('sighting'));
}
const tableOf = (facts: readonly InterviewFacts[], rivals = known({})) =>
  rivalTable(facts, rivals, book.book());

describe('which competitors customers speak of', () => {
  test('by hand: who, how often, by which band, how far, on what', () => {
    const facts = [
      factsWith({
        interview: 'one',
        mentions: [
          mentionOf('cost', { note: 'n1', valence: 'good' }),
          mentionOf('price', { note: 'n2', valence: 'bad' }),
          mentionOf('speed', { note: 'n3' }),
        ],
        rivals: [naming('Acme', 'n1'), naming('Acme', 'n2'), naming('Zed', 'n4')],
      }),
      factsWith({ interview: 'two', band: 'promoter', rivals: [naming('Acme', 'n5')] }),
      factsWith({ interview: 'three', band: 'promoter' }),
      factsWith({ interview: 'four', band: 'passive' }),
      factsWith({ interview: 'left', notes: 0, rivals: [naming('Acme', 'n6')] }),
    ];
    const rivals = known({ Acme: { one: 'used', four: 'evaluated', elsewhere: 'used' }, Quiet: {} });
    const { rows, interviews, naming: some } = tableOf(facts, rivals);
    expect([interviews, some]).toEqual([{ detractor: 1, passive: 1, promoter: 2 }, 3]);
    expect(rows.map((r) => r.name)).toEqual(['Acme', 'Zed as written']);
    const [acme] = rows;
    expect(acme?.interviews).toEqual(['one', 'two', 'four']);
    expect(acme?.feature).toBe('Closes fast');
    expect(acme?.byBand.detractor).toMatchObject({ k: 1, n: 1 });
    expect(acme?.byBand.passive).toMatchObject({ k: 1, n: 1 });
    expect(acme?.byBand.promoter).toMatchObject({ k: 1, n: 2 });
    expect(acme?.standing).toEqual({ known: 1, evaluated: 1, used: 1 });
    // Both notes say it of the one theme that the other was merged into; of speed nobody compared them.
    expect(acme?.on).toMatchObject([{ theme: 'price', name: 'theme price', k: 1, good: 1, bad: 1 }]);
  });

  test('words are shown only where the customer allowed it', () => {
    const said = { rivals: [naming('Acme', 'n1', { verbatim: true })] };
    const quote = (over: Partial<InterviewFacts>) =>
      tableOf([factsWith({ ...said, ...over })]).rows[0]?.quote;
    expect(quote({})).toMatchObject({ kind: 'quote', text: 'They close in two days.', name: '' });
    expect(quote({ consentQuote: 'no' })).toEqual({ kind: 'withheld', verbatims: 1 });
  });

  test('rows written before competitors could be named are read', () => {
    expect(tableOf([factsWith({})]).rows).toEqual([]);
    expect(tableOf([])).toMatchObject({ naming: 0, rows: [] });
  });

  test('whoever names whom: an interview counts once, in its band, with one standing', () => {
    const ids = ['a', 'b', 'c'];
    const band = fc.constantFrom('detractor', 'passive', 'promoter');
    const named = fc.array(fc.tuple(fc.constantFrom(...ids), fc.nat(3)), { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(fc.record({ band, named }), { maxLength: 8 }), (calls) => {
        const facts = calls.map(({ band, named }) =>
          factsWith({ band, rivals: named.map(([id, note]) => naming(id, `n${note}`)) }),
        );
        const { rows, naming: some } = tableOf(facts);
        for (const row of rows) {
          const k = row.interviews.length;
          expect(new Set(row.interviews).size).toBe(k);
          expect(Object.values(row.byBand).reduce((sum, f) => sum + f.k, 0)).toBe(k);
          expect(Object.values(row.standing).reduce((sum, n) => sum + n, 0)).toBe(k);
        }
        expect(some).toBe(calls.filter((c) => c.named.length > 0).length);
      }),
    );
  });
});
