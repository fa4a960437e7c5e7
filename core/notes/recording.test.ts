import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayRecord, placeAfter, playedBefore, soundAt } from './index.ts';

test('a call is recorded only once a yes is stored, and only while it runs', () => {
  const yes = { consentAsked: true, consentRecord: true, endedAt: 0 };
  expect(mayRecord(yes)).toEqual({ ok: true, value: null });
  expect(mayRecord(null)).toEqual({ ok: false, why: { kind: 'notAsked' } });
  expect(mayRecord({ ...yes, consentAsked: false })).toEqual({ ok: false, why: { kind: 'notAsked' } });
  expect(mayRecord({ ...yes, consentRecord: false })).toEqual({ ok: false, why: { kind: 'refused' } });
  expect(mayRecord({ ...yes, stoppedAt: 0 })).toEqual({ ok: false, why: { kind: 'paused' } });
  expect(mayRecord({ ...yes, stoppedAt: null }).ok).toBe(true);
  expect(mayRecord({ ...yes, endedAt: 5 })).toEqual({ ok: false, why: { kind: 'over' } });
});

test('a second of the call is found in its part, in a gap at what comes next, behind everything at the end', () => {
  const parts = [
    { at: 10, seconds: 20 },
    { at: 60, seconds: 30 },
  ];
  expect(soundAt(parts, 15)).toEqual({ part: 0, offset: 5 });
  expect(soundAt(parts, 3)).toEqual({ part: 0, offset: 0 });
  expect(soundAt(parts, 45)).toEqual({ part: 1, offset: 0 });
  expect(soundAt(parts, 70)).toEqual({ part: 1, offset: 10 });
  expect(soundAt(parts, 500)).toEqual({ part: 1, offset: 30 });
  expect(soundAt([], 5)).toBeNull();
});

test('the timeline runs through all parts and back', () => {
  const parts = fc.array(fc.record({ at: fc.nat(5000), seconds: fc.integer({ min: 1, max: 500 }) }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(parts, fc.nat(5000), (all, played) => {
      const whole = all.reduce((sum, p) => sum + p.seconds, 0);
      expect(playedBefore(all, placeAfter(all, played))).toBe(Math.min(played, whole));
    }),
  );
});
