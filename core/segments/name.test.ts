import { expect, test } from 'vitest';
import { choiceOf, spokenName } from './index.ts';

test('a value that reads as a figure or an answer is named with its dimension', () => {
  const name = (value: string) => spokenName({ dimension: 'LANG', value });
  for (const value of ['3', 'B', 'b2', '−1', '10–19', '30+', '10 to under 50', 'Below 10', 'yes', 'No', '3M'])
    expect(name(value)).toBe(`LANG ${value}`);
  for (const value of ['Enterprise', 'First 90 days', 'UK', '中国', 'Below average', 'Nobody'])
    expect(name(value)).toBe(value);
});

test('each of two values together is named, on the map and as it was chosen for interviews', () => {
  const [tier, seats] = [
    { dimension: 'Tier', value: 'Enterprise' },
    { dimension: 'Seats', value: '3' },
  ];
  const pair = { dimension: 'Tier × Seats', value: 'Enterprise × 3', crossed: [tier, seats] as const };
  expect(spokenName(pair)).toBe('Enterprise × Seats 3');
  const { ref } = choiceOf(pair, (dimension) => dimension === 'Seats');
  expect(ref.dimension).toBe('Tier × Seats: 3');
  expect(spokenName(ref)).toBe('Enterprise × Seats 3');
  expect(spokenName({ dimension: 'Size', value: '2 × 3 m' })).toBe('Size 2 × 3 m');
});
