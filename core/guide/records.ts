import * as v from 'valibot';
import type { Fields } from '../model/json.ts';
import { defineRecord } from '../model/record.ts';
import { builtInGuides, defaultGuide } from './builtIn.ts';
import type { Guide } from './guide.ts';
import { questionSchema } from './questionSchema.ts';

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
    questions: v.pipe(v.array(questionSchema), v.readonly()),
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
