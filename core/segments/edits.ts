import type { Fields } from '../model/json.ts';
import {
  type DimensionEdit,
  dimensionEdit,
  type MadeDimension,
  madeDimension,
  valueEdit,
} from './records.ts';

/** How a dimension is read, without what the record says about itself. */
export type DimensionReading = Pick<DimensionEdit, 'separator' | 'edges' | 'keep'>;

/** Everything edited about segments that applies to one kind of wave, invented or real. Plain data: it can be posted. */
export interface SegmentEdits {
  /** Of edits of the invented company. */
  sample: boolean;
  dimensions: ReadonlyMap<string, DimensionReading>;
  /** Names shown by dimension and the name before. */
  values: ReadonlyMap<string, ReadonlyMap<string, string>>;
  made: readonly Pick<MadeDimension, 'of' | 'by' | 'value'>[];
}

/** What edits are read from: a document, as `OpenDoc` has it. */
export interface EditsSource {
  read(collection: string): ReadonlyMap<string, Fields>;
}

/** Nothing edited. */
export const noEdits = (sample = false): SegmentEdits => ({
  sample,
  dimensions: new Map(),
  values: new Map(),
  made: [],
});

/** The edits in the codebook that apply to invented waves, or to real ones. Records that do not parse are left out. */
export function editsIn(codebook: EditsSource, sample: boolean): SegmentEdits {
  const dimensions = new Map<string, DimensionReading>();
  const values = new Map<string, Map<string, string>>();
  const made: Pick<MadeDimension, 'of' | 'by' | 'value'>[] = [];
  for (const [id, fields] of codebook.read(dimensionEdit.collection)) {
    const edit = dimensionEdit.parse(id, fields);
    if (!edit.ok || edit.value.sample !== sample) continue;
    const { dimension, separator, edges, keep } = edit.value;
    if (separator !== '' || edges || keep) dimensions.set(dimension, { separator, edges, keep });
  }
  for (const [id, fields] of codebook.read(valueEdit.collection)) {
    const edit = valueEdit.parse(id, fields);
    if (!edit.ok || edit.value.sample !== sample || edit.value.to === '') continue;
    const { dimension, from, to } = edit.value;
    const mine = values.get(dimension) ?? new Map<string, string>();
    values.set(dimension, mine.set(from, to));
  }
  for (const [id, fields] of codebook.read(madeDimension.collection)) {
    const kept = madeDimension.parse(id, fields);
    if (kept.ok && kept.value.sample === sample)
      made.push({ of: kept.value.of, by: kept.value.by, value: kept.value.value });
  }
  return { sample, dimensions, values, made };
}

/** Whether a dimension is read otherwise than the file has it. */
export function isEdited({ dimensions, values }: SegmentEdits, dimension: string): boolean {
  return dimensions.has(dimension) || (values.get(dimension)?.size ?? 0) > 0;
}
