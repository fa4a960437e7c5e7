import {
  defaultQuotas,
  type Quota,
  type RestRules,
  type SegmentRef,
  type SelectionPlan,
  type Study,
  studyAtFirst,
  usualRest,
  wantWithin,
} from '#core/sample/index.ts';
import type { Band } from '#core/waves/index.ts';
import type { CycleParts } from './cycleDoc.ts';
import type { ReadWave } from './reading.ts';

/** What a plan may say; what it does not say stands as usual. */
export type PlanFields = Partial<
  Pick<SelectionPlan, 'segments' | 'quotas' | 'seed' | 'study' | 'rest' | 'invitations'>
>;

/** A plan with everything in it that a draw depends on. */
export interface Plan {
  segments: readonly SegmentRef[];
  quotas: readonly Quota[];
  seed: string;
  study: Study;
  rest: RestRules;
}

/** The plan as it is kept, with what is being tried on top of it. */
export function planOf(
  wave: Pick<ReadWave, 'proposed'>,
  cycle: CycleParts,
  id: string,
  tried: PlanFields,
): Plan {
  const kept = { ...cycle.plan, ...tried };
  const segments = kept.segments ?? wave.proposed;
  const study = kept.study ?? studyAtFirst(segments);
  return {
    segments,
    study,
    quotas: withEveryBand(kept.quotas ?? defaultQuotas(segments, study), segments),
    seed: kept.seed || cycle.seed || id,
    rest: {
      ...usualRest,
      ...(typeof kept.rest === 'number' && { interviewed: kept.rest }),
      ...(typeof kept.invitations === 'number' && { invitations: kept.invitations }),
    },
  };
}

export const sameSegment = (a: SegmentRef | null, b: SegmentRef | null): boolean =>
  a?.dimension === b?.dimension && a?.value === b?.value;

/** A quota for every segment and band, 0 where none was set: the table has a field for each. */
function withEveryBand(quotas: readonly Quota[], segments: readonly SegmentRef[]): Quota[] {
  const places: readonly (SegmentRef | null)[] = segments.length > 0 ? segments : [null];
  return places.flatMap((segment) =>
    (['detractor', 'passive', 'promoter'] as const).map(
      (band) =>
        quotas.find((q) => q.band === band && sameSegment(q.segment, segment)) ?? { segment, band, want: 0 },
    ),
  );
}

export function withWant(
  quotas: readonly Quota[],
  segment: SegmentRef | null,
  band: Band,
  want: number,
): Quota[] {
  return quotas.map((q) =>
    q.band === band && sameSegment(q.segment, segment) ? { ...q, want: wantWithin(want) } : { ...q },
  );
}

/** The tiers of a wave, for the quick start: the dimension that is called so, else its first. At most six values. */
export function tiersOf({ columns }: ReadWave): SegmentRef[] {
  const named = columns.segments.find(({ name }) => /tier|plan|edition/i.test(name));
  const column = named ?? columns.segments[0];
  return (column?.values ?? []).slice(0, 6).map((value) => ({ dimension: column?.name ?? '', value }));
}
