import { afterEach, beforeEach, expect, test } from 'vitest';
import { rivalRef } from '#core/notes/index.ts';
import { competitor, keepRival } from '#core/themes/index.ts';
import { got } from '#test/fixtures/book.ts';
import { bookDoc, callWindows } from '#test/fixtures/callWindows.ts';
import type { CallModel } from './model.ts';

let world: Awaited<ReturnType<typeof callWindows>>;
beforeEach(async () => {
  world = await callWindows();
});
afterEach(() => world.end());

const type = ({ line }: CallModel, text: string) => line.typed(text, text.length);
const enter = (model: CallModel, text: string) => {
  type(model, text);
  model.line.enter();
};
const offered = ({ line }: CallModel) => line.offer.value?.options.map((o) => `${o.name} ${o.fits}`);
const named = ({ alternatives }: CallModel) =>
  alternatives.named.value.map((a) => `${a.name} ${a.notes} ${a.standing}`);
const people = (model: CallModel) => model.notes.value.at(-1)?.people.map((p) => p.ref);
const ledgerly = rivalRef('named-ledgerly');

test('a new name is a competitor with Tab, a mere name with Enter; from then on it is offered behind either sign', async () => {
  const ana = await world.ana.open();
  enter(ana, 'Heard of @Nimbus');
  expect(people(ana)).toEqual(['']);
  type(ana, 'They tried @Ledgerly');
  expect(offered(ana)).toEqual(['Ledgerly new']);
  ana.line.take();
  expect(ana.line.now.value).toBe('They tried @Ledgerly ');
  expect(ana.line.reading.value.people).toEqual([{ id: ledgerly, name: 'Ledgerly' }]);
  ana.line.enter();
  for (const sign of ['#', '@']) {
    type(ana, `Cheaper ${sign}led`);
    expect([offered(ana)?.[0], ana.line.offer.value?.active]).toEqual(['Ledgerly start', 0]);
    ana.line.enter();
    expect([people(ana), ana.notes.value.at(-1)?.chips]).toEqual([[ledgerly], []]);
  }
  enter(ana, 'Cheaper #ledgerly #price');
  expect(people(ana)).toEqual([ledgerly]);
  expect(named(ana)).toEqual(['Ledgerly 4 known']);
});

test('the line of a note that names one edits it, and keeps it where it was renamed meanwhile', async () => {
  const ana = await world.ana.open();
  ana.alternatives.add('Ledgerly');
  enter(ana, 'They tried it @Ledgerly');
  const [one] = ana.notes.value;
  await world.ana.replica.apply([competitor.put(bookDoc, 'named-ledgerly', { name: 'Ledger Cloud' })], {
    who: world.ana.member,
    why: 'renamed',
  });
  expect(ana.notes.value[0]?.people).toEqual([{ ref: ledgerly, name: 'Ledger Cloud' }]);
  ana.line.edit(one?.note.id ?? '');
  expect(ana.line.now.value).toBe('They tried it @Ledger-Cloud');
  enter(ana, 'They tried it in spring @Ledger-Cloud');
  expect(people(ana)).toEqual([ledgerly]);
  ana.line.edit(one?.note.id ?? '');
  enter(ana, 'They tried it');
  expect(people(ana)).toEqual([]);
});

test('how far they went is stated, and taken back with everything else', async () => {
  const ana = await world.ana.open();
  type(ana, 'They pay half @Ledgerly');
  ana.line.take();
  ana.line.enter();
  ana.alternatives.went('named-ledgerly', 'used');
  ana.alternatives.went('named-ledgerly', 'evaluated');
  ana.alternatives.went('named-ledgerly', 'evaluated');
  expect(named(ana)).toEqual(['Ledgerly 1 evaluated']);
  ana.line.undo();
  expect(named(ana)).toEqual(['Ledgerly 1 used']);
  ana.line.undo();
  expect(named(ana)).toEqual(['Ledgerly 1 known']);
  ana.line.undo();
  expect(named(ana)).toEqual([]);
  ana.line.undo();
  type(ana, '@led');
  expect(offered(ana)).toEqual(['led new']);
  ana.line.show('');
  for (let i = 0; i < 4; i++) ana.line.redo();
  expect(named(ana)).toEqual(['Ledgerly 1 evaluated']);
});

test('two who name the same competitor apart name one', async () => {
  const [ana, tom] = [await world.ana.open(), await world.tom.open()];
  for (const model of [ana, tom]) {
    type(model, 'They weigh @Ledgerly');
    model.line.take();
    model.line.enter();
  }
  await world.meet();
  expect(named(ana)).toEqual(['Ledgerly 2 known']);
  expect(named(tom)).toEqual(named(ana));
});

test('where alternatives are asked of, competitors are offered before people', async () => {
  const ana = await world.ana.open();
  ana.later();
  ana.alternatives.add('Ledgerly');
  type(ana, '@');
  expect(offered(ana)?.[0]).not.toBe('Ledgerly start');
  ana.toArea('competition');
  type(ana, 'They know @');
  expect(offered(ana)?.[0]).toBe('Ledgerly start');
});

test('a name that is none, too long or taken makes no competitor; what was typed stays', async () => {
  const ana = await world.ana.open();
  await world.ana.replica.apply(
    got(keepRival([], bookDoc, 'r1', { name: 'Acme', feature: '', theme: '', seen: {} })),
    { who: world.ana.member, why: 'test' },
  );
  expect(ana.alternatives.add('ACME')).toBe(false);
  expect(ana.alternatives.add('…')).toBe(false);
  for (const text of ['@5', `@${'a'.repeat(81)}`, '@tom']) {
    type(ana, text);
    expect(ana.line.offer.value?.options.some((o) => o.fits === 'new') ?? false).toBe(false);
  }
  enter(ana, `So says @${'a'.repeat(81)}`);
  expect(ana.notes.value.at(-1)?.note.people).toMatchObject([{ ref: '' }]);
});
