import { describe, expect, test } from 'vitest';
import { factsWith } from '#test/fixtures/interviewFacts.ts';
import { docName } from '../model/docName.ts';
import { type MemberId, parseId, type WorkspaceId } from '../model/ids.ts';
import { recordsIn } from '../model/record.ts';
import { editNote, joinNotes, mention, note, notesOf, tagNote } from '../notes/index.ts';
import { MemoryReplica } from '../replica/index.ts';
import { alphaOfSums } from './agreement.ts';
import {
  agreementOf,
  type CodingFact,
  codebookOf,
  codedTag,
  codedTagsOf,
  codeNote,
  coding,
  codingFactsOf,
  dropCoding,
  handInCoding,
  type InterviewFacts,
  ownTagsOf,
  settle,
  settlement,
  startCoding,
  starterId,
  uncodeNote,
} from './index.ts';

const id = <K extends string>(text: string) => {
  const parsed = parseId<K>(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};
const workspace: WorkspaceId = id<'workspace'>('w');
const me: MemberId = id<'member'>('ada');
const doc = docName(workspace, 'interview', 'i1');
const price = starterId('value', 'price');
const speed = starterId('product', 'speed');
const book = codebookOf(new Map());
const ada = { id: 'ada', name: 'Ada' };
const bo = { id: 'bo', name: 'Bo' };

async function interviewWith(notes: readonly string[]) {
  const replica = new MemoryReplica();
  const open = await replica.open(doc);
  const write = (changes: Parameters<MemoryReplica['apply']>[0]) =>
    replica.apply(changes, { who: me, why: 'test' });
  const done = async (made: ReturnType<typeof startCoding>) => {
    if (!made.ok) throw new Error(made.why.kind);
    await write(made.value);
  };
  await write(
    notes.map((text, i) =>
      note.put(doc, `n${i}`, {
        text,
        order: `a${i}`,
        at: i,
        area: 'scoreDrivers',
        author: 'ada',
        severity: 2,
      }),
    ),
  );
  return { open, write, done };
}

describe('coding apart', () => {
  test('starts from one’s own tags of the call, never from those of others', async () => {
    const { open, write, done } = await interviewWith(['too dear', 'slow']);
    await write([
      tagNote(doc, { id: 'n0', severity: 3 }, price, 'ada'),
      tagNote(doc, { id: 'n1', severity: 1 }, speed, 'cy'),
    ]);
    await done(startCoding(open, doc, ada, 5));
    await done(startCoding(open, doc, bo, 6));
    expect(codedTagsOf(open, 'ada').map((t) => [t.note, t.theme, t.severity])).toEqual([['n0', price, 3]]);
    expect(codedTagsOf(open, 'bo')).toEqual([]);
    expect(startCoding(open, doc, ada, 9)).toEqual({ ok: true, value: [] });
  });

  test('a tag stays its tagger’s when somebody else says how grave the note is, or joins it to one of theirs', async () => {
    const { open, write } = await interviewWith(['too dear', 'slow', 'and dear']);
    await write([
      tagNote(doc, { id: 'n0', severity: 0 }, price, 'ada'),
      tagNote(doc, { id: 'n2', severity: 3 }, price, 'bo'),
    ]);
    const notes = () => notesOf(open.read('note'), open.read('mention'));
    const before = { text: 'too dear', verbatim: false, severity: 2, valence: 'none' } as const;
    const [first] = notes();
    if (!first) throw new Error('no note');
    const after = { ...before, severity: 1 } as const;
    await write(
      editNote({
        doc,
        note: first,
        before,
        after,
        tagged: [price],
        put: new Map([[price, 1]]),
        drop: [],
        by: 'bo',
      }),
    );
    expect(first.mentions[0]?.severity).toBe(0);
    expect(notes()[0]?.mentions).toMatchObject([{ severity: 1, by: 'ada' }]);
    expect(ownTagsOf(open, 'bo').map((m) => m.note)).toEqual(['n2']);
    const [into, , from] = notes();
    if (into && from) await write(joinNotes(doc, into, from));
    expect(notes()[0]?.mentions).toMatchObject([{ severity: 3, by: 'ada' }]);
  });

  test('is refused without a note, and before it was begun', async () => {
    const { open } = await interviewWith([]);
    expect(startCoding(open, doc, ada, 5)).toEqual({ ok: false, why: { kind: 'noNotes' } });
    expect(handInCoding(open, doc, 'ada', 5)).toEqual({ ok: false, why: { kind: 'notStarted' } });
  });

  test('can be changed and thrown away until it is handed in, and then no longer', async () => {
    const { open, done } = await interviewWith(['too dear']);
    const tag = { note: 'n0', theme: price, severity: 2 as const };
    await done(startCoding(open, doc, bo, 5));
    await done(codeNote(open, doc, 'bo', tag));
    await done(uncodeNote(open, doc, 'bo', tag));
    expect(codedTagsOf(open, 'bo')).toEqual([]);
    await done(codeNote(open, doc, 'bo', tag));
    await done(handInCoding(open, doc, 'bo', 9));
    const refused = { ok: false, why: { kind: 'handedIn' } };
    expect(codeNote(open, doc, 'bo', { ...tag, theme: speed })).toEqual(refused);
    expect(uncodeNote(open, doc, 'bo', tag)).toEqual(refused);
    expect(dropCoding(open, doc, 'bo')).toEqual(refused);
    expect(recordsIn(open, coding)[0]).toMatchObject({ coder: 'bo', coderName: 'Bo', doneAt: 9 });
  });

  test('thrown away leaves nothing of it, and nothing of others', async () => {
    const { open, done } = await interviewWith(['too dear']);
    for (const one of [ada, bo]) {
      await done(startCoding(open, doc, one, 5));
      await done(codeNote(open, doc, one.id, { note: 'n0', theme: price, severity: 0 }));
    }
    await done(dropCoding(open, doc, 'bo'));
    expect(recordsIn(open, coding).map((c) => c.coder)).toEqual(['ada']);
    expect(recordsIn(open, codedTag).map((c) => c.coder)).toEqual(['ada']);
  });

  test('never counts as a tag of the interview', async () => {
    const { open, done } = await interviewWith(['too dear']);
    await done(startCoding(open, doc, bo, 5));
    await done(codeNote(open, doc, 'bo', { note: 'n0', theme: price, severity: 0 }));
    expect(recordsIn(open, mention)).toEqual([]);
  });

  test('what is settled is written down and the tags of the call follow, the codings stay', async () => {
    const { open, write, done } = await interviewWith(['too dear', 'dear again']);
    await done(startCoding(open, doc, bo, 5));
    await done(codeNote(open, doc, 'bo', { note: 'n0', theme: price, severity: 0 }));
    await done(handInCoding(open, doc, 'bo', 9));
    const named = (theme: string) => theme;
    await write(settle(open, doc, { theme: price, holds: true, notes: ['n0', 'gone'] }, ada, named));
    expect(recordsIn(open, mention)).toMatchObject([{ note: 'n0', theme: price, severity: 2, by: 'ada' }]);
    await write([tagNote(doc, { id: 'n1', severity: 1 }, 'old-price', 'ada')]);
    const merged = (theme: string) => (theme === 'old-price' ? price : theme);
    await write(settle(open, doc, { theme: price, holds: false, notes: ['n0'] }, ada, merged));
    expect(recordsIn(open, mention)).toEqual([]);
    expect(recordsIn(open, settlement)).toMatchObject([{ theme: price, holds: false, byName: 'Ada' }]);
    expect(codedTagsOf(open, 'bo')).toHaveLength(1);
  });

  test('who settled a difference did not say so in the call: their own coding starts without it', async () => {
    const { open, write, done } = await interviewWith(['too dear']);
    await write(settle(open, doc, { theme: price, holds: true, notes: ['n0'] }, ada, (t) => t));
    expect(recordsIn(open, mention)).toHaveLength(1);
    await done(startCoding(open, doc, ada, 5));
    expect(codedTagsOf(open, 'ada')).toEqual([]);
  });

  test('goes into the interview’s row with the words, and leaves a row without codings as it was', async () => {
    const { open, done } = await interviewWith(['too dear']);
    const factsNow = () =>
      codingFactsOf(
        recordsIn(open, note),
        recordsIn(open, coding),
        recordsIn(open, codedTag),
        recordsIn(open, settlement),
      );
    expect(factsNow()).toEqual({});
    await done(startCoding(open, doc, bo, 5));
    await done(codeNote(open, doc, 'bo', { note: 'n0', theme: price, severity: 1 }));
    await done(codeNote(open, doc, 'bo', { note: 'gone', theme: price, severity: 1 }));
    expect(factsNow().codings).toEqual([
      {
        coder: 'bo',
        name: 'Bo',
        doneAt: 0,
        tags: [{ note: 'n0', theme: price, severity: 1, text: 'too dear' }],
      },
    ]);
  });
});

describe('agreement of two coders', () => {
  const coded = (coder: string, themes: readonly string[], doneAt = 9): CodingFact => ({
    coder,
    name: coder,
    doneAt,
    tags: themes.map((theme) => ({ note: 'n1', theme, severity: 2, text: 'said' })),
  });
  const interview = (codings: readonly CodingFact[], over: Partial<InterviewFacts> = {}) =>
    factsWith({ codings, ...over });
  const times = (n: number, first: readonly string[], second: readonly string[]) =>
    Array.from({ length: n }, () => interview([coded('ada', first), coded('bo', second)]));
  /** The reference table theme_present_absent_30: 11 both, 3 only the first, 2 only the second, 14 neither. */
  const thirty = [
    ...times(11, [price], [price]),
    ...times(3, [price], [speed]),
    ...times(2, [speed], [price]),
    ...times(14, [speed], [speed]),
  ];

  test('per theme is Cohen’s kappa of interviews, with R’s interval', () => {
    const { themes, coded: pairs, disagreements } = agreementOf(thirty, book);
    expect(pairs).toHaveLength(30);
    const on = themes.find((t) => t.theme === price);
    expect(on).toMatchObject({ both: 11, onlyFirst: 3, onlySecond: 2, neither: 14 });
    if (on?.kappa.kind !== 'kappa') throw new Error(on?.kappa.kind);
    expect(on.kappa.value).toBeCloseTo(0.663677130044843, 12);
    expect(on.kappa.low).toBeCloseTo(0.395333468129662, 12);
    expect(disagreements).toHaveLength(10);
  });

  test('overall is Krippendorff’s alpha, with a range from drawing interviews again, the same every time', () => {
    const one = agreementOf(thirty, book);
    expect(one.overall).toMatchObject({ kind: 'alpha' });
    if (one.overall.kind !== 'alpha' || !one.range) throw new Error('no alpha');
    expect(one.range.low).toBeLessThan(one.overall.value);
    expect(one.range.high).toBeGreaterThan(one.overall.value);
    expect(agreementOf(thirty, book).range).toEqual(one.range);
  });

  test('the range is reckoned from sums that give the very alpha', () => {
    const { overall } = agreementOf(thirty, book);
    // 30 interviews by 2 themes, 10 differences; price is said 27 times, speed 33
    expect(overall.kind === 'alpha' && overall.value).toBeCloseTo(
      alphaOfSums({ pairs: 60, differ: 10, yes: 60 }),
      12,
    );
  });

  test('says too few instead of a kappa below ten interviews', () => {
    const few = agreementOf(times(9, [price], [price]), book);
    expect(few.themes[0]?.kappa).toEqual({ kind: 'tooFew', n: 9, need: 10 });
    expect(few.range).toBeNull();
    expect(few.overall).toMatchObject({ kind: 'noAlpha', why: 'oneValue' });
  });

  test('compares only what two have handed in, and follows merges', () => {
    const merged = codebookOf(new Map([[speed, { mergedInto: price }]]));
    const facts = [
      interview([coded('ada', [price]), coded('bo', [speed], 0)]),
      interview([coded('ada', [price]), coded('bo', [speed], 5)]),
      interview([]),
    ];
    const found = agreementOf(facts, merged);
    expect(found.coded).toHaveLength(1);
    expect(found.waiting).toBe(1);
    expect(found.disagreements).toEqual([]);
  });

  test('names who said what, with the words, and what was settled since comes last', () => {
    const facts = [
      interview([coded('ada', [price]), coded('bo', [])], { settled: [{ theme: price, holds: false }] }),
      interview([coded('bo', [price]), coded('ada', [])]),
    ];
    const [open, settled] = agreementOf(facts, book).disagreements;
    expect(open).toMatchObject({ name: 'Price', settled: null, notes: [{ note: 'n1', text: 'said' }] });
    expect([open?.by.coder, open?.not.coder]).toEqual(['bo', 'ada']);
    expect(settled?.settled).toBe(false);
  });

  test('nothing coded is nothing to compare', () => {
    expect(agreementOf([], book)).toMatchObject({
      coded: [],
      themes: [],
      overall: { kind: 'noAlpha', why: 'noPairs' },
      range: null,
    });
  });
});
