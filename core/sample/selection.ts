import * as v from 'valibot';
import { defineRecord, type RecordOf } from '../model/record.ts';

const ref = v.object({ dimension: v.string(), value: v.string() });

/**
 * How the people of a cycle are chosen: document `cycle/<id>`, collection `selection`, id `plan`. With the wave it
 * holds all that a draw depends on, so that anybody can repeat it. Null where nobody has decided yet.
 */
export const selectionPlan = defineRecord(
  'selection',
  v.object({
    /** Segments to interview; null while the proposed ones stand, empty for anybody. */
    segments: v.fallback(v.nullable(v.array(ref)), null),
    /** Quotas as changed by hand; null while the usual ones stand. */
    quotas: v.fallback(
      v.nullable(
        v.array(
          v.object({
            segment: v.nullable(ref),
            band: v.picklist(['detractor', 'passive', 'promoter']),
            want: v.number(),
          }),
        ),
      ),
      null,
    ),
    /** Empty while the cycle's own seed stands. */
    seed: v.fallback(v.string(), ''),
  }),
);
export type SelectionPlan = RecordOf<typeof selectionPlan>;
