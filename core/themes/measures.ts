import * as v from 'valibot';
import type { Change } from '../model/change.ts';
import { differing } from '../model/differing.ts';
import type { DocName } from '../model/docName.ts';
import type { Fields, Json } from '../model/json.ts';
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
  | { kind: 'noNumber'; field: 'before' | 'after'; text: string }
  /** "1,200" is 1200 to some and 1.2 to others. `whole` and `decimal`: the two, typed so that nobody can misread them. */
  | { kind: 'twoNumbers'; text: string; whole: string; decimal: string };

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
  const fields = Object.keys(differing(opened, draft)) as (keyof MeasureDraft)[];
  if (opened && fields.length === 0) return ok([]);
  const all = { what, unit: draft.unit.trim(), since: draft.since.trim() };
  const changed: Record<string, Json> = {};
  for (const field of fields) {
    if (field !== 'before' && field !== 'after') {
      changed[field] = all[field];
      continue;
    }
    const read = numberIn(field, draft[field]);
    if (!read.ok) return read;
    changed[field] = read.value;
  }
  return ok([measure.put(doc, id, { ...(!opened && { theme }), ...changed })]);
}

/** A digit that is no leading 0, and one group of three after a mark: a thousand and more, or three decimals. */
const either = /^([+-]?[1-9]\d{0,2})[.,](\d{3})$/;
/** "1,200,000", "1.200,5": the mark that comes first parts thousands. */
const grouped = /^[+-]?[1-9]\d{0,2}(?:(,\d{3})+(\.\d+)?|(\.\d{3})+(,\d+)?)$/;
const single = /^[+-]?(\d+([.,]\d+)?|[.,]\d+)$/;

/** "18", "1 200", "1,200.5", "3,5", "-2" as a number; null for nothing. */
function numberIn(field: 'before' | 'after', typed: string): Result<number | null, MeasureRefusal> {
  const text = typed.trim();
  const plain = text.replace(/[\s\u00A0\u202F]/g, '').replace('−', '-');
  if (plain === '') return ok(null);
  const [, whole = '', decimals = ''] = either.exec(plain) ?? [];
  if (whole !== '') {
    const short = decimals.replace(/0+$/, '') || '0';
    // Three decimals again would be read two ways again.
    const decimal = `${whole}.${short.length === 3 ? `${short}0` : short}`;
    return fail({ kind: 'twoNumbers', text, whole: whole + decimals, decimal });
  }
  const value = grouped.test(plain)
    ? ungrouped(plain)
    : single.test(plain)
      ? ungrouped(plain, '')
      : Number.NaN;
  return Number.isFinite(value) ? ok(value) : fail({ kind: 'noNumber', field, text });
}

/** Without what parts its thousands: the first mark in it, unless told otherwise. */
const ungrouped = (text: string, mark = /[.,]/.exec(text)?.[0] ?? ''): number =>
  Number((mark === '' ? text : text.replaceAll(mark, '')).replace(',', '.'));

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
