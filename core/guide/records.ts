import * as v from 'valibot';
import type { Fields } from '../model/json.ts';
import { defineRecord } from '../model/record.ts';
import { bands } from '../waves/index.ts';
import { defaultGuide } from './builtIn.ts';
import { areas, type Guide, probeKinds } from './guide.ts';

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
    questions: v.array(
      v.object({
        id: v.string(),
        area: v.picklist(areas),
        text: v.string(),
        probes: v.array(v.object({ kind: v.picklist(probeKinds), text: v.string() })),
        bands: v.array(v.picklist(bands)),
      }),
    ),
  }),
);

/** Where a version lies in the collection. */
export const guideKey = (id: string, version: number): string => `${id}.${version}`;

/**
 * The guide an interview is held with: built in, else from the stored collection. A version this device does not
 * have (yet), or cannot read, is answered with the built-in guide, so that a call never stands without questions.
 */
export function guideOf(id: string, version: number, stored: ReadonlyMap<string, Fields>): Guide {
  if (id === defaultGuide.id && version === defaultGuide.version) return defaultGuide;
  const fields = stored.get(guideKey(id, version));
  const parsed = fields && guideRecord.parse(id, fields);
  return parsed?.ok ? { ...parsed.value, id, version } : defaultGuide;
}
