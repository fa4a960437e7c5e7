import { expect, test } from 'vitest';
import type { RivalRow } from '#core/themes/index.ts';
import * as german from './rivalWords.de.ts';
import { onText, rivalFinding, rivalLede, shareText, wentText } from './rivalWords.ts';

const row = (name: string, calls: number, more: Partial<RivalRow> = {}): RivalRow => ({
  ...{ competitor: name, name, feature: '', on: [], quote: { kind: 'none' } },
  interviews: Array.from({ length: calls }, (_, i) => `i${i}`),
  byBand: {} as RivalRow['byBand'],
  standing: { known: calls, evaluated: 0, used: 0 },
  ...more,
});
const on = (name: string) => ({ theme: name, name, category: null, k: 3, good: 1, bad: 0 });
const table = (...rows: RivalRow[]) => ({
  ...{ rows, naming: 4 },
  interviews: { detractor: 30, passive: 0, promoter: 1 },
});

test('the finding names who is named most, or says that several are', () => {
  const acme = row('Acme', 3, { on: [on('Price'), on('Speed'), on('Mobile')] });
  expect(rivalFinding(table())).toBe('No competitor has been named yet.');
  expect(rivalFinding(table(acme, row('Zed', 1)))).toBe(
    'Acme is named in 3 calls, compared on Price and Speed.',
  );
  expect(rivalFinding(table(acme, row('Zed', 3)))).toBe('Acme and Zed are named in 3 calls each.');
  const many = ['A', 'B', 'C', 'D'].map((name) => row(name, 1));
  expect(rivalFinding(table(...many))).toBe('4 competitors are named in 1 call each, none more often.');
  expect(rivalFinding(table(row('', 1)))).toBe(
    'A competitor not named on this device yet is named in 1 call.',
  );
  expect(rivalLede(table(acme))).toBe(
    '1 competitor named in 4 calls; 30 detractors and 1 promoter interviewed.',
  );
});

test('figures read as sentences, without a share where nobody was interviewed', () => {
  expect(shareText({ k: 0, n: 0, low: 0, high: 1 })).toEqual({ count: '0 of 0', range: '' });
  expect(wentText(row('Acme', 3, { standing: { known: 2, evaluated: 0, used: 1 } }))).toBe(
    'known in 2, used in 1',
  );
  expect(onText(on('Price'))).toBe('3 calls, 1 as good');
  expect(german.rivalFinding(table(row('Acme', 1, { on: [on('Preis')] })))).toBe(
    'Acme wird in 1 Gespräch genannt, verglichen bei Preis.',
  );
});
