import { type CountTable, marginsOf, type NoTable, whyNot } from './chiSquareTest.ts';
import type { TooLarge } from './fisherExact.ts';

/** Fisher's exact test of a table of any shape. */
export interface FisherTable {
  kind: 'fisherTable';
  /** The chance, with these margins, of a table as likely as the one seen or less. */
  p: number;
}

const mostSteps = 3_000_000;

/**
 * Fisher's exact test that rows and columns of a table are independent (Freeman and Halton 1951), by a network: columns
 * are dealt out one by one, partial tables that leave the same row totals share a node, and what no completion can bring
 * across the limit is counted or dropped at once (Mehta and Patel 1983, JASA 78, 427-434). Assumes independent trials and
 * conditions on both margins. Not for large tables: past 3,000,000 steps it refuses, and Pearson's test is right there
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
  private readonly reaches = new Map<string, Reach>();
  private steps = 0;

  constructor(table: CountTable) {
    const { rows, columns, n } = marginsOf(table);
    this.table = table;
    this.rows = [...rows].sort(descending);
    this.columns = [...columns].sort(descending);
    this.logFactorials = logFactorialsTo(n);
  }

  /** Goes through the nodes once, which the test itself needs too; stops as soon as there are too many. */
  isTooLarge(): boolean {
    return this.reachOf(this.rows, 0) === null;
  }

  p(): number {
    const all = this.reachOf(this.rows, 0)?.total ?? 0;
    const seen = this.table.flat().reduce((sum, count) => sum - (this.logFactorials[count] ?? 0), 0);
    const limit = seen + Math.log1p(1e-7);
    let [counted, nodes] = [0, new Map([[keyOf(this.rows), new Map([['0', { past: 0, times: 1 }]])]])];
    for (let column = 0; column < this.columns.length; column++) {
      const next: typeof nodes = new Map();
      for (const [key, pasts] of nodes) counted += this.deal(rowsOf(key), column, pasts, limit, all, next);
      nodes = next;
    }
    return Math.min(1, counted);
  }

  /** Moves everything at a node on by a column; answers with the chance of what is settled by that. */
  private deal(
    rows: readonly number[],
    column: number,
    pasts: Map<string, Past>,
    limit: number,
    all: number,
    next: Map<string, Map<string, Past>>,
  ): number {
    let counted = 0;
    for (const [left, weight] of this.dealt(rows, this.columns[column] ?? 0)) {
      const reach = this.reachOf(left, column + 1);
      if (!reach) continue;
      for (const { past, times } of pasts.values()) {
        const so = past + weight;
        if (so + reach.longest <= limit) counted += times * Math.exp(so + reach.total - all);
        else if (so + reach.shortest <= limit) keep(next, keyOf(left), so, times);
      }
    }
    return counted;
  }

  private reachOf(rows: readonly number[], column: number): Reach | null {
    if (column === this.columns.length) return { longest: 0, shortest: 0, total: 0 };
    const key = `${column}:${keyOf(rows)}`;
    const known = this.reaches.get(key);
    if (known) return known;
    let [longest, shortest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    const totals: number[] = [];
    for (const [left, weight] of this.dealt(rows, this.columns[column] ?? 0)) {
      if (++this.steps > mostSteps) return null;
      const reach = this.reachOf(left, column + 1);
      if (!reach) return null;
      longest = Math.max(longest, weight + reach.longest);
      shortest = Math.min(shortest, weight + reach.shortest);
      totals.push(weight + reach.total);
    }
    const reach = { longest, shortest, total: logSum(totals) };
    this.reaches.set(key, reach);
    return reach;
  }

  /** Every way to deal a column out to the rows: what is left of them, in order, and what it weighs. */
  private *dealt(rows: readonly number[], column: number): Generator<[left: number[], weight: number]> {
    const given = new Array<number>(rows.length).fill(0);
    const room = rows.map((_, i) => rows.slice(i + 1).reduce((sum, row) => sum + row, 0));
    const logs = this.logFactorials;
    function* from(row: number, open: number, weight: number): Generator<[number[], number]> {
      if (row === rows.length) {
        yield [rows.map((total, i) => total - (given[i] ?? 0)).sort(descending), weight];
        return;
      }
      const most = Math.min(open, rows[row] ?? 0);
      for (let count = Math.max(0, open - (room[row] ?? 0)); count <= most; count++) {
        given[row] = count;
        yield* from(row + 1, open - count, weight - (logs[count] ?? 0));
      }
    }
    yield* from(0, column, 0);
  }
}

/** A way so far: its weight in logarithms, and how many times it was come by. */
interface Past {
  past: number;
  times: number;
}

/** Ways of the same weight are one way: their weights differ by rounding alone. */
function keep(next: Map<string, Map<string, Past>>, node: string, past: number, times: number): void {
  const pasts = next.get(node) ?? new Map<string, Past>();
  next.set(node, pasts);
  const key = past.toFixed(9);
  const same = pasts.get(key);
  if (same) same.times += times;
  else pasts.set(key, { past, times });
}

const descending = (a: number, b: number): number => b - a;
const keyOf = (rows: readonly number[]): string => rows.join();
const rowsOf = (key: string): number[] => key.split(',').map(Number);

function logSum(logs: readonly number[]): number {
  const top = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  return top + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - top), 0));
}

function logFactorialsTo(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let i = 2; i <= n; i++) logs[i] = (logs[i - 1] ?? 0) + Math.log(i);
  return logs;
}
