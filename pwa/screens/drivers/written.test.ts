import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { memoryWorld } from '#core/replica/index.ts';
import { referenceTo, starterId, theme } from '#core/themes/index.ts';
import { driverDocs, driverMember, driversWorld } from '#test/fixtures/driversWorld.ts';
import { factsWith, mentionOf } from '#test/fixtures/interviewFacts.ts';
import type { DriversModel } from './model.ts';
import { plainParagraph } from './table.ts';

const reliability = starterId('product', 'reliability');
const price = starterId('value', 'price');
const said = mentionOf(reliability, { note: 'a1b2c3d4e5f6', text: 'It fails on close day, every time.' });
const other = mentionOf(reliability, { note: 'z9y8x7w6v5u4', text: 'The auditor asked why.' });
const interviews = [
  factsWith({ interview: 'i-said', mentions: [said] }),
  factsWith({ interview: 'i-other', consentQuote: 'withName', mentions: [other] }),
];

const editable = (model: DriversModel, of = reliability) => model.written.editable(of);
/** Types a text letter by letter, as the textarea hands it over. */
function type(model: DriversModel, text: string, of = reliability): void {
  for (const letter of text) {
    const [first] = editable(model, of);
    if (!first) throw new Error('nothing to write in');
    model.written.write(of, first.id, first.text, first.text + letter);
  }
}
async function shownOf(w: ReturnType<typeof driversWorld>): Promise<string[]> {
  const row = (await w.ready()).rows.find((r) => r.theme === reliability);
  return (row?.paragraphs ?? []).map(plainParagraph);
}

test('a paragraph keeps its id from before its first letter, and while it stands empty again', async () => {
  const w = driversWorld(interviews);
  await w.ready();
  const [before] = editable(w.model);
  type(w.model, 'Close day.');
  expect(editable(w.model)).toMatchObject([{ id: before?.id, text: 'Close day.', byName: 'Mo' }]);
  expect(await shownOf(w)).toEqual(['Close day.']);
  w.model.written.write(reliability, before?.id ?? '', 'Close day.', '');
  expect(editable(w.model)).toMatchObject([{ id: before?.id, text: '' }]);
  expect(await shownOf(w)).toEqual([]);
});

test('what another tab wrote since the last letter stays, whatever is typed on the older text', async () => {
  const memory = memoryWorld();
  const [one, two] = [
    driversWorld(interviews, { memory }),
    driversWorld(interviews, { memory, seed: 'two' }),
  ];
  await one.ready();
  await two.ready();
  type(one.model, 'Exports fail.');
  await vi.waitFor(() => expect(editable(two.model)[0]?.text).toBe('Exports fail.'));
  const [first] = editable(two.model);
  if (!first) throw new Error('no paragraph');
  two.model.written.write(reliability, first.id, first.text, 'Exports fail. Nobody owns it.');
  // tab one has not been painted since: its text is still the older one
  const next = one.model.written.write(reliability, first.id, 'Exports fail.', 'Since May: Exports fail.');
  await vi.waitFor(() => {
    expect(editable(one.model)[0]?.text).toBe('Since May: Exports fail. Nobody owns it.');
    expect(editable(two.model)[0]?.text).toBe('Since May: Exports fail. Nobody owns it.');
  });
  expect(next).toContain('Since May');
});

test('two who begin at once see both paragraphs, and can make them one and take that back', async () => {
  const memory = memoryWorld();
  const [one, two] = [
    driversWorld(interviews, { memory }),
    driversWorld(interviews, { memory, seed: 'two' }),
  ];
  await one.ready();
  await two.ready();
  const [mine, theirs] = [editable(one.model)[0], editable(two.model)[0]];
  one.model.written.write(reliability, mine?.id ?? '', '', 'A');
  two.model.written.write(reliability, theirs?.id ?? '', '', 'B');
  await vi.waitFor(() => expect(editable(one.model)).toHaveLength(2));
  const texts = editable(one.model).map(({ text }) => text);
  const undo = one.model.written.join(reliability);
  expect(await shownOf(one)).toEqual([texts.join('\n\n')]);
  undo?.();
  expect(editable(one.model).map(({ text }) => text)).toEqual(texts);
  expect(two.model.written.join(price)).toBeNull();
});

