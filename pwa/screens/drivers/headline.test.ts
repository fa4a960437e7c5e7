import { afterEach, describe, expect, test } from 'vitest';
import { speak } from '#core/model/language.ts';
import { starterId } from '#core/themes/index.ts';
import { driversWorld } from '#test/fixtures/driversWorld.ts';
import { raising } from '#test/fixtures/interviewFacts.ts';
import { finding } from './findingWords.ts';

const reliability = starterId('product', 'reliability');
const tier = (value: string) => ({ segments: { Tier: value } });

afterEach(() => speak('en'));

describe('the segment in the headline', () => {
  test('is not named where most of those called are in it and the test finds no difference', async () => {
    const { table, lines, rows } = await driversWorld([
      ...raising(reliability, 12, 25, tier('Enterprise')),
      ...raising(reliability, 2, 5, tier('Small')),
    ]).ready();
    expect(rows[0]?.concentration?.kind).toBe('across');
    expect(finding(table, lines)).toBe('14 of 30 detractors raised reliability (30 to 64%).');
    await speak('de');
    expect(finding(table, lines)).toBe('14 von 30 Detraktoren nannten „Reliability“ (30 bis 64\u00a0%).');
  });

  test('is the one the row is concentrated in, not one where simply most were called', async () => {
    const in2 = (market: string, size: string) => ({ segments: { Market: market, Tier: size } });
    const { table, lines } = await driversWorld([
      ...raising(reliability, 11, 15, in2('North', 'Enterprise')),
      ...raising(reliability, 3, 15, in2('North', 'Small')),
    ]).ready();
    expect(finding(table, lines)).toMatch(/, 11 of them in Enterprise\.$/);
    expect(finding(table, lines, 'Enterprise')).not.toContain('of them in');
  });
});
