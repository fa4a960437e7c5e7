import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseId } from '#core/model/ids.ts';
import { bandCountsOf, npsOf } from '#core/scores/index.ts';
import {
  type BuildOutcome,
  buildWave,
  counted,
  describeFault,
  describeNoScore,
  describeNote,
  describeQuestion,
  describeReason,
  describeRejection,
  encodingNames,
  finish,
  type Inspection,
  inspectFile,
  type Mapping,
  noScoreOf,
  presetNames,
  readMapping,
} from '#core/waves/index.ts';

/** Why there is nothing (more) to report, in one sentence for the reader of the terminal. */
export class Stopped extends Error {}

function stop(sentence: string): never {
  throw new Stopped(sentence);
}

function bytesOf(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') stop(`There is no file ${path}.`);
    if (code === 'EISDIR') stop(`${path} is a folder, not a file.`);
    return stop(`${path} cannot be read: ${(error as Error).message}.`);
  }
}

function mappingFrom(path: string): Mapping {
  const text = new TextDecoder().decode(bytesOf(path));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    stop(`The mapping ${path} is no JSON.`);
  }
  const mapping = readMapping(json);
  return mapping.ok ? mapping.value : stop(`The mapping ${path} cannot be used: ${mapping.why.problem}.`);
}

function built(file: Uint8Array, name: string, mapping: Mapping): BuildOutcome {
  const id = parseId<'wave'>('preview');
  const cycle = parseId<'cycle'>('preview');
  if (!id.ok || !cycle.ok) throw new Error('"preview" is an id');
  const about = { id: id.value, cycle: cycle.value, cycleName: '', fileName: name, fileSize: file.length };
  const rest = { contentHash: '', importedAt: Date.now(), mapping, sample: false };
  const outcome = finish(buildWave(file, { ...about, ...rest }));
  return outcome.ok ? outcome.value : stop(`${name}: ${describeFault(outcome.why)}`);
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

function figuresOf({ wave, fileRows, notes }: BuildOutcome) {
  const { head, rejected } = wave;
  const bands = bandCountsOf(head.histogram);
  const nps = npsOf(bands);
  return {
    rows: fileRows,
    answers: head.answers,
    nonResponses: head.nonResponses,
    rejected: head.rejected,
    bands,
    nps:
      nps.kind === 'estimate'
        ? { value: rounded(nps.value), low: rounded(nps.low), high: rounded(nps.high), n: nps.n }
        : nps,
    histogram: head.histogram,
    firstDay: head.firstDay,
    lastDay: head.lastDay,
    dimensions: wave.columns.segments.map(({ name, values }) => ({ name, values: values.length })),
    ratings: wave.columns.ratings.map(({ name, values }) => ({
      name,
      answers: values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0),
    })),
    rejectedRows: rejected
      .slice(0, 20)
      .map((row) => ({ ...row, reason: describeRejection(row.reason, head.metric) })),
    notes: notes.map(describeNote),
  };
}

function recognised(inspection: Inspection): string {
  const { columns, questions, preset, rows, encoding, strayBytes, delimiter, sheet } = inspection;
  const maybe = columns.filter(({ couldBe }) => couldBe === 'segment');
  const used = columns.filter(({ role }) => role !== 'ignore');
  const lines = [
    `${inspection.fileName}: ${counted(rows, 'row')}, ${counted(columns.length, 'column')}, ${encodingNames[encoding]}, delimiter ${JSON.stringify(delimiter)}`,
    ...(strayBytes > 0
      ? [`${counted(strayBytes, 'stray byte was', 'stray bytes were')} read as Windows-1252`]
      : []),
    ...(inspection.oemBytes
      ? [
          `${counted(inspection.oemBytes, 'letter was', 'letters were')} written in CP850, an old code page, and read as meant`,
        ]
      : []),
    ...(sheet
      ? [
          `Sheet “${sheet.name}” of ${sheet.sheets.map(({ name, hidden }) => `“${name}”${hidden ? ' (hidden)' : ''}`).join(', ')}`,
        ]
      : []),
    ...(preset ? [`Looks like an export of ${presetNames[preset]}`] : []),
    '',
    'Recognised:',
    ...used.map(
      ({ header, role, confidence, reason }) =>
        `  ${role.padEnd(14)} ${header.trim() || '(no header)'}  (${Math.round(confidence * 100)} %, ${describeReason(reason)})`,
    ),
    `  and ${counted(columns.length - used.length, 'column')} left aside`,
    ...(maybe.length > 0
      ? [
          `  among them codes that may be segments: ${maybe.map(({ header, index }) => header.trim() || `column ${index + 1}`).join(', ')}`,
        ]
      : []),
    '',
    questions.length > 0 ? 'Unsure of:' : 'Unsure of nothing.',
    ...asked(inspection).map((question) => `  ${question}`),
  ];
  return lines.join('\n');
}

/** The questions, with one line for a code that stands in several columns. */
function asked({ questions, columns }: Inspection): string[] {
  const codes = new Map<string, { column: number; count: number }[]>();
  for (const question of questions)
    if (question.kind === 'missingCode') {
      const { value, count } = question.proposal;
      codes.set(value, [...(codes.get(value) ?? []), { column: question.column, count }]);
    }
  const told = new Set<string>();
  return questions.flatMap((question) => {
    const value = question.kind === 'missingCode' ? question.proposal.value : '';
    const places = question.kind === 'missingCode' ? (codes.get(value) ?? []) : [];
    if (places.length < 3) return [describeQuestion(question, columns)];
    if (told.has(value)) return [];
    told.add(value);
    const where = places.map(({ column, count }) => `${columns[column]?.header.trim() ?? ''} (${count})`);
    return [`Does “${value}” mean “no answer” in these ${places.length} columns: ${where.join(', ')}?`];
  });
}

function argumentsOf(args: readonly string[]): { file: string; map: string | null } {
  const usage = 'Say which file: npm run wave -- FILE [--map MAP.json].';
  const files: string[] = [];
  let map: string | null = null;
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--map') map = args[++i] ?? stop(usage);
    else if (args[i]?.startsWith('--')) stop(`Unknown option ${args[i]}. ${usage}`);
    else files.push(args[i] ?? '');
  }
  const [file] = files;
  return file && files.length === 1 ? { file, map } : stop(usage);
}

/**
 * What a survey file holds, or what a mapping makes of it as JSON, given to `print` as far as it goes.
 *
 * @param args as on the command line: FILE [--map MAP.json]
 * @throws {Stopped} where the file, the mapping or the arguments cannot be used
 */
export function reportWave(args: readonly string[], print: (text: string) => void): void {
  const { file: path, map } = argumentsOf(args);
  const file = bytesOf(path);
  const name = basename(path);
  if (map) {
    print(JSON.stringify(figuresOf(built(file, name, mappingFrom(map))), null, 2));
    return;
  }
  const inspected = finish(inspectFile(file, name));
  if (!inspected.ok) stop(`${name}: ${describeFault(inspected.why)}`);
  print(recognised(inspected.value));
  const none = noScoreOf(inspected.value);
  if (none) stop(`${name}: ${describeNoScore(none)}`);
  const { mapping } = inspected.value;
  // A score known by its header alone may hold nothing that counts.
  if (mapping.columns.some(({ role }) => role === 'score')) built(file, name, mapping);
}
