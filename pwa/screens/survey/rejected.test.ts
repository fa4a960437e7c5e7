import { expect, test } from 'vitest';
import type { RejectedRow } from '#core/waves/index.ts';
import { saveRejected } from './parts/Rejected.tsx';

const rows: RejectedRow[] = [{ line: 4, column: 'csat', value: '7', reason: 'outOfRange' }];
const savedWith = (metric: 'nps' | 'csat' | undefined): string => {
  const saved: string[] = [];
  saveRejected({ save: (_name, _type, content) => saved.push(String(content)) }, 'x.csv', rows, metric);
  return saved.join('');
};

test('the file of rejected rows speaks of the scale that was measured', () => {
  expect(savedWith('csat')).toContain('not between 1 and 5');
  expect(savedWith('nps')).toContain('not between 0 and 10');
  expect(savedWith(undefined)).toContain('not between 0 and 10');
});
