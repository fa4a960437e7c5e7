import { docName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import { recordsIn } from '#core/model/record.ts';
import type { WaveStoreFault } from '#core/ports/waves.ts';
import {
  type CyclePast,
  type KnownPerson,
  knownFrom,
  type Past,
  pastOf,
  type RosterEntry,
  rosterEntry,
  type SegmentRef,
  segmentsToStartWith,
} from '#core/sample/index.ts';
import { segmentsOf } from '#core/segments/index.ts';
import type { WaveColumns, WaveHead } from '#core/waves/index.ts';
import type { Deps } from '#pwa/app/deps.ts';

type Needs = Pick<Deps, 'waves' | 'facts' | 'state' | 'replica' | 'session'>;

/** A wave's columns and what a selection starts from. */
export interface ReadWave {
  head: WaveHead;
  columns: WaveColumns;
  /** Segments that stand until somebody chooses. */
  proposed: readonly SegmentRef[];
}

export type Read<T> = { kind: 'read'; value: T } | { kind: 'failed'; fault: WaveStoreFault };

export const failed = (why: unknown): { kind: 'failed'; fault: WaveStoreFault } => ({
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

/** Cycles looked back upon, this one not counted: the longest anybody may be left in peace. */
export const lookBack = 12;

/** What happened in this cycle and those before it, by person key, and who those people are. */
export interface Before {
  past: ReadonlyMap<string, Past>;
  known: readonly KnownPerson[];
}

/** Reads what happened to everybody in this cycle and those before it: interviews, refusals and invitations. */
export async function readPast(needs: Needs): Promise<Before> {
  const { state, facts } = needs;
  const all = state.cycles.peek();
  const at = all.findIndex((c) => c.id === state.cycle.peek());
  const looked = at < 0 ? [] : all.slice(at, at + 1 + lookBack);
  const cycles = await Promise.all(
    looked.map(async ({ id }, ago): Promise<CyclePast> => {
      const [held, roster] = await Promise.all([
        facts.ofCycle(id),
        // this cycle's roster is on screen: its people are left out as such
        ago === 0 ? [] : rosterOf(needs, id),
      ]);
      return { ago, roster, interviewed: held.map((f) => f.person) };
    }),
  );
  return { past: pastOf(cycles), known: cycles.flatMap(({ roster }) => knownFrom(roster)) };
}

async function rosterOf({ replica, session }: Needs, cycle: string): Promise<RosterEntry[]> {
  const id = parseId<'cycle'>(cycle);
  if (!id.ok) return [];
  const doc = await replica.open(docName(session.workspace, 'cycle', id.value));
  try {
    return recordsIn(doc, rosterEntry);
  } finally {
    doc.close();
  }
}
