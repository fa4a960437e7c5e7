import { describe, expect, test, vi } from 'vitest';
import { docName } from '#core/model/docName.ts';
import { recordsIn } from '#core/model/record.ts';
import { interviewHead, mention, note, tagNote } from '#core/notes/index.ts';
import { MemoryReplica } from '#core/replica/index.ts';
import { codedTagsOf, codingOf, starterId, theme } from '#core/themes/index.ts';
import { idOf } from '#test/fixtures/waves.ts';
import { makeCodingModel } from './codingModel.ts';

const member = idOf<'member'>('bo');
const workspace = idOf<'workspace'>('w');
const doc = docName(workspace, 'interview', 'i1');
const price = starterId('value', 'price');
const speed = starterId('product', 'speed');

async function world(notes: readonly string[], who = member) {
  const replica = new MemoryReplica();
  const write = (changes: Parameters<MemoryReplica['apply']>[0]) =>
    replica.apply(changes, { who, why: 'test' });
  await write([
    interviewHead.put(doc, 'head', {
      cycle: 'q4',
      person: 'p',
      name: 'Ines Duarte',
      band: 'detractor',
      score: 3,
      interviewer: 'ada',
      guide: 'g',
      guideVersion: 1,
      startedAt: 1,
    }),
    ...notes.map((text, i) =>
      note.put(doc, `n${i}`, {
        text,
        order: `a${i}`,
        at: i,
        area: 'scoreDrivers',
        author: 'ada',
        severity: 3,
      }),
    ),
    ...notes.map((_, i) => tagNote(doc, { id: `n${i}`, severity: 3 }, price, 'ada')),
  ]);
  const gone: string[] = [];
  const said: { text: string; run: (() => void) | undefined }[] = [];
  const model = makeCodingModel(
    {
      replica,
      session: { workspace, member: who, memberName: 'Bo' },
      clock: { now: () => 77, steady: () => 77 },
      go: (href) => gone.push(href),
      say: (text, action) => said.push({ text, run: action?.run }),
    },
    'i1',
  );
  const open = await replica.open(doc);
  await vi.waitFor(() => expect(model.view.value.kind).not.toBe('loading'));
  const notesNow = () => {
    const view = model.view.value;
    if (view.kind !== 'open') throw new Error(view.kind);
    return view.notes;
  };
  return { model, open, write, gone, said, notesNow };
}

describe('coding an interview alone', () => {
  test('shows the words and no tag of anybody else, and looking leaves no trace', async () => {
    const { notesNow, open } = await world(['too dear', 'slow']);
    expect(notesNow().map((n) => [n.text, n.tags])).toEqual([
      ['too dear', []],
      ['slow', []],
    ]);
    expect(codingOf(open, 'bo')).toBeNull();
  });

  test('names whom it codes only where they allowed to be quoted by name', async () => {
    const { model, write } = await world(['too dear']);
    expect(model.view.value).toMatchObject({ who: 'detractor, score 3' });
    await write([interviewHead.put(doc, 'head', { consentQuote: 'withName' })]);
    await vi.waitFor(() => expect(model.view.value).toMatchObject({ who: 'Ines Duarte' }));
    await write([interviewHead.put(doc, 'head', { consentQuote: 'withoutName' })]);
    await vi.waitFor(() => expect(model.view.value).toMatchObject({ who: 'detractor, score 3' }));
    expect(JSON.stringify(model.view.value)).not.toContain('Ines');
  });

  test('who tagged in the call begins with those tags', async () => {
    const { notesNow, model, open } = await world(['too dear'], idOf<'member'>('ada'));
    expect(notesNow()[0]?.tags).toEqual([{ theme: price, name: 'Price', severity: 3 }]);
    await model.untag('n0', price);
    expect(notesNow()[0]?.tags).toEqual([]);
    expect(recordsIn(open, mention)).toHaveLength(1);
  });

  test('tags, grades round and round, and takes off again', async () => {
    const { model, notesNow } = await world(['too dear']);
    await model.tag('n0', price);
    const grade = () => notesNow()[0]?.tags[0]?.severity;
    expect(grade()).toBe(0);
    for (const next of [1, 2, 3, 0]) {
      await model.regrade('n0', price);
      expect(grade()).toBe(next);
    }
    await model.untag('n0', price);
    expect(notesNow()[0]?.tags).toEqual([]);
  });

  test('offers themes by what is typed, not those the note has, the ones used here first', async () => {
    const { model, notesNow } = await world(['too dear', 'slow']);
    await model.tag('n0', speed);
    const [first, second] = notesNow();
    if (!first || !second) throw new Error('two notes');
    expect(model.matches(second, '')[0]?.id).toBe(speed);
    expect(model.matches(first, 'spe').map((m) => m.id)).not.toContain(speed);
    expect(model.matches(second, 'pri').map((m) => m.name)).toContain('Price');
    expect(model.matches(second, 'zzz')).toEqual([]);
  });

  test('a theme merged meanwhile counts for the other, and comes off under both names', async () => {
    const { model, write, notesNow, open } = await world(['too dear']);
    await model.tag('n0', speed);
    await model.tag('n0', price);
    await write([theme.put(docName(workspace, 'codebook'), speed, { mergedInto: price })]);
    await vi.waitFor(() => expect(notesNow()[0]?.tags).toHaveLength(1));
    await model.untag('n0', price);
    expect(codedTagsOf(open, 'bo')).toEqual([]);
  });

  test('handed in it says so and stays; thrown away it leaves nothing, and can be put back', async () => {
    const one = await world(['too dear']);
    await one.model.tag('n0', price);
    await one.model.handIn();
    expect(one.model.view.value.kind).toBe('handedIn');
    await one.model.untag('n0', price);
    expect(codedTagsOf(one.open, 'bo')).toHaveLength(1);
    expect(codingOf(one.open, 'bo')).toMatchObject({ coderName: 'Bo', startedAt: 77, doneAt: 77 });
    const other = await world(['too dear']);
    await other.model.tag('n0', price);
    await other.model.drop();
    expect(other.gone).toEqual(['/evidence?show=agreement']);
    expect([codingOf(other.open, 'bo'), codedTagsOf(other.open, 'bo')]).toEqual([null, []]);
    // The screen is left by then.
    other.model.dispose();
    expect(other.said.map((s) => s.text)).toEqual(['Your coding is thrown away.']);
    other.said[0]?.run?.();
    expect(codingOf(other.open, 'bo')).toMatchObject({ coderName: 'Bo', startedAt: 77, doneAt: 0 });
    expect(codedTagsOf(other.open, 'bo')).toMatchObject([{ note: 'n0', theme: price }]);
  });

  test('says when there is nothing to code', async () => {
    expect((await world([])).model.view.value.kind).toBe('noNotes');
    const { model } = await world(['too dear']);
    model.dispose();
  });
});
