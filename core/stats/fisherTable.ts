import { type CountTable, marginsOf, type NoTable, whyNot } from './chiSquareTest.ts';
import type { TooLarge } from './fisherExact.ts';

/** Fisher's exact test of a table of any shape. */
export interface FisherTable {
  kind: 'fisherTable';
  /** The chance, with these margins, of a table as likely as the one seen or less. */
  p: number;
}

const mostSteps = 600_000;

/**
 * Fisher's exact test that rows and columns of a table are independent (Freeman and Halton 1951), by a network: columns
 * are dealt out one by one, partial tables that leave the same row totals share a node, and what no completion can bring
 * across the limit is counted or dropped at once (Mehta and Patel 1983, JASA 78, 427-434). Assumes independent trials and
 * conditions on both margins. Takes up to a few seconds: ask for it off the
 * page's thread. Not for large tables: past 600,000 steps it refuses, and Pearson's test is right there
 * unless a few cells expect next to nothing. Equals R `fisher.test(table)$p.value`.
 */
export function fisherTable(table: CountTable): FisherTable | NoTable | TooLarge {
  const why = whyNot(table);
  if (why) return { kind: 'noTable', why };
  const flipped = table.length > (table[0]?.length ?? 0) ? transposed(table) : table;
  const network = new Network(flipped);
  return network.isTooLarge()
    ? { kind: 'tooLarge', most: mostSteps }
    : { kind: 'fisherTable', p: network.p() };
}

const transposed = (table: CountTable): CountTable =>
  (table[0] ?? []).map((_, c) => table.map((row) => row[c] ?? 0));

/** What a node's completions can weigh, in logarithms: the likeliest, the least likely, and all together. */
interface Reach {
  longest: number;
  shortest: number;
  total: number;
}

class Network {
  private readonly table: CountTable;
  private readonly columns: readonly number[];
  private readonly rows: readonly number[];
  private readonly logFactorials: Float64Array;
  private readonly reaches: Map<string, Reach>[];
  private steps = 0;

  constructor(table: CountTable) {
    const { rows, columns, n } = marginsOf(table);
    this.table = table;
    this.rows = [...rows].sort(descending);
    this.columns = [...columns].sort(descending);
    this.reaches = columns.map(() => new Map());
    this.logFactorials = logFactorialsTo(n);
  }

  /** Goes through the nodes once, which the test itself needs too; stops as soon as there are too many. */
  isTooLarge(): boolean {
    this.reachOf(this.rows, 0);
    return this.steps > mostSteps;
  }

  p(): number {
    const all = this.reachOf(this.rows, 0).total;
    const seen = this.table.flat().reduce((sum, count) => sum - (this.logFactorials[count] ?? 0), 0);
    const limit = seen + Math.log1p(1e-7);
    let counted = 0;
    let nodes: Nodes = new Map([[keyOf(this.rows), { rows: this.rows, pasts: [0], times: [1] }]]);
    for (let column = 0; column < this.columns.length; column++) {
      const next: Nodes = new Map();
      for (const node of nodes.values()) counted += this.moveOn(node, column, limit, all, next);
      nodes = next;
    }
    return Math.min(1, counted);
  }

  /** Moves all ways at a node on by a column; answers with the chance of those that are settled by it. */
  private moveOn(node: Node, column: number, limit: number, all: number, next: Nodes): number {
    const { pasts, times, sums, top } = inOrderOfWeight(node);
    let counted = 0;
    this.deal(node.rows, this.columns[column] ?? 0, (left, weight) => {
      const { longest, shortest, total } = this.reachOf(left, column + 1);
      const settled = firstAbove(pasts, limit - weight - longest);
      const open = firstAbove(pasts, limit - weight - shortest);
      if (settled > 0) counted += (sums[settled - 1] as number) * Math.exp(top + weight + total - all);
      if (open === settled) return;
      const to = nodeAt(next, left);
      for (let i = settled; i < open; i++) {
        to.pasts.push((pasts[i] as number) + weight);
        to.times.push(times[i] as number);
      }
    });
    return counted;
  }

