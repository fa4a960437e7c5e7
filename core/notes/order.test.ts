import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededChance } from '../model/chance.ts';
import { orderBetween } from './order.ts';

const sorted = (keys: readonly string[]) => [...keys].sort((a, b) => (a < b ? -1 : 1));

describe('the order of notes', () => {
  test('any sequence of insertions keeps every note where it was put', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.nat(), { maxLength: 60 }), (seed, places) => {
        const chance = seededChance(seed);
        const keys: string[] = [];
        for (const place of places) {
          const at = place % (keys.length + 1);
          keys.splice(at, 0, orderBetween(keys[at - 1] ?? null, keys[at] ?? null, chance));
        }
        expect(keys).toEqual(sorted(keys));
        expect(new Set(keys).size).toBe(keys.length);
        for (const key of keys) expect(key).toMatch(/^[0-9a-z]+[1-9a-z]$/);
      }),
      { numRuns: 300 },
    );
  });

  test('a long interview keeps its keys short', () => {
    const chance = seededChance('long');
    let last: string | null = null;
    for (let i = 0; i < 5000; i++) last = orderBetween(last, null, chance);
    expect(last?.length).toBe(9);
  });

  test('the same gap can be filled a thousand times', () => {
    const chance = seededChance('gap');
    const low = orderBetween(null, null, chance);
    let high = orderBetween(low, null, chance);
    for (let i = 0; i < 1000; i++) {
      const key = orderBetween(low, high, chance);
      expect(key > low && key < high).toBe(true);
      high = key;
    }
  });

  test('two devices that go on behind the same note make different keys', () => {
    const [a, b] = [seededChance('a'), seededChance('b')];
    const last = orderBetween(null, null, a);
    expect(orderBetween(last, null, a)).not.toBe(orderBetween(last, null, b));
  });

  test.each([
    [null, 'A', true],
    [null, '00000', false],
    [null, '', false],
    ['i0000aaaa', 'i0000aaaa0', false],
    ['i0000aaaa', 'i0000aaaaB', true],
    ['~', null, true],
    ['~', '~~', true],
    ['zzzzz', '{', true],
  ])('between "%s" and "%s", whoever wrote those, there is an end to looking', (before, after, fits) => {
    const key = orderBetween(before, after, seededChance('hostile'));
    expect(key > (before ?? '')).toBe(true);
    if (fits && after !== null) expect(key < after).toBe(true);
  });

  test('whatever keys there are, the new one stands behind the first', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(orderBetween(before, after, seededChance('any')) > before).toBe(true);
      }),
    );
  });

  test('keys that were made otherwise are still gone on from', () => {
    const chance = seededChance('foreign');
    for (const key of ['a', 'a0', '0001', 'zzzzz9', '', '000001']) {
      expect(orderBetween(key, null, chance) > key, key).toBe(true);
      expect(orderBetween(key, `${key}5`, chance) > key, key).toBe(true);
    }
    expect(orderBetween('a', 'a', chance) > 'a').toBe(true);
  });
});
