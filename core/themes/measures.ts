import * as v from 'valibot';
import type { Change } from '../model/change.ts';
import { differing } from '../model/differing.ts';
import type { DocName } from '../model/docName.ts';
import type { Fields } from '../model/json.ts';
import { defineRecord, type RecordOf } from '../model/record.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Codebook } from './codebook.ts';

/**
 * A figure of the own operation that moved with a driver: "response time, 3 h before, 18 h after, since March".
 * Document `codebook`, collection `measure`.
 */
export const measure = defineRecord(
  'measure',
  v.object({
    theme: v.string(),
    /** What was measured. */
    what: v.string(),
    unit: v.fallback(v.string(), ''),
    before: v.fallback(v.nullable(v.number()), null),
    after: v.fallback(v.nullable(v.number()), null),
    /** When it changed, in anybody's words: a day, a month, a release. */
    since: v.fallback(v.string(), ''),
  }),
);
export type Measure = RecordOf<typeof measure>;

/** A figure as it is typed. */
export interface MeasureDraft {
  what: string;
  unit: string;
  before: string;
  after: string;
  since: string;
}

/** Why a figure cannot be kept. */
export type MeasureRefusal =
  | { kind: 'noMeasureName' }
  /** One of the two values is no number. */
  | { kind: 'noNumber'; field: 'before' | 'after'; text: string };

/**
 * Keeps a figure of a theme, new or known by its id. A value may stay empty: it is not known. `opened`: the draft as it was
 * before somebody changed it, null for a new one; only what differs is written.
 */
export function keepMeasure(
  doc: DocName,
  id: string,
  theme: string,
  draft: MeasureDraft,
  opened: MeasureDraft | null = null,
): Result<Change[], MeasureRefusal> {
  const what = draft.what.trim();
  if (what === '') return fail({ kind: 'noMeasureName' });
  const before = numberOf(draft.before);
  if (before === undefined) return fail({ kind: 'noNumber', field: 'before', text: draft.before.trim() });
  const after = numberOf(draft.after);
  if (after === undefined) return fail({ kind: 'noNumber', field: 'after', text: draft.after.trim() });
  const text = { what, unit: draft.unit.trim(), since: draft.since.trim() };
  const all = { ...text, before, after };
  const fields = Object.keys(differing(opened, draft)) as (keyof MeasureDraft)[];
  const changed = Object.fromEntries(fields.map((field) => [field, all[field]]));
  if (opened && fields.length === 0) return ok([]);
  return ok([measure.put(doc, id, { ...(!opened && { theme }), ...changed })]);
}

/** "18", "1 200", "3,5", "-2" as a number; null for nothing; undefined for what is none. */
function numberOf(text: string): number | null | undefined {
  const plain = text.replace(/[\s\u00A0\u202F]/g, '').replace('−', '-');
  if (plain === '') return null;
  if (!/^[+-]?(\d+([.,]\d+)?|[.,]\d+)$/.test(plain)) return undefined;
  const value = Number(plain.replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
}

/** Figures of a theme, those of themes merged into it included, by what was measured. */
export function measuresOf(
  stored: ReadonlyMap<string, Fields>,
  codebook: Codebook,
  theme: string,
): Measure[] {
  return [...stored]
    .flatMap(([id, fields]) => {
      const parsed = measure.parse(id, fields);
      return parsed.ok && codebook.resolve(parsed.value.theme) === theme ? [parsed.value] : [];
    })
    .sort((a, b) => a.what.localeCompare(b.what, 'en') || (a.id < b.id ? -1 : 1));
}
