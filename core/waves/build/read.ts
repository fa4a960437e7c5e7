import { fail, ok, type Result } from '../../model/result.ts';
import { noDay } from '../cells/dates.ts';
import type { ImportFault } from '../faults.ts';
import type { ColumnRole, Mapping, Metric, RepeatRule } from '../mapping.ts';
import type { BuildNote } from '../outcome.ts';
import { picked, resized } from '../people/resize.ts';
import type { Steps } from '../recognise/inspect.ts';
import type { RowReader } from '../scan/rows.ts';
import { namedFault, nextRow, readSoFar, rowsOf, type Table, tableSteps } from '../scan/table.ts';
import { noScore, noSegment, type RejectedRow, type SegmentColumn } from '../wave.ts';
import {
  DayReader,
  notWhole,
  RatingReader,
  RowFilter,
  ScoreReader,
  SegmentReader,
  WeightReader,
} from './columns.ts';
import type { Draft } from './draft.ts';
import { columnOf, type FittedColumn, fitMapping, uniqueNames } from './fit.ts';
import { withDecimalMarks } from './marks.ts';
import { dateOrders } from './order.ts';
import { ImportedPeople, personRoles } from './person.ts';
import { type Repeats, repeatsAmong } from './repeats.ts';

const rowsAStep = 8192;

/**
 * Reads a survey file with a mapping, row by row. A row counts as an answer with a whole number 0-10 (1-5 where
 * satisfaction is measured), as a non-response where the score is empty or declared missing, and is rejected otherwise. A
 * row with more cells than the header is rejected too, since its cells may have slipped (empty ones at its end are
 * forgiven); absent cells of a shorter row count as empty. Before its score is looked at, a row must pass every row
 * filter; of several answers of one person those count that the mapping's rule says. Rows of the file = rows of the wave
 * + rejected + left out + superseded. Yields the bytes read so far.
 */
export function* readSurvey(
  file: Uint8Array,
  mapping: Mapping,
  wave: string,
): Steps<Result<Draft, ImportFault>> {
  const scores = mapping.columns.filter(({ role }) => role === 'score').map(({ header }) => header);
  if (scores.length > 1) return fail({ kind: 'severalScoreColumns', headers: scores });
  const opened = yield* tableSteps(file, mapping.sheet);
  if (!opened.ok) return opened;
  const table = opened.value;
  const fitted = fitMapping(table.headers, mapping);
  if (!fitted.ok) return fitted;
  const columns = withDecimalMarks(table, fitted.value);
  const score = columnOf(columns, 'score');
  if (!score) return fail({ kind: 'noScoreColumn', columns: table.headers.length });
  const rows = new SurveyRows(table, columns, mapping, wave);
  while (nextRow(rows.reader)) {
    rows.take();
    if (rows.fileRows % rowsAStep === 0) yield readSoFar(table, rows.reader);
  }
  if (rows.reader.fault) return fail(namedFault(rows.reader.fault, table.headers));
  return rows.done();
}

/** Collects the columns of a wave while the rows pass. */
class SurveyRows {
  fileRows = 0;
  readonly reader: RowReader;
  private rows = 0;
  private answers = 0;
  private zeros = 0;
  private leftOut = 0;
  private room = 0;
  private readonly bytes: number;
  private readonly width: number;
  private readonly metric: Metric;
  private readonly rule: RepeatRule;
  private readonly scoreHeader: string;
  private readonly scoreCell: number;
  private readonly scoreReader: ScoreReader;
  private readonly filters: readonly RowFilter[];
  private readonly day: DayReader | null;
  private readonly since: DayReader | null;
  private readonly weight: WeightReader | null;
  private readonly segments: { name: string; from: SegmentReader; codes: Uint16Array }[];
  private readonly ratings: { name: string; from: RatingReader; values: Float32Array }[];
  private readonly people: ImportedPeople | null;
  private scores = new Uint8Array(0);
  private days = new Int32Array(0);
  /** Times of day, for whoever answered twice on one day. */
  private seconds = new Int32Array(0);
  private sinces = new Int32Array(0);
  private weights = new Float32Array(0);
  private readonly rejected: RejectedRow[] = [];
  private readonly short = { count: 0, line: 0 };

