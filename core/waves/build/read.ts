import { fail, ok, type Result } from '../../model/result.ts';
import { noDay } from '../cells/dates.ts';
import type { ImportFault } from '../faults.ts';
import type { Mapping } from '../mapping.ts';
import type { BuildNote } from '../outcome.ts';
import type { Steps } from '../recognise/inspect.ts';
import type { RowReader } from '../scan/rows.ts';
import { namedFault, nextRow, readSoFar, rowsOf, type Table, tableSteps } from '../scan/table.ts';
import { noScore, type Person, type RejectedRow } from '../wave.ts';
import { DayReader, NumberReader, RatingReader, ScoreReader, SegmentReader } from './columns.ts';
import type { Draft } from './draft.ts';
import { columnOf, type FittedColumn, fitMapping, uniqueNames } from './fit.ts';
import { Growing } from './growing.ts';
import { dateOrders } from './order.ts';
import { PersonReader, personRoles } from './person.ts';

const rowsAStep = 8192;

/**
 * Reads a survey file with a mapping, row by row. A row counts as an answer with a whole number 0-10, as a
 * non-response where the score is empty or declared missing, and is rejected otherwise. A row with more cells than the
 * header is rejected too, since its cells may have slipped (empty ones at its end are forgiven); absent cells of a
 * shorter row count as empty. Yields the bytes read so far.
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
  const score = columnOf(fitted.value, 'score');
  if (!score) return fail({ kind: 'noScoreColumn', columns: table.headers.length });
  const rows = new SurveyRows(table, fitted.value, score, wave);
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
  private readonly width: number;
  private readonly scoreHeader: string;
  private readonly scoreCell: number;
  private readonly scoreReader: ScoreReader;
  private readonly day: DayReader | null;
  private readonly since: DayReader | null;
  private readonly weight: NumberReader | null;
  private readonly segments: { name: string; from: SegmentReader; codes: Growing<Uint16Array> }[];
  private readonly ratings: { name: string; from: RatingReader; values: Growing<Float32Array> }[];
  private readonly people: PersonReader | null;
  private readonly scores = new Growing(Uint8Array);
  private readonly days = new Growing(Int32Array);
  private readonly sinces = new Growing(Int32Array);
  private readonly weights = new Growing(Float32Array);
  private readonly persons: Person[] = [];
  private readonly rejected: RejectedRow[] = [];
  private readonly short = { count: 0, line: 0 };

  constructor(table: Table, fitted: readonly FittedColumn[], score: FittedColumn, wave: string) {
    const reader = rowsOf(table);
    const orders = dateOrders(table, fitted);
    const dayOf = (role: 'date' | 'customerSince'): DayReader | null => {
      const at = columnOf(fitted, role);
      return at ? new DayReader(reader, at.cell, at.column, orders.get(at.cell) ?? 'dmy') : null;
    };
    this.reader = reader;
    this.width = table.headers.length;
    this.scoreHeader = score.column.header;
    this.scoreCell = score.cell;
    this.scoreReader = new ScoreReader(reader, score.cell, score.column);
    this.day = dayOf('date');
    this.since = dayOf('customerSince');
    const weight = columnOf(fitted, 'weight');
    this.weight = weight ? new NumberReader(reader, weight.cell, weight.column) : null;
    const segments = fitted.filter(({ column }) => column.role === 'segment');
    const segmentNames = uniqueNames(segments.map(({ column }) => column));
    this.segments = segments.map(({ cell, column }, i) => ({
      name: segmentNames[i]!,
      from: new SegmentReader(reader, cell, column),
      codes: new Growing(Uint16Array),
    }));
    const ratings = fitted.filter(({ column }) => column.role === 'rating');
    const ratingNames = uniqueNames(ratings.map(({ column }) => column));
    this.ratings = ratings.map(({ cell, column }, i) => ({
      name: ratingNames[i]!,
      from: new RatingReader(reader, cell, column),
      values: new Growing(Float32Array),
    }));
    const named = fitted.filter(({ column }) => personRoles.includes(column.role));
    this.people = named.length > 0 ? new PersonReader(reader, named, wave) : null;
  }

  /** Takes in the reader's current row. */
  take(): void {
    const { reader } = this;
    this.fileRows++;
    if (reader.count > this.width && this.hasSlipped()) return;
    const reading = this.scoreReader.read();
    if (reading !== 'none' && reading.score === null) {
      this.reject(this.scoreHeader, reader.line, reading.reason, reader.text(this.scoreCell));
      return;
    }
    if (reader.count < this.width && this.short.count++ === 0) this.short.line = reader.line;
    this.keep(reading === 'none' ? null : reading.score);
  }

  private keep(score: number | null): void {
    const day = this.day?.read() ?? noDay;
    if (score !== null) this.answers++;
    if (score === 0) this.zeros++;
    this.scores.push(score ?? noScore);
    this.days.push(day);
    this.sinces.push(this.since?.read() ?? noDay);
    if (this.weight) this.weights.push(this.weight.read());
    for (const { from, codes } of this.segments) codes.push(from.read());
    for (const { from, values } of this.ratings) values.push(from.read());
    if (this.people) this.persons.push(this.people.read(this.rows, score, day));
    this.rows++;
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
    const { rows, fileRows, rejected, persons: people } = this;
    return ok({
      rows,
      fileRows,
      rejected,
      people,
      score: this.scores.done(),
      day: this.days.done(),
      since: this.sinces.done(),
      weight: this.weight ? this.weights.done() : null,
      segments: this.segments
        .filter(({ from }) => !from.refused)
        .map(({ name, from, codes }) => ({ name, values: from.values, codes: codes.done() })),
      ratings: this.ratings.map(({ name, from, values }) => ({
        name,
        low: from.low,
        high: from.high,
        values: values.done(),
      })),
      notes: this.notes(),
    });
  }

  private whyNoAnswers(): ImportFault {
    const header = this.scoreHeader;
    const bad = this.rejected.filter(({ reason }) => reason !== 'tooManyCells');
    const slipped = this.rejected.find(({ reason }) => reason === 'tooManyCells');
    if (bad.length > 0) {
      const samples = [...new Set(bad.slice(0, 1000).map(({ value }) => value))].slice(0, 3);
      return { kind: 'allOutOfRange', header, rows: bad.length, samples };
    }
    if (slipped && this.rows === 0)
      return { kind: 'rowsDoNotFit', rows: this.fileRows, columns: this.width, line: slipped.line };
    return { kind: 'noAnswers', header, rows: this.rows };
  }

  private notes(): BuildNote[] {
    const { short, answers, zeros } = this;
    const readers = [this.day, this.since, this.weight, this.people?.revenue ?? null];
    return [
      ...readers.flatMap((reader) => reader?.notes() ?? []),
      ...this.segments.flatMap(({ from }) => from.notes()),
      ...this.ratings.flatMap(({ from }) => from.notes()),
      ...(short.count > 0 ? [{ kind: 'shortRows' as const, ...short }] : []),
      ...(answers >= 100 && zeros === 0 ? [{ kind: 'noZero' as const, answers }] : []),
      ...repeatsAmong(this.persons),
    ];
  }
}

function repeatsAmong(people: readonly Person[]): BuildNote[] {
  const counts = new Map<string, number>();
  for (const { key, score } of people)
    if (score !== null && !key.startsWith('row:')) counts.set(key, (counts.get(key) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  const answers = repeated.reduce((sum, count) => sum + count, 0);
  return repeated.length > 0 ? [{ kind: 'repeated', people: repeated.length, answers }] : [];
}
