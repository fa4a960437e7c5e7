import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCollection } from '#core/replica/index.ts';
import { type Codebook, driverTable, treeOf } from '#core/themes/index.ts';
import { bands } from '#core/waves/index.ts';
import { type Act, acts, type What } from './converge/acts.ts';
import { bookDoc, type Device, interviews, Wires } from './converge/device.ts';

/** Cases in `npm test`; `npm run test:crash` asks for 10,000. */
const cases = Number(process.env.SOUNDING_CONVERGENCE_CASES ?? 200);
const seed = Number(process.env.SOUNDING_CONVERGENCE_SEED ?? Date.now() % 2 ** 31);

const one = (who: number, what: What, a = 0, b = 0): Act => ({ who, what, a, b });

/** What once failed is kept here under a name that says what it found. */
const found: readonly (readonly [string, readonly Act[]])[] = [
  ['each made a part of the other at once', [one(1, 'nest', 548, 459), one(0, 'nest', 0, 134)]],
  [
    'a theme taken back here and tagged there',
    [
      one(0, 'noteWithNewTheme'),
      one(1, 'split'),
      one(0, 'deliver'),
      one(1, 'note', 0, 788),
      one(0, 'noteWithNewTheme', 5),
    ],
  ],
  [
    'a theme made while away, the next one sent, a crash before either is on disk',
    [
      one(0, 'leave'),
      one(0, 'add'),
      one(0, 'comeBack'),
      one(0, 'add', 1),
      one(0, 'note', 0, 104),
      one(0, 'crash'),
    ],
  ],
  [
    'a crash behind a split, with the note on disk',
    [one(0, 'note', 21), one(0, 'leave'), one(0, 'split'), one(0, 'save', 389), one(0, 'crash')],
  ],
];

/** What happens often, and what now and then. */
const often: readonly What[] = [
  'note',
  'tag',
  'split',
  'merge',
  'nest',
  'undo',
  'deliver',
  'save',
  'leave',
  'crash',
];
const act: fc.Arbitrary<Act> = fc.record({
  who: fc.nat(2),
  what: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...(Object.keys(acts) as What[])) },
    { weight: 1, arbitrary: fc.constantFrom(...often) },
  ),
  a: fc.nat(999),
  b: fc.nat(999),
});

function live(happening: readonly Act[]): Wires {
  const wires = new Wires(3);
  for (const { who, what, a, b } of happening) acts[what](wires.devices[who]!, a, b);
  wires.heal();
  return wires;
}

/** All that can be read of a device's documents, whatever order its maps have. */
const contentOf = (d: Device) =>
  [bookDoc, ...interviews].map((name) =>
    [...d.doc(name).share.keys()]
      .sort()
      .map((collection) => [collection, Object.fromEntries(readCollection(d.doc(name), collection))] as const)
      .filter(([, records]) => Object.keys(records).length > 0),
  );
const tablesOf = (d: Device) => bands.map((band) => driverTable(d.facts(), d.book(), band));

function check(wires: Wires): void {
  const [first, ...others] = wires.devices as [Device, ...Device[]];
  const [content, tables, tree] = [contentOf(first), tablesOf(first), shapeOf(first.book())];
  for (const other of others) {
    expect(contentOf(other)).toEqual(content);
    expect(tablesOf(other)).toEqual(tables);
    expect(shapeOf(other.book())).toEqual(tree);
  }
  checkBook(first);
  const there = new Set(interviews.flatMap((doc) => first.notes(doc).map((n) => n.id)));
  expect(
    [...wires.kept].filter((id) => !there.has(id) && !wires.takenAway.has(id)),
    'notes lost',
  ).toEqual([]);
}

/** Mentions have their themes, merges end, and the tree holds every open theme once. */
function checkBook(d: Device): void {
  const book = d.book();
  const orphans = d.facts().flatMap((f) => f.mentions.filter((m) => !book.all.has(book.resolve(m.theme))));
  expect(orphans, 'mentions without a theme').toEqual([]);
  for (const id of book.all.keys()) {
    const end = book.resolve(id);
    expect(book.resolve(end), `the merge of ${id} ends`).toBe(end);
  }
  const [, ...placed] = treeOf(book).under('');
  expect(placed.toSorted(), 'every open theme stands once in the tree').toEqual(
    book.open.map((t) => t.id as string).sort(),
  );
}

const shapeOf = (book: Codebook) => {
  const tree = treeOf(book);
  return book.open.map((t) => [t.id, tree.parentOf(t.id)]);
};

test.each(found)('found once: %s', (_name, happening) => check(live(happening)));

test(`three people, ${cases} cases: whatever they do apart, they end with the same and nothing is lost`, {
  timeout: 60_000 + cases * 200,
}, () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60, size: 'max' }), (happening) => check(live(happening))),
    { numRuns: cases, seed },
  );
});
