import type { Band, WaveColumns } from '../waves/index.ts';
import type { SegmentRef } from './candidate.ts';
import { frameOf, type Pool } from './frame.ts';
import type { LeftOutReason } from './leftOut.ts';
import type { Quota } from './quotas.ts';

/** Where somebody was drawn from: "Enterprise x detractor, score 4". */
export interface StratumRef {
  segment: SegmentRef | null;
  band: Band;
  score: number;
}

/** A row drawn, with the reason as facts. */
export interface Chosen {
  row: number;
  reason: StratumRef;
  /** Place of the quota that asked for them. */
  quota: number;
}

/** What became of one quota. */
export interface QuotaOutcome {
  quota: Quota;
  got: number;
  /** Null when full; else how many are missing and where the people who fit went. */
  shortfall: {
    missing: number;
    /** People who fit, asked or not. */
    fit: number;
    /** Of those, drawn for another quota. */
    chosenElsewhere: number;
    leftOut: Readonly<Partial<Record<LeftOutReason, number>>>;
  } | null;
}

/** What a draw came to: who is asked, who is not and why, and how far each quota is met. */
export interface Draw {
  /** By quota, then score, then row. */
  chosen: readonly Chosen[];
  /** Rows that fit a quota, were looked at and are not asked, each with the reason, by row. */
  leftOut: readonly { row: number; reason: LeftOutReason }[];
  outcomes: readonly QuotaOutcome[];
}

/** By row: why not, null for those who can be asked; undefined where nobody has looked yet. */
export type Standings = ReadonlyMap<number, LeftOutReason | null>;

/** A draw, or the rows whose people must be looked at before it can be made. */
export type DrawStep = { kind: 'look'; rows: readonly number[] } | { kind: 'drawn'; draw: Draw };

/** A draw on its way: it asks for the people it must see, a few at a time. */
export interface Drawing {
  /**
   * Goes as far as is known. Hand back the standing of the rows it asks for and go on: what comes out is the draw that
   * knowing everybody would give, though only those near the front of the draw were ever read.
   */
  step(standings: Standings): DrawStep;
}

/** Rows of each segment and score kept at first beyond what a quota wants; four times as many when they run out. */
const spareAtFirst = 32;

/**
 * Draws whom to interview. Within a quota every score that occurs is a stratum: strata take turns, in an order that is
 * spread over the range, so that it is covered from end to end and no score gets two before each has one; within a
 * stratum the seed decides. A quota that falls short takes over people whom another can spare, so that no quota is short
 * while a different sharing out would fill it. The same wave, quotas and seed give the same draw in whatever order rows
 * are looked at; one more wanted adds one and leaves the others.
 */
export function startDraw(columns: WaveColumns, quotas: readonly Quota[], seed: string): Drawing {
  let depth = Math.max(0, ...quotas.map(({ want }) => want)) + spareAtFirst;
  let pools = frameOf(columns, quotas, seed, depth);
  let ahead = 0;
  return {
    step(standings) {
      for (;;) {
        const filled = fill(pools, standings, ahead);
        if (!filled.cut) {
          if (filled.unknown.size === 0) return { kind: 'drawn', draw: drawOf(pools, filled, standings) };
          // where many cannot be asked, more are looked at each time: reading is what takes long
          ahead = ahead * 2 + 1;
          return { kind: 'look', rows: ascending(filled.unknown) };
        }
        depth *= 4;
        pools = frameOf(columns, quotas, seed, depth);
      }
    },
  };
}

/** A draw where it is known of every row whether it can be asked. */
export function drawSample(
  columns: WaveColumns,
  quotas: readonly Quota[],
  seed: string,
  standingOf: (row: number) => LeftOutReason | null = () => null,
): Draw {
  const drawing = startDraw(columns, quotas, seed);
  const standings = new Map<number, LeftOutReason | null>();
  for (;;) {
    const step = drawing.step(standings);
    if (step.kind === 'drawn') return step.draw;
    for (const row of step.rows) standings.set(row, standingOf(row));
  }
}

const ascending = (rows: Iterable<number>): number[] => [...rows].sort((a, b) => a - b);

interface Filled {
  /** By row, the place of the quota that took it. */
  taken: ReadonlyMap<number, number>;
  /** Rows taken for granted that nobody has looked at. */
  unknown: ReadonlySet<number>;
  /** Whether the frame ended before its strata did. */
  cut: boolean;
}