  constructor(table: Table, fitted: readonly FittedColumn[], mapping: Mapping, wave: string) {
    const reader = rowsOf(table);
    const orders = dateOrders(table, fitted);
    const dayOf = (role: 'date' | 'customerSince'): DayReader | null => {
      const at = columnOf(fitted, role);
      return at ? new DayReader(reader, at.cell, at.column, orders.get(at.cell) ?? 'dmy') : null;
    };
    const having = (role: ColumnRole) => fitted.filter(({ column }) => column.role === role);
    this.reader = reader;
    this.bytes = table.text.bytes.length;
    this.width = table.headers.length;
    this.metric = mapping.metric ?? 'nps';
    this.rule = mapping.repeats ?? 'latest';
    const score = columnOf(fitted, 'score')!;
    this.scoreHeader = score.column.header;
    this.scoreCell = score.cell;
    this.scoreReader = new ScoreReader(reader, score.cell, score.column, this.metric);
    // one that names no values has not been decided about: all rows count
    this.filters = having('rowFilter')
      .filter(({ column }) => (column.only?.length ?? 0) > 0 || column.missing.length > 0)
      .map(({ cell, column }) => new RowFilter(reader, cell, column));
    this.day = dayOf('date');
    this.since = dayOf('customerSince');
    const weight = columnOf(fitted, 'weight');
    this.weight = weight ? new WeightReader(reader, weight.cell, weight.column) : null;
    const segments = having('segment');
    const segmentNames = uniqueNames(segments.map(({ column }) => column));
    this.segments = segments.map(({ cell, column }, i) => ({
      name: segmentNames[i]!,
      from: new SegmentReader(reader, cell, column),
      codes: new Uint16Array(0),
    }));
    const ratings = having('rating');
    const ratingNames = uniqueNames(ratings.map(({ column }) => column));
    this.ratings = ratings.map(({ cell, column }, i) => ({
      name: ratingNames[i]!,
      from: new RatingReader(reader, cell, column),
      values: new Float32Array(0),
    }));
    const named = fitted.filter(({ column }) => personRoles.includes(column.role));
    const isClean = table.text.utf8 && table.text.strayBytes === 0;
    this.people = named.length > 0 ? new ImportedPeople(reader, named, wave, isClean) : null;
  }

  /** Takes in the reader's current row. */
  take(): void {
    const { reader } = this;
    this.fileRows++;
    if (reader.count > this.width && this.hasSlipped()) return;
    for (const filter of this.filters)
      if (!filter.passes()) {
        this.leftOut++;
        return;
      }
    const score = this.scoreReader.read();
    if (score < 0) {
      const reason = score === notWhole ? 'notAWholeNumber' : 'outOfRange';
      this.reject(this.scoreHeader, reader.line, reason, reader.text(this.scoreCell));
      return;
    }
    if (reader.count < this.width && this.short.count++ === 0) this.short.line = reader.line;
    this.keep(score);
  }

  /**
   * The hot path: a row in each column's array. The arrays are written here, one place a kind of array, because a
   * shared "growing array" sees five kinds of them and V8 then looks each write up instead of compiling it.
   */
  private keep(score: number): void {
    const row = this.rows++;
    if (row === this.room) this.resize(this.roomFor());
    if (score !== noScore) this.answers++;
    if (score === 0) this.zeros++;
    this.scores[row] = score;
    this.days[row] = this.day ? this.day.read() : noDay;
    if (this.day && this.people) this.seconds[row] = this.day.second;
    this.sinces[row] = this.since ? this.since.read() : noDay;
    if (this.weight) this.weights[row] = this.weight.read();
    for (const column of this.segments) column.codes[row] = column.from.read();
    for (const column of this.ratings) column.values[row] = column.from.read();
    this.people?.take(row);
  }

  /** Rows to make room for: as many as the file will have if it goes on as so far, so that little is moved or wasted. */
  private roomFor(): number {
    const expected = (this.rows * this.bytes) / Math.max(this.reader.read, 1);
    return Math.max(1024, Math.ceil(Math.min(expected * 1.02, this.rows * 64)), Math.ceil(this.room * 1.2));
  }

  private resize(rows: number): void {
    this.room = rows;
    this.scores = resized(this.scores, rows);
    this.days = resized(this.days, rows);
    if (this.day && this.people) this.seconds = resized(this.seconds, rows);
    this.sinces = resized(this.sinces, rows);
    if (this.weight) this.weights = resized(this.weights, rows);
    for (const column of this.segments) column.codes = resized(column.codes, rows);
    for (const column of this.ratings) column.values = resized(column.values, rows);
    this.people?.resize(rows);
  }

  private pick(rows: Uint32Array): void {
    this.scores = picked(this.scores, rows);
    this.days = picked(this.days, rows);
    this.sinces = picked(this.sinces, rows);
    if (this.weight) this.weights = picked(this.weights, rows);
    for (const column of this.segments) column.codes = picked(column.codes, rows);
    for (const column of this.ratings) column.values = picked(column.values, rows);
    this.people?.pick(rows);
    this.people?.close(this.scores, this.days);
    this.rows = rows.length;
  }

