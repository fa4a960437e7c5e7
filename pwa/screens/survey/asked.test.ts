import { expect, test } from 'vitest';
import { finish, inspectFile } from '#core/waves/index.ts';
import { askedOf, isSettled } from './asked.ts';
import { placeOf, withMissing, withRole } from './mappingEdits.ts';

/** 30 answers, three ratings on 1 to 5 with a 0 for "not rated", one score of 11. */
function inspected() {
  const rows = Array.from({ length: 60 }, (_, i) => [
    `a${i}@x.com`,
    i === 7 ? 11 : i % 11,
    ...[0, 1, 2].map((k) => (i + k) % 6),
  ]);
  const text = [
    'Email,How likely are you to recommend us,Rate speed,Rate price,Rate help',
    ...rows.map((r) => r.join(',')),
  ].join('\n');
  const read = finish(inspectFile(new TextEncoder().encode(text), 'x.csv'));
  if (!read.ok) throw new Error(read.why.kind);
  return read.value;
}

test('the same code in many ratings is asked about once, the score alone and before it', () => {
  const inspection = inspected();
  const codes = askedOf(inspection, inspection.mapping).filter((a) => a.kind === 'missing');
  expect(codes[0]?.columns).toEqual([placeOf(inspection.mapping, 'score')]);
  expect(codes[0]?.value).toBe('11');
  const zero = codes.find((a) => a.value === '0');
  expect(zero?.columns).toHaveLength(3);
});

test('a question is settled once every column of it says so', () => {
  const inspection = inspected();
  const zero = askedOf(inspection, inspection.mapping).find((a) => a.kind === 'missing' && a.value === '0');
  if (zero?.kind !== 'missing') throw new Error('not asked');
  const [first = 0] = zero.columns;
  expect(isSettled(zero, withMissing(inspection.mapping, [first], '0', true))).toBe(false);
  expect(isSettled(zero, withMissing(inspection.mapping, zero.columns, '0', true))).toBe(true);
});

test('questions about ignored columns fall away', () => {
  const inspection = inspected();
  const ignored = inspection.columns.reduce((m, c) => withRole(m, c.index, 'ignore'), inspection.mapping);
  expect(askedOf(inspection, ignored).filter((a) => a.kind === 'missing')).toEqual([]);
});

test('with a contacts file nobody is told that one is missing', () => {
  const rows = Array.from({ length: 40 }, (_, i) => `R${i},${i % 11}`);
  const text = ['Respondent ID,NPS score', ...rows].join('\n');
  const read = finish(inspectFile(new TextEncoder().encode(text), 'x.csv'));
  if (!read.ok) throw new Error(read.why.kind);
  const asks = (hasContacts: boolean) =>
    askedOf(read.value, read.value.mapping, hasContacts).map((a) => a.key);
  expect(asks(false)).toContain('noWayToReach');
  expect(asks(true)).not.toContain('noWayToReach');
});
