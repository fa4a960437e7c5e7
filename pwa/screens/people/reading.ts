import { seededChance } from '#core/model/chance.ts';
import type { WaveStoreFault } from '#core/ports/waves.ts';
import {
  type Candidate,
  candidatesOf,
  type KnownReason,
  type Quota,
  rowsToRead,
  type SegmentRef,
  segmentsToStartWith,
} from '#core/sample/index.ts';
import { segmentsOf } from '#core/segments/index.ts';
import type { WaveColumns, WaveHead } from '#core/waves/index.ts';
import type { Deps } from '#pwa/app/deps.ts';

type Needs = Pick<Deps, 'waves' | 'facts' | 'state'>;

/** A wave's columns and what a selection starts from. */
export interface ReadWave {
  head: WaveHead;
  columns: WaveColumns;
  /** Segments that stand until somebody chooses. */
  proposed: readonly SegmentRef[];
}

export type Read<T> = { kind: 'read'; value: T } | { kind: 'failed'; fault: WaveStoreFault };

const failed = (why: unknown): { kind: 'failed'; fault: WaveStoreFault } => ({
  kind: 'failed',
  fault: { kind: 'unavailable', reason: why instanceof Error ? why.message : '' },
});

export async function readWave(
  { waves }: Needs,
  head: WaveHead,
  earlier: WaveHead | null,
): Promise<Read<ReadWave>> {
  try {
    const [now, then] = await Promise.all([
      waves.columns(head.id),
      earlier ? waves.columns(earlier.id) : null,
    ]);
    if (!now.ok) return { kind: 'failed', fault: now.why };
    const map = segmentsOf(now.value, then?.ok ? then.value : undefined);
    return { kind: 'read', value: { head, columns: now.value, proposed: segmentsToStartWith(map) } };
  } catch (why) {
    return failed(why);
  }
}

/** The people a draw may choose from. */
export interface Pool {
  people: readonly Candidate[];
  /** Rows that fit; more than `people` when only a random part of a large wave was read. */
  all: number;
}

export async function readPool(
  { waves }: Needs,
  { head, columns }: ReadWave,
  quotas: readonly Quota[],
  seed: string,
): Promise<Read<Pool>> {
  try {
    // a chance of its own, so that what is looked at does not shift who is drawn
    const { rows, all } = rowsToRead(columns, quotas, seededChance(`${seed} looked at`));
    const people = await waves.people(head.id, rows);
    if (!people.ok) return { kind: 'failed', fault: people.why };
    return { kind: 'read', value: { people: candidatesOf(people.value, columns), all } };
  } catch (why) {
    return failed(why);
  }
}

/** Cycles in which somebody who was interviewed is not asked again: this one and the two before it. */
export const restCycles = 2;

/** People who were interviewed lately, by key. */
export async function interviewedLately({ facts, state }: Needs): Promise<Map<string, KnownReason>> {
  const cycles = state.cycles.peek();
  const at = cycles.findIndex((c) => c.id === state.cycle.peek());
  const lately = at < 0 ? [] : cycles.slice(at, at + 1 + restCycles);
  const found = await Promise.all(lately.map((c) => facts.ofCycle(c.id)));
  return new Map(found.flat().map((f) => [f.person, 'interviewedRecently']));
}
