import { expect, test } from 'vitest';
import { usualColumns, waveFrom } from '#test/fixtures/waves.ts';
import type { ColumnMapping, WaveHead } from '../waves/index.ts';
import { isSameMethod } from './facts.ts';

const { head } = waveFrom({
  id: 'w',
  csv: 'nps\n9\n8',
  columns: { nps: usualColumns.nps ?? { role: 'score' } },
});
const asking = (...columns: Partial<ColumnMapping>[]): WaveHead => ({
  ...head,
  mapping: {
    version: 1,
    columns: columns.map((column) => ({ header: '', role: 'rating', missing: [], ...column })),
  },
});

test('a question is the same under the name it is known by, whatever its header says now', () => {
  const before = asking({ header: 'Q18NPS', role: 'score' });
  expect(isSameMethod(asking({ header: 'Q19NPS', role: 'score', label: 'Q18NPS' }), before)).toBe(true);
  expect(isSameMethod(asking({ header: 'q18 nps', role: 'score' }), before)).toBe(true);
  expect(isSameMethod(asking({ header: 'Q19NPS', role: 'score' }), before)).toBe(false);
});

test('a rating on another scale is another method, one more or less is not', () => {
  const scale = { low: 1, high: 5 };
  const before = asking({ header: 'Speed', ...scale });
  expect(isSameMethod(asking({ header: 'Speeed', label: 'Speed', low: 1, high: 7 }), before)).toBe(false);
  expect(isSameMethod(asking({ header: 'Speed', ...scale }, { header: 'Care', ...scale }), before)).toBe(
    true,
  );
});
