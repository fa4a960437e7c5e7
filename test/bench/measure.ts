/** One figure of a benchmark; `run.ts` prints it as one line. */
export interface Line {
  /** What was measured, where and on what: "five one-way tables, 1,000,000 rows, Node". */
  figure: string;
  ours: Amount;
  /** Left out where the goal is an absolute limit. */
  baseline?: Amount & { which: string };
  goal: Goal;
}

export interface Amount {
  value: number;
  unit: 'ms' | 'KiB' | '%';
}

/**
 * What would be good enough.
 * `timesFaster`: baseline / ours is at least this. `timesOf`: ours / baseline is at most this.
 * `limit`: ours is at most this, in its own unit. `none`: told for information, always ok.
 */
export type Goal =
  | { kind: 'timesFaster'; atLeast: number }
  | { kind: 'timesOf'; atMost: number }
  | { kind: 'limit'; atMost: number }
  | { kind: 'none' };

/** A thing to time. What it returns is kept, so that no engine may leave the work out. */
export type Candidate = () => unknown;

export interface Rounds {
  /** Measured rounds, at least 5; 9 unless told. */
  rounds?: number;
  /** Rounds run first and thrown away; 2 unless told. 0 for cold starts. */
  warmUp?: number;
}

/** Holds the last result of every candidate: a sink the optimiser cannot see through. */
export const sink: { last: unknown } = { last: undefined };

/**
 * Milliseconds of each candidate, the median over interleaved rounds: in every round each runs once, in an order that
 * moves on by one, so that heat, garbage and neighbours fall on all of them alike.
 */
export async function medians<K extends string>(
  candidates: Readonly<Record<K, Candidate>>,
  { rounds = 9, warmUp = 2 }: Rounds = {},
): Promise<Record<K, number>> {
  if (rounds < 5) throw new Error(`a median needs at least 5 rounds, got ${rounds}`);
  const names = Object.keys(candidates) as K[];
  const times = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round++)
    for (let i = 0; i < names.length; i++) {
      const name = names[(i + round + warmUp) % names.length] as K;
      const took = await timed(candidates[name]);
      if (round >= 0) times.get(name)?.push(took);
    }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<K, number>;
}

async function timed(candidate: Candidate): Promise<number> {
  const start = performance.now();
  const result = candidate();
  // An await costs a turn of the loop: only those who need it pay for it.
  sink.last = result instanceof Promise ? await result : result;
  return performance.now() - start;
}

/** The middle value; of an even number the mean of the middle two. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('the median of nothing');
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2;
}

/** The ratio a goal speaks of, or null where it speaks of none. */
export function ratioOf({ ours, baseline, goal }: Line): number | null {
  if (!baseline) return null;
  return goal.kind === 'timesFaster' ? baseline.value / ours.value : ours.value / baseline.value;
}

/** Whether a figure reaches its goal. A figure that is not a number never does. */
export function isReached(line: Line): boolean {
  const ratio = ratioOf(line) ?? Number.NaN;
  switch (line.goal.kind) {
    case 'timesFaster':
      return ratio >= line.goal.atLeast;
    case 'timesOf':
      return ratio <= line.goal.atMost;
    case 'limit':
      return line.ours.value <= line.goal.atMost;
    case 'none':
      return true;
  }
}

/** `name | figure | ours | baseline (which) | ratio | goal | ok or short`. */
export function lineText(name: string, line: Line): string {
  const ratio = ratioOf(line);
  return [
    name,
    line.figure,
    amountText(line.ours),
    line.baseline ? `${amountText(line.baseline)} (${line.baseline.which})` : '-',
    ratio === null ? '-' : `${short(ratio)}x`,
    goalText(line),
    isReached(line) ? 'ok' : 'short',
  ].join(' | ');
}

function goalText({ goal, ours }: Line): string {
  switch (goal.kind) {
    case 'timesFaster':
      return `>= ${goal.atLeast}x`;
    case 'timesOf':
      return `<= ${goal.atMost}x`;
    case 'limit':
      return `<= ${goal.atMost} ${ours.unit}`;
    case 'none':
      return '-';
  }
}

const amountText = ({ value, unit }: Amount): string => `${short(value)} ${unit}`;

/** Three significant figures, one decimal from 100 on, never an exponent. */
function short(value: number): string {
  if (!Number.isFinite(value)) return 'not measured';
  return value >= 100 ? String(Number(value.toFixed(1))) : String(Number(value.toPrecision(3)));
}
