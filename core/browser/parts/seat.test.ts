import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { moveTo, otherSeats, type Seat, takeSeat } from './seat.ts';

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

test('lines at other seats are seen, whether somebody sits there; one that is free can be moved to', async () => {
  const first = await sit();
  own.clear();
  await sit();
  lines.set('i1', 'mine').set('i1~2', 'typed').set('i1~8', 'moved aside');
  const lineIn = async (key: string) => lines.get(key) ?? '';
  expect(await otherSeats('i1', first.key, lineIn)).toEqual([
    { key: 'i1~2', text: 'typed', isTaken: true },
    { key: 'i1~8', text: 'moved aside', isTaken: false },
  ]);
  expect(await moveTo('i1', 'i1~2')).toBeNull();
  const moved = await moveTo('i1', 'i1~8');
  if (moved) taken.push(moved);
  expect(moved?.key).toBe('i1~8');
});

test('the same name in two workspaces is two places', async () => {
  const first = await takeSeat('i1', async () => '', 'w1 ');
  const second = await takeSeat('i1', async () => '', 'w2 ');
  taken.push(first, second);
  expect([first.key, second.key]).toEqual(['i1', 'i1']);
});