  /** Cells beyond the header that are not empty: which value belongs where is not known. */
  private hasSlipped(): boolean {
    for (let cell = this.width; cell < this.reader.count; cell++) {
      if (this.reader.isEmpty(cell)) continue;
      this.reject('', this.reader.line, 'tooManyCells', this.reader.text(cell));
      return true;
    }
    return false;
  }

  private reject(column: string, line: number, reason: RejectedRow['reason'], value: string): void {
    this.rejected.push({ line, column, value: value.trim().slice(0, 200), reason });
  }

  done(): Result<Draft, ImportFault> {
    if (this.answers === 0) return fail(this.whyNoAnswers());
    this.resize(this.rows);
    this.people?.close(this.scores, this.days);
    const moments = { days: this.days, seconds: this.day ? this.seconds : null };
    const repeats = this.people ? repeatsAmong(this.people, this.scores, moments, this.rule) : null;
    const superseded = repeats?.kept ? this.rows - repeats.kept.length : 0;
    if (repeats) this.people?.carryOptOuts(repeats.optedOut);
    if (repeats?.kept) this.pick(repeats.kept);
    const segments = this.segments
      .filter(({ from }) => !from.refused)
      .map(({ name, from, codes }) => ({ name, values: from.values, codes }));
    const { rows, fileRows, leftOut, rejected, metric } = this;
    return ok({
      metric,
      rows,
      fileRows,
      leftOut,
      superseded,
      rejected,
      people: this.people ?? [],
      score: this.scores,
      day: this.days,
      since: this.sinces,
      weight: this.weight ? this.weight.filled(this.weights) : null,
      segments: superseded > 0 ? segments.map(withoutUnused) : segments,
      ratings: this.ratings.map(({ name, from, values }) => ({
        name,
        low: from.low,
        high: from.high,
        values,
      })),
      notes: this.notes(repeats),
    });
  }

  private whyNoAnswers(): ImportFault {
    const { scoreHeader: header, metric } = this;
    const bad = this.rejected.filter(({ reason }) => reason !== 'tooManyCells');
    const slipped = this.rejected.find(({ reason }) => reason === 'tooManyCells');
    if (bad.length > 0) {
      const samples = [...new Set(bad.slice(0, 1000).map(({ value }) => value))].slice(0, 3);
      const scale = metric === 'nps' ? {} : { metric };
      return { kind: 'allOutOfRange', header, rows: bad.length, samples, ...scale };
    }
    if (this.rows > 0) return { kind: 'noAnswers', header, rows: this.rows };
    if (slipped)
      return { kind: 'rowsDoNotFit', rows: this.fileRows, columns: this.width, line: slipped.line };
    const headers = this.filters.flatMap((filter) => filter.notes()).map((note) => headerIn(note));
    return { kind: 'allLeftOut', headers, rows: this.leftOut };
  }

  private notes(repeats: Repeats | null): BuildNote[] {
    const { short, answers, zeros, rule } = this;
    const readers = [...this.filters, this.day, this.since, this.people];
    return [
      ...readers.flatMap((reader) => reader?.notes() ?? []),
      ...(this.weight?.notes(this.weights) ?? []),
      ...this.segments.flatMap(({ from }) => from.notes()),
      ...this.ratings.flatMap(({ from }) => from.notes()),
      ...unclosedNote(this.reader),
      ...(short.count > 0 ? [{ kind: 'shortRows' as const, ...short }] : []),
      ...(this.metric === 'nps' && answers >= 100 && zeros === 0
        ? [{ kind: 'noZero' as const, answers }]
        : []),
      ...(repeats && repeats.people > 0
        ? [{ kind: 'repeated' as const, people: repeats.people, answers: repeats.answers, rule }]
        : []),
    ];
  }
}

/** What is said of quotation marks that never close, in either file. */
export function unclosedNote({ unclosedQuotes: { count, line } }: RowReader): BuildNote[] {
  return count > 0 ? [{ kind: 'unclosedQuotes', count, line }] : [];
}

const headerIn = (note: BuildNote): string => ('header' in note ? note.header : '');

/** A dimension without the values that only answers had which no longer count. */
function withoutUnused({ name, codes, values }: SegmentColumn): SegmentColumn {
  const used = new Uint8Array(values.length);
  for (const code of codes) if (code !== noSegment) used[code] = 1;
  if (!used.includes(0)) return { name, codes, values };
  let next = 0;
  const renamed = Uint16Array.from(used, (is) => (is === 1 ? next++ : noSegment));
  return {
    name,
    codes: codes.map((code) => (code === noSegment ? noSegment : renamed[code]!)),
    values: values.filter((_, code) => used[code] === 1),
  };
}
