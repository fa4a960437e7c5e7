import * as v from 'valibot';
import { defineRecord, type RecordOf } from '../model/record.ts';
import { wantWithin } from './quotas.ts';
import { studies } from './studies.ts';

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
    /** Quotas as changed by hand, each within bounds whatever another device wrote; null while the usual ones stand. */
    quotas: v.fallback(
      v.nullable(
        v.array(
          v.object({
            segment: v.nullable(ref),
            band: v.picklist(['detractor', 'passive', 'promoter']),
            want: v.pipe(v.number(), v.transform(wantWithin)),
          }),
        ),
      ),
      null,
    ),
    /** Empty while the cycle's own seed stands. */
    seed: v.fallback(v.string(), ''),
    /** What the selection is for; null while the usual study of so many segments stands. */
    study: v.fallback(v.nullable(v.picklist(studies)), null),
    /** Cycles before this one in which an interview keeps somebody out; null for the usual number. */
    rest: v.fallback(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(12))), null),
    /** Most invitations of the last four cycles; null for the usual number. */
    invitations: v.fallback(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12))), null),
  }),
);
export type SelectionPlan = RecordOf<typeof selectionPlan>;
