import * as v from 'valibot';
import { categories } from '#core/themes/index.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const points = v.pipe(v.number(), v.minValue(-100), v.maxValue(100));

/** One segment's score: points, its 95 % interval, and whether it differs from everyone else beyond noise. */
export const segmentFigure = v.object({
  dimension: v.string(),
  value: v.string(),
  n: count,
  /** Null where nobody in the segment answered. */
  nps: v.nullable(v.object({ value: points, low: points, high: points })),
  /** Fewer than 30 answers. */
  isSmall: v.boolean(),
  beyondNoise: v.boolean(),
});
export type SegmentFigure = v.InferOutput<typeof segmentFigure>;

/** Part `figures:<wave>`: what the card says about a wave. */
export const waveFigures = v.object({
  cycleName: v.string(),
  lastDay: v.string(),
  sample: v.boolean(),
  segments: v.array(segmentFigure),
});
export type WaveFigures = v.InferOutput<typeof waveFigures>;

/** What interviews add to one person. */
export const personFacts = v.object({
  /** Strongest first; merged themes under the theme they went into. */
  themes: v.array(
    v.object({
      name: v.string(),
      category: v.picklist(categories),
      severity: v.picklist([0, 1, 2, 3]),
    }),
  ),
  interviews: count,
  /** Of the latest interview with notes: when it began (ms since 1970 UTC), whether it ended, how many notes. */
  last: v.object({ startedAt: v.number(), running: v.boolean(), notes: count }),
});
export type PersonFacts = v.InferOutput<typeof personFacts>;

/** Part `people:<bucket>`: by person key. Buckets, so that one more note moves little. */
export const peoplePart = v.record(v.string(), personFacts);
export type PeoplePart = v.InferOutput<typeof peoplePart>;

const buckets = 32;

/** The bucket a person's facts lie in (FNV-1a). */
export function bucketOf(person: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < person.length; i++) hash = Math.imul(hash ^ person.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % buckets;
}
