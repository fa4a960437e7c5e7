import * as v from 'valibot';
import { fail, ok, type Result } from '../model/result.ts';
import { type ColumnRole, columnRoles, type Mapping, metrics, repeatRules } from './mapping.ts';

const text = v.pipe(v.string(), v.maxLength(10_000));
const column = v.object({
  header: text,
  role: v.picklist(columnRoles as readonly ColumnRole[]),
  missing: v.array(text),
  label: v.optional(text),
  low: v.optional(v.pipe(v.number(), v.finite())),
  high: v.optional(v.pipe(v.number(), v.finite())),
  only: v.optional(v.array(text)),
  kept: v.optional(v.array(text)),
  dateOrder: v.optional(v.picklist(['dmy', 'mdy'])),
  decimalMark: v.optional(v.picklist(['.', ','])),
});
/** For schemas of what carries a mapping. */
export const mappingSchema = v.object({
  version: v.literal(1),
  metric: v.optional(v.picklist(metrics)),
  repeats: v.optional(v.picklist(repeatRules)),
  sheet: v.optional(text),
  columns: v.pipe(v.array(column), v.maxLength(16_384)),
});

/** What was read is no mapping. */
export interface NoMapping {
  kind: 'noMapping';
  /** What is wrong, for a message. */
  problem: string;
}

/** Reads a mapping that came from a file or another device. */
export function readMapping(json: unknown): Result<Mapping, NoMapping> {
  const parsed = v.safeParse(mappingSchema, json);
  if (parsed.success) return ok(parsed.output);
  const issue = parsed.issues[0];
  const where = issue.path?.map(({ key }) => String(key)).join('.') ?? '';
  return fail({ kind: 'noMapping', problem: `${where ? `${where}: ` : ''}${issue.message}` });
}
