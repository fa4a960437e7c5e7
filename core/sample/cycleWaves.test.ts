import { expect, test } from 'vitest';
import type { WaveHead } from '../waves/index.ts';
import { npsWavesIn, onlySatisfactionOf, wavesOf } from './index.ts';

const wave = (id: string, cycle: string, metric = 'nps') => ({ id, cycle, metric }) as unknown as WaveHead;
const cycles = [{ id: 'q4' }, { id: 'q3' }, { id: 'q2' }];

test('a cycle is compared with the nearest earlier one that has a wave; of several waves the newest counts', () => {
  const waves = [wave('w5', 'q4'), wave('w4', 'q4'), wave('w2', 'q2')];
  const { head, earlier } = wavesOf('q4', cycles, waves);
  expect([head?.id, earlier?.id]).toEqual(['w5', 'w2']);
});

test('without a wave, an earlier cycle or a known cycle there is nothing to compare', () => {
  expect(wavesOf('q4', cycles, [])).toEqual({ head: null, earlier: null });
  expect(wavesOf('q2', cycles, [wave('w2', 'q2'), wave('w4', 'q4')])).toMatchObject({ earlier: null });
  expect(wavesOf('unknown', cycles, [wave('w2', 'q2')])).toEqual({ head: null, earlier: null });
});

test('where NPS is read a satisfaction wave is passed over, and told of only where a cycle has nothing else', () => {
  const waves = [wave('s4', 'q4', 'csat'), wave('w4', 'q4'), wave('s3', 'q3', 'csat'), wave('w2', 'q2')];
  const { head, earlier } = wavesOf('q4', cycles, npsWavesIn(waves));
  expect([head?.id, earlier?.id]).toEqual(['w4', 'w2']);
  const told = ['q4', 'q3', 'q2', 'q1'].map((cycle) => onlySatisfactionOf(cycle, waves)?.id);
  expect(told).toEqual([undefined, 's3', undefined, undefined]);
});