function fill(pools: readonly Pool[], standings: Standings, ahead: number): Filled {
  const taken = new Map<number, number>();
  const unknown = new Set<number>();
  let cut = false;
  const turns = pools.map(turnsOf);
  /** The next row of a quota that is free and, as far as is known, can be asked. */
  const nextOf = (at: number): number | null => {
    for (;;) {
      const row = turns[at]?.() ?? null;
      if (row === 'cut') cut = true;
      if (row === null || row === 'cut') return null;
      if (taken.has(row)) continue;
      const standing = standings.get(row);
      if (standing === undefined) unknown.add(row);
      if (!standing) return row;
    }
  };
  const order = tightestFirst(pools);
  const short: number[] = [];
  for (const at of order)
    for (let got = 0; got < (pools[at]?.quota.want ?? 0); got++) {
      const row = nextOf(at);
      if (row === null) {
        short.push(at);
        break;
      }
      taken.set(row, at);
    }
  for (const at of short) while (isShort(pools, taken, at) && takeOver(pools, taken, nextOf, at));
  const filled = { taken, unknown, cut };
  if (unknown.size > 0) for (const at of order) for (let i = 0; i < ahead && nextOf(at) !== null; i++);
  return filled;
}

/** By people to spare, the fewest first: one person who fits two quotas does not leave the tighter one short. */
function tightestFirst(pools: readonly Pool[]): number[] {
  const spare = (at: number) => (pools[at]?.count ?? 0) - (pools[at]?.quota.want ?? 0);
  return pools.map((_, at) => at).sort((a, b) => spare(a) - spare(b) || a - b);
}

/** The rows of a quota one by one, its scores in turns; 'cut' where there are more than the frame holds. */
function turnsOf({ strata }: Pool): () => number | 'cut' | null {
  let left = strata.map(({ rows, count }) => ({ rows, count, next: 0 }));
  let turn = 0;
  return () => {
    while (left.length > 0) {
      if (turn >= left.length) {
        turn = 0;
        left = left.filter(({ next, count }) => next < count);
        continue;
      }
      const stratum = left[turn++];
      if (!stratum || stratum.next >= stratum.count) continue;
      const row = stratum.rows[stratum.next++];
      return row ?? 'cut';
    }
    return null;
  };
}

const gotBy = (taken: ReadonlyMap<number, number>, at: number): number =>
  [...taken.values()].filter((quota) => quota === at).length;

const isShort = (pools: readonly Pool[], taken: ReadonlyMap<number, number>, at: number): boolean =>
  gotBy(taken, at) < (pools[at]?.quota.want ?? 0);

/**
 * Gives a short quota one person of another that can replace them, in as many steps as it takes (an augmenting path, so
 * that as many are drawn as can be). False when nobody can be spared anywhere.
 */
function takeOver(
  pools: readonly Pool[],
  taken: Map<number, number>,
  nextOf: (at: number) => number | null,
  short: number,
): boolean {
  const cameBy = new Map<number, { row: number; to: number }>();
  const queue = [short];
  for (const at of queue) {
    for (const row of ascending(taken.keys())) {
      const holder = taken.get(row) as number;
      if (holder === short || cameBy.has(holder) || !pools[at]?.fits(row)) continue;
      cameBy.set(holder, { row, to: at });
      const free = nextOf(holder);
      if (free === null) {
        queue.push(holder);
        continue;
      }
      taken.set(free, holder);
      for (let step = cameBy.get(holder); step; step = cameBy.get(step.to)) taken.set(step.row, step.to);
      return true;
    }
  }
  return false;
}

function drawOf(pools: readonly Pool[], { taken }: Filled, standings: Standings): Draw {
  const chosen = pools.flatMap(({ quota: { segment, band }, strata }, quota) => {
    const scoreOf = new Map(strata.flatMap(({ score, rows }) => rows.map((row) => [row, score] as const)));
    return [...taken]
      .filter(([, at]) => at === quota)
      .map(([row]): Chosen => ({ row, quota, reason: { segment, band, score: scoreOf.get(row) ?? 0 } }))
      .sort((a, b) => a.reason.score - b.reason.score || a.row - b.row);
  });
  return {
    chosen,
    leftOut: ascending(standings.keys()).flatMap((row) => {
      const reason = standings.get(row);
      return reason && pools.some((pool) => pool.fits(row)) ? [{ row, reason }] : [];
    }),
    outcomes: pools.map((pool, at) => outcomeOf(pool, at, taken, standings)),
  };
}

function outcomeOf(
  { quota, count, strata }: Pool,
  at: number,
  taken: ReadonlyMap<number, number>,
  standings: Standings,
): QuotaOutcome {
  const got = gotBy(taken, at);
  if (got >= quota.want) return { quota, got, shortfall: null };
  const leftOut: Partial<Record<LeftOutReason, number>> = {};
  let chosenElsewhere = 0;
  // a quota falls short only once each of its strata was looked at to the end
  for (const row of strata.flatMap(({ rows }) => rows)) {
    const reason = standings.get(row);
    if (reason) leftOut[reason] = (leftOut[reason] ?? 0) + 1;
    const quotaOf = taken.get(row);
    if (quotaOf !== undefined && quotaOf !== at) chosenElsewhere++;
  }
  return { quota, got, shortfall: { missing: quota.want - got, fit: count, chosenElsewhere, leftOut } };
}
