/** What is counted of a segment value: how many there were, and of how many the thing held. */
export interface ValueCounts {
  value: string;
  of: number;
  hits: number;
}

/** One dimension of a list, counted. */
export interface DimensionCounts {
  name: string;
  /** Where the value comes from: a column of the list itself, or the company as the survey knows it. */
  from: 'list' | 'accounts';
  values: readonly ValueCounts[];
  /** Lines whose value is not known. Shown, since who is not known may be unlike the rest. */
  unknown: { of: number; hits: number };
  /** More different values than are kept; the dimension is then empty. */
  tooMany: boolean;
}

/** Values a dimension may have to be kept: beyond that it tells lines apart, it divides nobody. */
export const valuesLimit = 200;

/** Counts hits by the values of one dimension. */
export class DimensionTally {
  private readonly counts = new Map<string, { of: number; hits: number }>();
  private readonly unknown = { of: 0, hits: 0 };
  private tooMany = false;
  readonly name: string;
  readonly from: 'list' | 'accounts';

  constructor(name: string, from: 'list' | 'accounts') {
    this.name = name;
    this.from = from;
  }

  count(value: string, hit: boolean): void {
    const at = value === '' ? this.unknown : this.at(value);
    if (!at) return;
    at.of++;
    if (hit) at.hits++;
  }

  private at(value: string) {
    const known = this.counts.get(value);
    if (known || this.tooMany) return known;
    this.tooMany = this.counts.size >= valuesLimit;
    if (this.tooMany) return this.counts.clear();
    const fresh = { of: 0, hits: 0 };
    this.counts.set(value, fresh);
    return fresh;
  }

  /** Values by size, the largest first. */
  done(): DimensionCounts {
    const values = [...this.counts].map(([value, counts]) => ({ value, ...counts }));
    values.sort((a, b) => b.of - a.of || (a.value < b.value ? -1 : 1));
    const { name, from, unknown, tooMany } = this;
    return { name, from, unknown, tooMany, values: tooMany ? [] : values };
  }
}
