import { fail, ok, type Result } from '../../model/result.ts';
import type { ImportFault } from '../faults.ts';
import type { Inspection } from '../inspection.ts';
import type { ColumnRole } from '../mapping.ts';
import type { RowReader } from '../scan/rows.ts';
import { namedFault, nextRow, readSoFar, rowsOf, type Table, tableSteps } from '../scan/table.ts';
import type { Steps } from '../steps.ts';
import { type ColumnFacts, ColumnTally } from './facts.ts';
import { plainHeader } from './headers.ts';
import { presetOf } from './presets.ts';
import { mappingOf, profileOf } from './profile.ts';
import { questionsOf } from './questions.ts';
import { type Column, type Guess, guessRoles } from './roles.ts';

export type { Steps } from '../steps.ts';

const previewRows = 20;
const cellShown = 200;
const rowsAStep = 4096;

/**
 * Looks at a whole file: what each column holds, what it probably means, and what only the user can know.
 * Nothing is assumed to mean "no answer"; likely codes are proposed with their counts. Of a workbook `sheet` is read,
 * else the sheet that looks most like a table. Yields bytes read so far.
 */
export function* inspectFile(
  file: Uint8Array,
  fileName: string,
  kind: 'survey' | 'contacts' = 'survey',
  sheet?: string,
): Steps<Result<Inspection, ImportFault>> {
  const opened = yield* tableSteps(file, sheet);
  if (!opened.ok) return opened;
  const table = opened.value;
  const reader = rowsOf(table);
  const tallies = table.headers.map((_, cell) => new ColumnTally(reader, cell));
  const preview: string[][] = [];
  let rows = 0;
  while (nextRow(reader)) {
    for (const tally of tallies) tally.take();
    if (preview.length < previewRows) preview.push(shownCells(reader, table.headers.length));
    rows++;
    if (rows % rowsAStep === 0) yield readSoFar(table, reader);
  }
  if (reader.fault) return fail(namedFault(reader.fault, table.headers));
  const facts = tallies.map((tally) => tally.facts());
  return ok(inspectionOf(table, { file, fileName, rows, preview, kind, sheet }, facts));
}

function shownCells(reader: RowReader, width: number): string[] {
  return Array.from({ length: Math.max(width, reader.count) }, (_, cell) =>
    reader.text(cell).slice(0, cellShown),
  );
}

interface Seen {
  file: Uint8Array;
  fileName: string;
  rows: number;
  preview: string[][];
  kind: 'survey' | 'contacts';
  sheet: string | undefined;
}

function inspectionOf(table: Table, seen: Seen, facts: readonly ColumnFacts[]): Inspection {
  const preset = presetOf(table.headers);
  const questions = questionsAbove(table);
  const columns = facts.map((fact, i) => ({
    header: table.headers[i]!,
    wording: table.wordings[i]!,
    question: questions[i]!,
    facts: fact,
  }));
  const guesses = guessRoles(columns, preset, seen.kind).map((guess) => forKind(guess, seen.kind));
  const profiles = columns.map((column, index) => profileOf(column, index, guesses[index]!));
  return {
    fileName: seen.fileName,
    fileSize: seen.file.length,
    encoding: table.text.encoding,
    strayBytes: table.text.strayBytes,
    ...(table.text.oemBytes ? { oemBytes: table.text.oemBytes } : {}),
    delimiter: table.dialect.delimiter,
    ...(table.sheet ? { sheet: table.sheet } : {}),
    preset: preset?.name ?? null,
    headLines: table.headLines,
    rows: seen.rows,
    columns: profiles,
    mapping: { ...mappingOf(profiles, guesses, facts, columns.map(labelOf)), ...chosenSheet(table, seen) },
    questions: questionsOf({
      profiles,
      facts,
      guesses,
      preset,
      sheet: table.sheet,
      delimiter: table.dialect.delimiter,
    }).filter(({ kind }) => seen.kind === 'survey' || ofAnyFile.has(kind)),
    preview: seen.preview,
  };
}

/** A contacts file holds no answers: its numbers may be segments, never scores or ratings. */
function forKind(guess: Guess, kind: 'survey' | 'contacts'): Guess {
  const answers: ReadonlySet<ColumnRole> = new Set(['score', 'rating', 'comment', 'date', 'weight']);
  return kind === 'contacts' && answers.has(guess.role)
    ? { role: 'ignore', confidence: 0, reason: 'nothing' }
    : guess;
}

/** What may be asked about a contacts file too. */
const ofAnyFile: ReadonlySet<string> = new Set([
  'decimalMark',
  'whichSheet',
  'hiddenColumns',
  'hiddenRows',
  'mergedDown',
  'noResults',
]);

/** A sheet that was asked for, or one of several, is named in the mapping. */
function chosenSheet({ sheet }: Table, seen: Seen): { sheet?: string } {
  return sheet && (seen.sheet !== undefined || sheet.sheets.length > 1) ? { sheet: sheet.name } : {};
}

/** For each column without a header of its own, the question whose choices spread over it and the columns before. */
function questionsAbove({ headers, wordings }: Table): string[] {
  let last = '';
  return headers.map((header, i) => {
    if (plainHeader(header) !== '') last = header;
    return plainHeader(header) === '' && wordings[i] !== '' ? last : '';
  });
}

const labelLimit = 80;

/** A name from the second header row: the question and its choice, or the question that a code stands for. */
function labelOf({ header, wording, question }: Column): string {
  if (question !== '') return `${question.trim()}: ${wording}`;
  if (wording === '' || wording.length > labelLimit || /^(response|open-ended response)$/i.test(wording))
    return '';
  if (/[?:]\s*$/.test(header)) return `${header.trim()} ${wording}`;
  const isCode = /^[\w.-]{1,14}$/.test(header.trim());
  return isCode && plainHeader(wording) !== plainHeader(header) ? wording : '';
}
