import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keptTime, type Seat, takeSeat } from './seat.ts';

const taken: Seat[] = [];
const lines = new Map<string, string>();
const own = new Map<string, string>();
const sit = async () => {
  const seat = await takeSeat('i1', async (key) => lines.get(key) ?? '');
  taken.push(seat);
  return seat;
};
beforeEach(() => {
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => own.get(name) ?? null,
    setItem: (name: string, text: string) => own.set(name, text),
    removeItem: (name: string) => own.delete(name),
  });
});
afterEach(() => {
  for (const seat of taken.splice(0)) seat.leave();
  lines.clear();
  own.clear();
  vi.unstubAllGlobals();
});

test('a reloaded window has its seat again; what it parked is there until it is on disk', async () => {
  const first = await sit();
  first.park({ text: '["they pay', before: ['', '["they'] });
  first.leave();
  const second = await sit();
  expect(second).toMatchObject({ key: 'i1', parked: { text: '["they pay', before: ['', '["they'] } });
  second.leave();
  const third = await sit();
  expect(third.parked?.text).toBe('["they pay');
  third.unpark();
  third.leave();
  expect((await sit()).parked).toBeNull();
});

test('a new window takes over the line of one that crashed', async () => {
  await sit();
  own.clear();
  lines.set('i1~3', 'from a crash');
  expect((await sit()).key).toBe('i1~3');
});

test('a window that brings a parked line, its seat gone, takes an empty one', async () => {
  const first = await sit();
  first.park({ text: 'mine', before: [] });
  lines.set('i1', 'somebody typing').set('i1~2', 'from a crash');
  const second = await sit();
  expect(second).toMatchObject({ key: 'i1~3', parked: { text: 'mine' } });
});

test('by how much a clock was wrong is known after a reload, for that call alone', () => {
  expect(keptTime('i1').ahead).toBe(0);
  keptTime('i1').keepAhead(-600_000);
  expect(keptTime('i1').ahead).toBe(-600_000);
  expect(keptTime('i2').ahead).toBe(0);
  own.set('sounding-time-i1', 'nonsense');
  expect(keptTime('i1').ahead).toBe(0);
});
