import type { Change } from '../model/change.ts';
import type { DocName } from '../model/docName.ts';
import type { Json } from '../model/json.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { EditsSource, SegmentEdits } from './edits.ts';
import { dimensionEdit, dimensionId, valueEdit, valueId } from './records.ts';

/** Most characters the name of a value may have: it must fit a row of the map. */
export const longestValueName = 60;
/** Most ranges: more would be no overview. */
export const mostEdges = 12;

/** Why a value or dimension cannot be edited as asked. */
export type EditRefusal =
  | { kind: 'noName' }
  | { kind: 'nameTooLong'; most: number; got: number }
  /** Another value has that name: merging them is another wish. */
  | { kind: 'nameTaken'; by: string }
  | { kind: 'nothingChosen' }
  | { kind: 'noNumbers' }
  | { kind: 'tooManyEdges'; most: number; got: number };

/** Where an edit goes and what stands there. */
export interface EditPlace {
  edits: SegmentEdits;
  doc: DocName;
  dimension: string;
}

/** Shows a value under another name. `shown`: the names of the dimension's values as they are now. */
export function renameValue(
  place: EditPlace,
  shown: readonly string[],
  value: string,
  to: string,
): Result<Change[], EditRefusal> {
  const name = to.trim().replace(/\s+/g, ' ');
  if (name === '') return fail({ kind: 'noName' });
  if (name.length > longestValueName)
    return fail({ kind: 'nameTooLong', most: longestValueName, got: name.length });
  if (name === value) return ok([]);
  const by = shown.find((other) => other !== value && other.toLowerCase() === name.toLowerCase());
  return by === undefined ? ok(movedTo(place, [value], name)) : fail({ kind: 'nameTaken', by });
}

/** Makes several values one, under the name of `into`, which may be one of them or a new name. */
export function mergeValues(
  place: EditPlace,
  values: readonly string[],
  into: string,
): Result<Change[], EditRefusal> {
  const others = values.filter((value) => value !== into);
  if (others.length === 0) return fail({ kind: 'nothingChosen' });
  return ok(movedTo(place, others, into));
}

/** Takes renames and merges into this name back: each value stands for itself again, as the file or the ranges name it. */
export function separateValue({ edits, doc, dimension }: EditPlace, value: string): Change[] {
  return sourcesOf(edits, dimension, value).map((from) =>
    valueEdit.remove(doc, valueId(dimension, from, edits.sample)),
  );
}

/** The names before renaming and merging that are shown as this value by an edit. */
export function sourcesOf({ values }: SegmentEdits, dimension: string, value: string): string[] {
  return [...(values.get(dimension) ?? [])].filter(([, to]) => to === value).map(([from]) => from);
}

/** Everything that is shown as one of `values` goes to `to`, whatever it was called before. */
function movedTo({ edits, doc, dimension }: EditPlace, values: readonly string[], to: string): Change[] {
  const known = edits.values.get(dimension);
  const from = values.flatMap((value) => {
    const sources = sourcesOf(edits, dimension, value);
    // the value itself, in this wave or another, unless it is shown as something else
    return known?.has(value) ? sources : [...sources, value];
  });
  return [...new Set(from)].flatMap((source): Change[] => {
    const id = valueId(dimension, source, edits.sample);
    if (source === to) return known?.has(source) ? [valueEdit.remove(doc, id)] : [];
    return [valueEdit.put(doc, id, { dimension, from: source, to, sample: edits.sample })];
  });
}

/**
 * Puts the numbers of a dimension into ranges that begin at the edges; null takes the ranges away. Values that were kept
 * beside "Other" have other names from then on, so all stay again.
 */
export function setEdges(place: EditPlace, edges: readonly number[] | null): Result<Change[], EditRefusal> {
  if (edges && edges.length === 0) return fail({ kind: 'noNumbers' });
  if (edges && edges.length > mostEdges)
    return fail({ kind: 'tooManyEdges', most: mostEdges, got: edges.length });
  return ok(put(place, { edges: edges && [...edges], keep: null }));
}

/** Splits cells that hold several values at a sign; empty takes the splitting away. All values stay again, as for ranges. */
export function setSeparator(place: EditPlace, separator: string): Change[] {
  return put(place, { separator, keep: null });
}

/** Keeps these values, as they are shown, and puts all others, of every wave, into "Other"; null keeps all. */
export function keepOnly(place: EditPlace, values: readonly string[] | null): Result<Change[], EditRefusal> {
  if (values === null) return ok(put(place, { keep: null }));
  if (values.length === 0) return fail({ kind: 'nothingChosen' });
  const { edits, dimension } = place;
  const keep = values.flatMap((value) => [...sourcesOf(edits, dimension, value), value]);
  return ok(put(place, { keep: [...new Set(keep)] }));
}

function put(
  { edits, doc, dimension }: EditPlace,
  fields: { separator?: string; edges?: number[] | null; keep?: string[] | null },
): Change[] {
  const id = dimensionId(dimension, edits.sample);
  return [dimensionEdit.put(doc, id, { dimension, sample: edits.sample, ...fields })];
}

/** Changes that put back what the given ones will change, from the document as it stands before. */
export function inverseOf(before: EditsSource, changes: readonly Change[]): Change[] {
  return changes.toReversed().map((change): Change => {
    const { doc, collection, id } = change;
    const fields = before.read(collection).get(id);
    if (!fields) return { kind: 'remove', doc, collection, id };
    const cleared: Record<string, Json> = {};
    if (change.kind === 'put')
      for (const field of Object.keys(change.fields)) if (!(field in fields)) cleared[field] = null;
    return { kind: 'put', doc, collection, id, fields: { ...cleared, ...fields } };
  });
}
