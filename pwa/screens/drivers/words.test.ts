import { afterEach, expect, test } from 'vitest';
import { speak } from '#core/model/language.ts';
import { bands } from '#core/waves/index.ts';
import { csvWords } from './csvWords.ts';
import { sinceText } from './figureWords.ts';
import { impactText, severityText } from './words.ts';

afterEach(() => speak('en'));

const heads = () => [
  csvWords.drivers.head(bands.slice(1)),
  csvWords.everyone.head(bands),
  csvWords.matrix.head(),
];

test('files have the same columns in every language', async () => {
  const english = heads().map((head) => head.length);
  await speak('de');
  expect(heads().map((head) => head.length)).toEqual(english);
  expect(csvWords.drivers.head(['passive'])).toContain('Passive, die es nannten');
});

test('figures in German', async () => {
  await speak('de');
  expect(severityText({ level: 2, reached: 5, of: 6 })).toBe('oder höher in 5 von 6');
  expect(impactText({ accounts: 1, withoutAccount: 0, revenue: 2_140_000, revenueKnown: 1 })).toEqual({
    accounts: '1 Firma',
    revenue: '2,1\u00a0Mio. im Jahr',
  });
  const point = (k: number) => ({ cycle: `${k}`, name: 'Q3', k, n: 9 });
  const moved = { kind: 'new', since: null, beyondNoise: false, points: [point(0), point(2)] } as const;
  expect(sinceText(moved)).toBe('nicht in 1 früheren Zyklus, kann Zufall sein');
});