  private reachOf(rows: readonly number[], column: number): Reach {
    const seen = this.reaches[column];
    if (!seen) return { longest: 0, shortest: 0, total: 0 };
    const key = keyOf(rows);
    const known = seen.get(key);
    if (known) return known;
    let [longest, shortest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    const totals: number[] = [];
    this.deal(rows, this.columns[column] ?? 0, (left, weight) => {
      if (++this.steps > mostSteps) return;
      const reach = this.reachOf(left, column + 1);
      longest = Math.max(longest, weight + reach.longest);
      shortest = Math.min(shortest, weight + reach.shortest);
      totals.push(weight + reach.total);
    });
    const reach = { longest, shortest, total: logSum(totals) };
    seen.set(key, reach);
    return reach;
  }

  /** Every way to deal a column out to the rows: what is left of them, in order, and what the column weighs. */
  private deal(
    rows: readonly number[],
    column: number,
    take: (left: number[], weight: number) => void,
  ): void {
    const left = [...rows];
    const room = rows.map((_, i) => rows.slice(i + 1).reduce((sum, row) => sum + row, 0));
    const logs = this.logFactorials;
    const from = (row: number, open: number, weight: number): void => {
      if (this.steps > mostSteps) return;
      const total = rows[row] ?? 0;
      if (row === rows.length - 1) {
        left[row] = total - open;
        take(inOrder(left), weight - (logs[open] ?? 0));
        return;
      }
      const most = Math.min(open, total);
      for (let count = Math.max(0, open - (room[row] ?? 0)); count <= most; count++) {
        left[row] = total - count;
        from(row + 1, open - count, weight - (logs[count] ?? 0));
      }
    };
    from(0, column, 0);
  }
}

/** Row totals still open, in order, and the ways that led there: weight in logarithms, and how often it was come by. */
interface Node {
  rows: readonly number[];
  pasts: number[];
  times: number[];
}
type Nodes = Map<string, Node>;

function nodeAt(nodes: Nodes, rows: readonly number[]): Node {
  const key = keyOf(rows);
  const known = nodes.get(key);
  if (known) return known;
  const node = { rows, pasts: [], times: [] };
  nodes.set(key, node);
  return node;
}

/**
 * The ways to a node from the lightest up, those of one weight taken together (what differs beyond the tenth decimal is
 * rounding); with running sums of what they weigh, each times e^-top.
 */
function inOrderOfWeight(node: Node) {
  const order = Uint32Array.from(node.pasts, (_, i) => i).sort(
    (i, j) => (node.pasts[i] as number) - (node.pasts[j] as number),
  );
  const [pasts, times, sums]: [number[], number[], number[]] = [[], [], []];
  for (const i of order) {
    const past = node.pasts[i] as number;
    const last = pasts.length - 1;
    if (last >= 0 && past - (pasts[last] as number) < 1e-10)
      times[last] = (times[last] as number) + (node.times[i] as number);
    else {
      pasts.push(past);
      times.push(node.times[i] as number);
    }
  }
  const top = pasts.at(-1) ?? 0;
  let sum = 0;
  for (const [i, past] of pasts.entries()) {
    sum += (times[i] as number) * Math.exp(past - top);
    sums.push(sum);
  }
  return { pasts, times, sums, top };
}

/** How many of these numbers, in order, are at most `limit`. */
function firstAbove(ordered: readonly number[], limit: number): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The order of rows changes nothing: largest first. */
function inOrder(rows: readonly number[]): number[] {
  const sorted = [...rows];
  for (let i = 1; i < sorted.length; i++)
    for (let j = i; j > 0 && (sorted[j] as number) > (sorted[j - 1] as number); j--)
      [sorted[j], sorted[j - 1]] = [sorted[j - 1] as number, sorted[j] as number];
  return sorted;
}

const descending = (a: number, b: number): number => b - a;
const keyOf = (rows: readonly number[]): string => rows.join();

function logSum(logs: readonly number[]): number {
  const top = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  return top + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - top), 0));
}

function logFactorialsTo(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let i = 2; i <= n; i++) logs[i] = (logs[i - 1] ?? 0) + Math.log(i);
  return logs;
}
