import Papa from 'papaparse';
import {
  type BuiltWave,
  buildWave,
  finish,
  noDay,
  noScore,
  noSegment,
  type SegmentColumn,
} from '#core/waves/index.ts';
import { millionBytes, millionMapping } from '#test/fixtures/million.ts';
import { idOf } from '#test/fixtures/waves.ts';
import { type Line, medians, sink } from './measure.ts';

const rows = 1_000_000;

/**
 * A survey of a million rows by 18 columns, with quoted comments, from bytes to typed columns. Ours is all that an import
 * does before storing: encoding and delimiter found, every row walked, scores, days, dictionaries, ratings, tenure,
 * accounts numbered, people kept, whoever answered twice found. PapaParse gets the same bytes, decoded by the platform's
 * decoder, is told the delimiter, fills the same kinds of columns in its `step`, which is its quicker way here, and finds
 * repeated ids in a Map; tenure and the recognition of anything are ours alone.
 */
export async function bench(): Promise<Line[]> {
  const file = millionBytes(rows);
  sameResult(ours(file), theirs(file));
  const took = await medians(
    { ours: () => ours(file), theirs: () => theirs(file) },
    { rounds: 5, warmUp: 0 },
  );
  sink.last = null;
  return [
    {
      figure: `1,000,000 rows x 18 columns, ${Math.round(file.length / 1e6)} MB with quoted comments, into typed columns, Node`,
      ours: { value: took.ours, unit: 'ms' },
      baseline: { value: took.theirs, unit: 'ms', which: 'PapaParse 5.5.3 into typed columns' },
      goal: { kind: 'timesFaster', atLeast: 4 },
    },
  ];
}

function ours(file: Uint8Array): BuiltWave {
  const about = {
    id: idOf<'wave'>('bench'),
    cycle: idOf<'cycle'>('bench'),
    cycleName: '',
    fileName: 'bench.csv',
  };
  const rest = {
    fileSize: file.length,
    contentHash: '',
    importedAt: 0,
    mapping: millionMapping,
    sample: false,
  };
  const built = finish(buildWave(file, { ...about, ...rest }));
  if (!built.ok) throw new Error(built.why.kind);
  return built.value.wave;
}

interface Typed {
  score: Uint8Array;
  day: Int32Array;
  since: Int32Array;
  segments: SegmentColumn[];
  shared: SegmentColumn[];
  ratings: Float32Array[];
  texts: string[][];
  /** Answers of people who had answered before. */
  repeated: number;
}

function theirs(file: Uint8Array): Typed {
  const text = new TextDecoder().decode(file);
  const score = new Uint8Array(rows);
  const day = new Int32Array(rows);
  const since = new Int32Array(rows);
  const texts = [0, 1, 2, 3, 9].map((at) => ({ at, cells: new Array<string>(rows) }));
  const shared = [4, 5, 6, 7].map((at) => new Coded(at));
  const segments = [12, 13, 14, 15].map((at) => new Coded(at));
  const ratings = [16, 17].map((at) => ({ at, values: new Float32Array(rows) }));
  const days = new Map<string, number>();
  const dayOf = (cell: string): number => {
    let known = days.get(cell);
    if (known === undefined) {
      known = cell === '' ? noDay : Date.parse(cell) / 86_400_000;
      days.set(cell, known);
    }
    return known;
  };
  const people = new Map<string, number>();
  let repeated = 0;
  let row = -1;
  Papa.parse<string[]>(text, {
    delimiter: ',',
    skipEmptyLines: true,
    step({ data }) {
      if (row < 0) {
        row = 0;
        return;
      }
      const answer = data[8];
      score[row] = answer === '' ? noScore : Number(answer);
      day[row] = dayOf(data[10] ?? '');
      since[row] = dayOf(data[11] ?? '');
      const id = data[0] ?? '';
      if (people.has(id)) repeated++;
      else people.set(id, row);
      for (const { at, cells } of texts) cells[row] = data[at] ?? '';
      for (const column of shared) column.take(row, data[column.at] ?? '');
      for (const column of segments) column.take(row, data[column.at] ?? '');
      for (const { at, values } of ratings) values[row] = data[at] === '' ? Number.NaN : Number(data[at]);
      row++;
    },
  });
  return {
    score,
    day,
    since,
    segments: segments.map((column) => column.done()),
    shared: shared.map((column) => column.done()),
    ratings: ratings.map(({ values }) => values),
    texts: texts.map(({ cells }) => cells),
    repeated,
  };
}

class Coded {
  readonly at: number;
  private readonly codes = new Uint16Array(rows);
  private readonly known = new Map<string, number>();
  constructor(at: number) {
    this.at = at;
  }
  take(row: number, cell: string): void {
    if (cell === '') {
      this.codes[row] = noSegment;
      return;
    }
    let code = this.known.get(cell);
    if (code === undefined) {
      code = this.known.size;
      this.known.set(cell, code);
    }
    this.codes[row] = code;
  }
  done(): SegmentColumn {
    return { name: '', codes: this.codes, values: [...this.known.keys()] };
  }
}

/** A race is fair only between equals: both must have read the same. */
function sameResult({ columns, people }: BuiltWave, typed: Typed): void {
  const differ = (what: string): never => {
    throw new Error(`${what} was read differently`);
  };
  for (let row = 0; row < rows; row++) {
    if (columns.score[row] !== typed.score[row]) differ(`the score of row ${row}`);
    if (columns.day[row] !== typed.day[row]) differ(`the day of row ${row}`);
    typed.segments.forEach(({ codes }, i) => {
      if (columns.segments[i]?.codes[row] !== codes[row]) differ(`segment ${i} of row ${row}`);
    });
    typed.ratings.forEach((values, i) => {
      if (!Object.is(columns.ratings[i]?.values[row], values[row])) differ(`rating ${i} of row ${row}`);
    });
    if (row % 1009 !== 0) continue;
    const person = people.at(row);
    const [, email, name, phone, comment] = typed.texts.map((cells) => cells[row]);
    if (person?.email !== email || person?.name !== name) differ(`the person of row ${row}`);
    if (person?.phone !== phone || person?.comment !== comment) differ(`the comment of row ${row}`);
  }
}