test('a quote in a paragraph and a pinned one follow consent, wording and erasure at once', async () => {
  const w = driversWorld(interviews);
  await w.ready();
  type(w.model, `They say ${referenceTo(said.note, w.model.notes.value)}.`);
  w.model.written.pin(reliability, said.note);
  const row = async () => (await w.ready()).rows[0];
  expect(await shownOf(w)).toEqual(['They say “It fails on close day, every time.”.']);
  expect(await row()).toMatchObject({ pinned: true, quote: { text: said.text } });
  const [first, second] = interviews;
  if (!first || !second) throw new Error('two interviews');
  w.become([{ ...first, mentions: [{ ...said, text: 'It failed in May.' }] }, second]);
  await vi.waitFor(async () => expect(await shownOf(w)).toEqual(['They say “It failed in May.”.']));
  w.become([{ ...first, consentQuote: 'no' }, second]);
  await vi.waitFor(async () =>
    expect(await shownOf(w)).toEqual(['They say [quote not shown: its speaker has not allowed it].']),
  );
  expect(await row()).toMatchObject({ pinned: false, quote: { text: other.text, name: 'Ada Byron' } });
  w.become([second]);
  await vi.waitFor(async () => expect(await shownOf(w)).toEqual(['They say [quote no longer there].']));
  w.model.downloadCsv();
  expect(w.saved[0]?.text).not.toContain('close day');
});

test('a pin is taken back by undo or by hand, also one that came with a merged theme', async () => {
  const w = driversWorld(interviews);
  await w.ready();
  const pinned = async () => (await w.ready()).rows.find((r) => r.theme === reliability)?.pinned;
  const undo = w.model.written.pin(reliability, other.note);
  expect(await pinned()).toBe(true);
  expect(w.model.written.pin(reliability, other.note)).toBeNull();
  undo?.();
  expect(await pinned()).toBe(false);
  w.model.written.pin(price, other.note);
  await w.replica.apply([theme.put(driverDocs.codebook, price, { mergedInto: reliability })], driverMember);
  await vi.waitFor(async () => expect(await pinned()).toBe(true));
  const back = w.model.written.pin(reliability, '');
  expect(await pinned()).toBe(false);
  back?.();
  expect(await pinned()).toBe(true);
});

test('the paragraph of a merged theme comes along', async () => {
  const w = driversWorld(interviews);
  await w.ready();
  type(w.model, 'Of price.', price);
  await w.replica.apply([theme.put(driverDocs.codebook, price, { mergedInto: reliability })], driverMember);
  await vi.waitFor(async () => expect(await shownOf(w)).toEqual(['Of price.']));
});

test('another cycle has paragraphs of its own', async () => {
  const w = driversWorld(interviews);
  await w.ready();
  type(w.model, 'This quarter.');
  w.deps.state.cycle.value = 'q3';
  await w.ready();
  expect(editable(w.model)).toMatchObject([{ text: '' }]);
  w.deps.state.cycle.value = 'q4';
  await vi.waitFor(() => expect(editable(w.model)).toMatchObject([{ text: 'This quarter.' }]));
});

test('whatever two tabs type in turn, each on what it last saw, no letter is lost', async () => {
  const memory = memoryWorld();
  const tabs = [driversWorld(interviews, { memory }), driversWorld(interviews, { memory, seed: 'two' })];
  for (const tab of tabs) await tab.ready();
  type(tabs[0]?.model as DriversModel, '|');
  await vi.waitFor(() => expect(editable(tabs[1]?.model as DriversModel)[0]?.text).toBe('|'));
  const id = editable(tabs[0]?.model as DriversModel)[0]?.id ?? '';
  let typed = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(1), { minLength: 1, maxLength: 6 }), async (turns) => {
      for (const turn of turns) {
        const model = tabs[turn]?.model as DriversModel;
        const now = editable(model)[0]?.text ?? '';
        model.written.write(reliability, id, now, turn === 0 ? `a${now}` : `${now}b`);
        typed++;
      }
      await vi.waitFor(() => {
        const [one, two] = tabs.map((tab) => editable(tab.model)[0]?.text ?? '');
        expect(one).toBe(two);
        expect(one).toHaveLength(typed + 1);
      });
    }),
    { numRuns: 20 },
  );
});
