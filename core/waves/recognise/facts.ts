import { readDate } from '../cells/dates.ts';
import { decimalMarkOf, type MarkEvidence, noMarks, tallyMark } from '../cells/marks.ts';
import { isNoAnswerWord } from '../cells/missing.ts';
import { labelledNumber, numberOf } from '../cells/numbers.ts';
import type { ValueCount } from '../inspection.ts';
import { DistinctCells } from '../scan/distinct.ts';
import type { RowReader } from '../scan/rows.ts';

/** Different values counted per column; beyond them only how many cells are filled. */
export const distinctLimit = 4096;

/** What the cells of one column are like. Shares are of the filled cells that are no usual word for "no answer". */
export interface ColumnFacts {
  filled: number;
  empty: number;
  distinct: number;
  distinctMore: boolean;
  top: ValueCount[];
  numbers: { count: number; whole: number; low: number; high: number } | null;
  dates: number;
  longest: number;
  /** Filled cells that mean something. */
  said: number;
  numberShare: number;
  wholeShare: number;
  dateShare: number;
  emailShare: number;
  phoneShare: number;
  linkShare: number;
  /** Different values per filled cell, 1 where every cell differs. */
  uniqueShare: number;
  meanLength: number;
  /** Every whole number and how often it came, of columns with few different values. */
  wholes: ReadonlyMap<number, number>;
  /** Numbers that stand before their own words ("5 - Very good"), not among the numbers, and how often each came. */
  labelled: ReadonlyMap<number, number>;
  /** Different values that mean something. */
  saidDistinct: number;
  /** What its numbers say of the decimal mark. */
  marks: MarkEvidence;
  /** The different values as far as they were counted. */
  samples: readonly ValueCount[];
}

const email = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
const phone = /^\+?[\d\s().\-/]{7,20}$/;
const link = /^(https?:\/\/|www\.|\/)\S+$/i;

/** Counts one column's cells while the rows pass. */
export class ColumnTally {
  longest = 0;
  private beyond = 0;
  private readonly cells: DistinctCells;
  private readonly reader: RowReader;
  private readonly cell: number;

  constructor(reader: RowReader, cell: number) {
    this.reader = reader;
    this.cell = cell;
    this.cells = new DistinctCells(reader, distinctLimit);
  }

  /** Takes in the reader's current row. */
  take(): void {
    const { reader, cell } = this;
    if (cell < reader.count) this.longest = Math.max(this.longest, reader.ends[cell]! - reader.starts[cell]!);
    if (this.cells.codeOf(cell) < 0) this.beyond++;
  }

  facts(): ColumnFacts {
    const { cells } = this;
    const values = Array.from({ length: cells.size }, (_, i) => ({
      value: cells.text(i + 1),
      count: cells.countOf(i + 1),
    }));
    return factsOf(values, cells.countOf(0), this.beyond, this.longest);
  }
}

function factsOf(values: ValueCount[], empty: number, beyond: number, longest: number): ColumnFacts {
  const counted = { seen: 0, said: 0, saidDistinct: 0, letters: 0, dates: 0, emails: 0, phones: 0, links: 0 };
  const numbers = { count: 0, whole: 0, low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY };
  const wholes = new Map<number, number>();
  const labelled = new Map<number, number>();
  const marks = noMarks();
  for (const { value } of values) tallyMark(marks, value);
  const { mark } = decimalMarkOf(marks, '.');
  for (const { value, count } of values) {
    counted.seen += count;
    if (isNoAnswerWord(value)) continue;
    counted.said += count;
    counted.saidDistinct++;
    counted.letters += value.length * count;
    const before = labelledNumber(value);
    if (before !== null) labelled.set(before, (labelled.get(before) ?? 0) + count);
    const number = before === null ? numberOf(value, mark) : null;
    if (number !== null) {
      numbers.count += count;
      numbers.low = Math.min(numbers.low, number);
      numbers.high = Math.max(numbers.high, number);
      if (Number.isInteger(number)) {
        numbers.whole += count;
        wholes.set(number, (wholes.get(number) ?? 0) + count);
      }
    } else if (email.test(value)) counted.emails += count;
    else if (link.test(value)) counted.links += count;
    if (phone.test(value)) counted.phones += count;
    if (value.length < 40 && readDate(value)) counted.dates += count;
  }
  const said = Math.max(counted.said, 1);
  const filled = counted.seen + beyond;
  const upTo = filled / Math.max(counted.seen, 1);
  return {
    filled,
    empty,
    distinct: values.length,
    distinctMore: beyond > 0,
    top: mostFrequent(values),
    numbers: numbers.count > 0 ? { ...numbers, ...scaled(numbers.count, numbers.whole, upTo) } : null,
    dates: Math.round(counted.dates * upTo),
    longest,
    said: counted.said,
    numberShare: numbers.count / said,
    wholeShare: numbers.whole / said,
    dateShare: counted.dates / said,
    emailShare: counted.emails / said,
    phoneShare: counted.phones / said,
    linkShare: counted.links / said,
    uniqueShare: values.length / Math.max(counted.seen, 1),
    meanLength: counted.letters / said,
    wholes,
    labelled,
    saidDistinct: counted.saidDistinct,
    marks,
    samples: values,
  };
}

/** Facts that take the numbers before words for numbers: what a question about a scale holds. */
export function withLabels(facts: ColumnFacts): ColumnFacts {
  if (facts.labelled.size === 0) return facts;
  const wholes = new Map(facts.wholes);
  let count = 0;
  for (const [value, times] of facts.labelled) {
    wholes.set(value, (wholes.get(value) ?? 0) + times);
    count += times;
  }
  const share = count / Math.max(facts.said, 1);
  return {
    ...facts,
    wholes,
    numberShare: facts.numberShare + share,
    wholeShare: facts.wholeShare + share,
    saidDistinct: wholes.size,
  };
}

const scaled = (count: number, whole: number, by: number) => ({
  count: Math.round(count * by),
  whole: Math.round(whole * by),
});

function mostFrequent(values: readonly ValueCount[]): ValueCount[] {
  const order = values.map((value, i) => ({ ...value, i, number: numberOf(value.value) }));
  order.sort((a, b) => b.count - a.count || (a.number ?? 0) - (b.number ?? 0) || a.i - b.i);
  return order.slice(0, 20).map(({ value, count }) => ({ value: value.slice(0, 200), count }));
}
