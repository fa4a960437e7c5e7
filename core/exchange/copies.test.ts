import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyDueIn, copyName, daysKept, fullerCopy, offerOf, surplusCopies } from './copies.ts';

const minute = 60_000;
const copy = (stamp: string, bytes = 100, tag = 'k3f9') => ({ name: copyName(stamp, tag), bytes });

test('a copy is due a minute after the last change, and at the latest ten after the first', () => {
  expect(copyDueIn({ first: 0, last: 0 }, 0)).toBe(minute);
  expect(copyDueIn({ first: 0, last: 5 * minute }, 5 * minute)).toBe(minute);
  expect(copyDueIn({ first: 0, last: 9.5 * minute }, 9.5 * minute)).toBe(0.5 * minute);
  expect(copyDueIn({ first: 0, last: 3 * minute }, 20 * minute)).toBe(0);
});

describe('of the copies in a folder', () => {
  test('the last of each day stays, and the largest', () => {
    const files = [
      copy('2026-11-24-090000', 900),
      copy('2026-11-24-170000'),
      copy('2026-11-25-090000'),
      copy('2026-11-26-090000'),
      copy('2026-11-26-100000'),
    ];
    const written = copyName('2026-11-26-100000', 'k3f9');
    expect(surplusCopies(files, 'k3f9', written)).toEqual([copyName('2026-11-26-090000', 'k3f9')]);
  });

  test('what a fuller workspace left is kept, and told of', () => {
    const full = copy('2026-11-01-090000', 5000);
    const days = Array.from({ length: 9 }, (_, i) => copy(`2026-11-1${i}-090000`));
    const written = copy('2026-11-18-090000');
    expect(surplusCopies([full, ...days], 'k3f9', written.name)).toEqual(
      days.slice(0, 2).map(({ name }) => name),
    );
    expect(fullerCopy([full, ...days], 'k3f9', written)).toBe('2026-11-01');
    expect(fullerCopy(days, 'k3f9', written)).toBe('');
  });

  test('for the sake of an incomplete one only earlier incomplete ones go; a complete one takes its place', () => {
    const incomplete = (stamp: string, tag = 'k3f9') => ({ name: copyName(stamp, tag, false), bytes: 9000 });
    const before = incomplete('2026-11-26-080000');
    const others = incomplete('2026-11-26-070000', 'zzzz');
    const files = [copy('2026-11-26-090000'), before, others];
    const now = incomplete('2026-11-26-100000');
    expect(surplusCopies([...files, now], 'k3f9', now.name)).toEqual([before.name]);
    const whole = copy('2026-11-26-110000');
    expect(surplusCopies([...files, whole], 'k3f9', whole.name)).toEqual([files[0]?.name, before.name]);
  });

  const stamp = fc
    .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 235959 }))
    .map(([day, time]) => `2026-11-${String(day).padStart(2, '0')}-${String(time).padStart(6, '0')}`);
  const someFile = fc.oneof(
    fc
      .record({ stamp, bytes: fc.nat(10_000), tag: fc.constantFrom('k3f9', 'zzzz') })
      .map((f) => copy(f.stamp, f.bytes, f.tag)),
    fc.record({
      name: fc.constantFrom('notes.txt', 'sounding-backup-2026-11-22.zip', '.DS_Store'),
      bytes: fc.nat(),
    }),
  );

  test('whatever lies there: nothing of others, nor the one just written, nor the largest, nor the last of a kept day ever goes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(someFile, { selector: (f) => f.name }),
        stamp,
        fc.nat(10_000),
        (others, at, bytes) => {
          const written = copy(at, bytes);
          const files = [...others.filter((f) => f.name !== written.name), written];
          const gone = new Set(surplusCopies(files, 'k3f9', written.name));
          const own = files.filter((f) => /^sounding-copy.*-k3f9\.zip$/.test(f.name));
          const left = own.filter((f) => !gone.has(f.name));
          expect(files.filter((f) => !own.includes(f) && gone.has(f.name))).toEqual([]);
          expect(left).toContainEqual(written);
          expect(Math.max(...left.map((f) => f.bytes))).toBe(Math.max(...own.map((f) => f.bytes)));
          expect(left.length).toBeLessThanOrEqual(daysKept + 2);
          const day = (f: { name: string }) => f.name.slice(14, 24);
          const days = [...new Set(own.map(day))].sort().slice(-daysKept);
          for (const d of days) {
            const last = own.filter((f) => day(f) === d).sort((a, b) => (a.name < b.name ? 1 : -1))[0];
            expect(left).toContain(last);
          }
        },
      ),
    );
  });
});

test('a copy is offered once, where there is work and no server has it', () => {
  const now = { folders: 'off', shared: false, held: 1, notes: 12, seen: null } as const;
  expect(offerOf(now)).toBe('folder');
  expect(offerOf({ ...now, held: 0 })).toBeNull();
  expect(offerOf({ ...now, shared: true })).toBeNull();
  expect(offerOf({ ...now, folders: 'on' })).toBeNull();
  expect(offerOf({ ...now, seen: 12, notes: 900 })).toBeNull();
  const byHand = { ...now, folders: 'unsupported' } as const;
  expect(offerOf(byHand)).toBe('file');
  expect(offerOf({ ...byHand, seen: 12, notes: 51 })).toBeNull();
  expect(offerOf({ ...byHand, seen: 12, notes: 52 })).toBe('file');
});
