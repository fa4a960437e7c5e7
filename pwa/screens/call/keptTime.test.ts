import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keptTime } from './keptTime.ts';

const own = new Map<string, string>();
beforeEach(() => {
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => own.get(name) ?? null,
    setItem: (name: string, text: string) => own.set(name, text),
  });
});
afterEach(() => {
  own.clear();
  vi.unstubAllGlobals();
});

test('by how much a clock was wrong is known after a reload, for that call alone', () => {
  expect(keptTime('i1').ahead).toBe(0);
  keptTime('i1').keepAhead(-600_000);
  expect(keptTime('i1').ahead).toBe(-600_000);
  expect(keptTime('i2').ahead).toBe(0);
  own.set('sounding-time-i1', 'nonsense');
  expect(keptTime('i1').ahead).toBe(0);
});
