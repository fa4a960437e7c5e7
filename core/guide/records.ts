import * as v from 'valibot';
import type { Fields } from '../model/json.ts';
import { defineRecord } from '../model/record.ts';
import { bands } from '../waves/index.ts';
import { builtInGuides, defaultGuide } from './builtIn.ts';
import { areas, type Guide, probeKinds } from './guide.ts';

/** A field that older versions do not have; what cannot be read counts as absent. */
const later = <S extends v.GenericSchema>(schema: S) => v.optional(v.fallback(v.optional(schema), undefined));

const list = <S extends v.GenericSchema>(of: S) => v.pipe(v.array(of), v.readonly());
const condition = v.object({ dimension: v.string(), values: list(v.string()) });

/** A question as it is stored, in a guide and with an interview. */
export const questionSchema = v.object({
  id: v.string(),
  area: v.picklist(areas),
  text: v.string(),
  probes: list(v.object({ kind: v.picklist(probeKinds), text: v.string() })),
  bands: list(v.picklist(bands)),
  when: later(list(condition)),
  insteadOf: later(v.string()),
  why: later(v.string()),
});

/** One version of a guide, never changed once written. Document `guides`, collection `guide`, id of `guideKey`. */
export const guideRecord = defineRecord(
  'guide',
  v.object({
    name: v.string(),
    language: v.fallback(v.string(), ''),
    minutes: v.object({
      scoreDrivers: v.number(),
      experience: v.number(),
      competition: v.number(),
      priorities: v.number(),
    }),
    questions: list(questionSchema),
    /** Member who saved it, and the name at that time. */
    by: v.fallback(v.string(), ''),
    byName: v.fallback(v.string(), ''),
    /** Milliseconds since 1970 UTC, as their clock said; 0 for not known. */
    at: v.fallback(v.number(), 0),
    /** Key of the version it was made from; empty for a guide that began with it. */
    basedOn: v.fallback(v.string(), ''),
  }),
);

/** Where a version lies in the collection. */
export const guideKey = (id: string, version: number): string => `${id}.${version}`;

/**
 * The guide an interview is held with: built in, else from the stored collection. A version this device does not
 * have (yet), or cannot read, is answered with the built-in guide, so that a call never stands without questions.
 */
export function guideOf(id: string, version: number, stored: ReadonlyMap<string, Fields>): Guide {
  const builtIn = builtInGuides.find((g) => g.id === id && g.version === version);
  if (builtIn) return builtIn;
  const fields = stored.get(guideKey(id, version));
  const parsed = fields && guideRecord.parse(id, fields);
  return parsed?.ok ? { ...parsed.value, id, version } : defaultGuide;
}
