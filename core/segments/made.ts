import type { Change } from '../model/change.ts';
import type { DocName } from '../model/docName.ts';
import { noSegment, type SegmentColumn } from '../waves/index.ts';
import type { Segment, ValueOf } from './cells.ts';
import { canCross, crossName } from './cross.ts';
import type { SegmentEdits } from './edits.ts';
import { type ReadColumn, valuesOf } from './recode.ts';
import { type MadeDimension, madeDimension, madeId } from './records.ts';

/** "Product: Ledger": everybody who has that value among several. */
export const partName = (dimension: string, value: string): string => `${dimension}: ${value}`;

/** A dimension to be made: the cross of two, or everybody with one value of a dimension with several a person. */
export type Made = Pick<MadeDimension, 'of' | 'by' | 'value'>;

/**
 * How a segment is chosen for interviews: under which dimension and value the selection finds its people, and the dimensions
 * that must be made for that, in order. `several` says of which dimensions people may have several values.
 */
export function choiceOf(
  { dimension, value, crossed }: Pick<Segment, 'dimension' | 'value' | 'crossed'>,
  several: (dimension: string) => boolean,
): { ref: ValueOf; needs: Made[] } {
  const needs: Made[] = [];
  const single = (part: ValueOf): ValueOf => {
    if (!several(part.dimension)) return part;
    needs.push({ of: part.dimension, by: '', value: part.value });
    return { dimension: partName(part.dimension, part.value), value: part.value };
  };
  if (!crossed) return { ref: single({ dimension, value }), needs };
  const [a, b] = crossed.map(single) as [ValueOf, ValueOf];
  needs.push({ of: a.dimension, by: b.dimension, value: '' });
  return {
    ref: { dimension: crossName(a.dimension, b.dimension), value: crossName(a.value, b.value) },
    needs,
  };
}

/** The changes that make dimensions which are not made yet. */
export function makeDimensions(needs: readonly Made[], edits: SegmentEdits, doc: DocName): Change[] {
  const { made, sample } = edits;
  return needs
    .filter((n) => !made.some((m) => m.of === n.of && m.by === n.by && m.value === n.value))
    .map((n) => madeDimension.put(doc, madeId(n.of, n.by, n.value, sample), { ...n, sample }));
}

/**
 * The dimensions somebody made, as columns after the wave's own: the selection, the roster and the call then treat them like
 * any other. What cannot be made of this wave, for want of a dimension or for size, is left out.
 */
export function withMade(segments: readonly ReadColumn[], { made }: SegmentEdits): ReadColumn[] {
  const all = [...segments];
  const find = (name: string) => all.find((c) => c.name === name);
  const add = (column: SegmentColumn | null) => {
    if (column && !find(column.name)) all.push({ ...column, made: true });
  };
  for (const { of, value } of made.filter(({ by }) => by === '')) add(partColumn(find(of), value));
  for (const { of, by } of made.filter(({ by }) => by !== '')) add(crossColumn(find(of), find(by)));
  return all;
}

function partColumn(column: ReadColumn | undefined, value: string): SegmentColumn | null {
  const at = column ? valuesOf(column).indexOf(value) : -1;
  if (!column || at < 0) return null;
  const holds = column.parts
    ? column.parts.of.map((of) => of.includes(at))
    : column.values.map((_, code) => code === at);
  return {
    name: partName(column.name, value),
    codes: column.codes.map((code) => (holds[code] ? 0 : noSegment)),
    values: [value],
  };
}

function crossColumn(a: ReadColumn | undefined, b: ReadColumn | undefined): SegmentColumn | null {
  if (!a || !b || !canCross(a, b)) return null;
  const places = new Uint16Array(a.values.length * b.values.length).fill(noSegment);
  const values: string[] = [];
  const codes = Uint16Array.from(a.codes, (one, row) => {
    const other = b.codes[row] as number;
    if (one === noSegment || other === noSegment) return noSegment;
    const place = one * b.values.length + other;
    if (places[place] === noSegment)
      places[place] = values.push(crossName(a.values[one] as string, b.values[other] as string)) - 1;
    return places[place] as number;
  });
  return { name: crossName(a.name, b.name), codes, values };
}
