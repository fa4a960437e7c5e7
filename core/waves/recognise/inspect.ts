import { fail, ok, type Result } from '../../model/result.ts';
import { type OrderEvidence, orderOf, readDate, tallyOrder } from '../cells/dates.ts';
import { isNoAnswerWord } from '../cells/missing.ts';
import { numberOf } from '../cells/numbers.ts';
import type { ImportFault } from '../faults.ts';
import type { ColumnProfile, ImportQuestion, Inspection, MissingProposal } from '../inspection.ts';
import type { ColumnMapping, ColumnRole, Mapping } from '../mapping.ts';
import type { RowReader } from '../scan/rows.ts';
import { namedFault, nextRow, openTable, rowsOf, type Table } from '../scan/table.ts';
import { type ColumnFacts, ColumnTally } from './facts.ts';
import { presetOf } from './presets.ts';
import { type Guess, guessRoles, looksLikeZeroToTen } from './roles.ts';

/** Bytes read so far, yielded every few thousand rows, so that a worker can report, pause or stop. */
export type Steps<T> = Generator<number, T, void>;

const previewRows = 20;
const cellShown = 200;
const rowsAStep = 4096;

/**
 * Looks at a whole file: what each column holds, what it probably means, and what only the user can know.
 * Nothing is assumed to mean "no answer"; likely codes are proposed with their counts.
 */
export function* inspectFile(
  file: Uint8Array,
  fileName: string,
  kind: 'survey' | 'contacts' = 'survey',
): Steps<Result<Inspection, ImportFault>> {
  const opened = openTable(file);
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
    if (rows % rowsAStep === 0) yield reader.read;
  }
  if (reader.fault) return fail(namedFault(reader.fault, table.headers));
  const facts = tallies.map((tally) => tally.facts());
  return ok(inspectionOf(table, { file, fileName, rows, preview, kind }, facts));
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
}

function inspectionOf(table: Table, seen: Seen, facts: readonly ColumnFacts[]): Inspection {
  const preset = presetOf(table.headers);
  const columns = facts.map((fact, i) => ({
    header: table.headers[i]!,
    wording: table.wordings[i]!,
    facts: fact,
  }));
  const guesses = guessRoles(columns, preset).map((guess) => forKind(guess, seen.kind));
  const profiles = columns.map((column, index) => profileOf(column, index, guesses[index]!));
  return {
    fileName: seen.fileName,
    fileSize: seen.file.length,
    encoding: table.text.encoding,
    strayBytes: table.text.strayBytes,
    delimiter: table.dialect.delimiter,
    preset: preset?.name ?? null,
    headLines: table.headLines,
    rows: seen.rows,
    columns: profiles,
    mapping: mappingOf(profiles, guesses, facts),
    questions: seen.kind === 'survey' ? questionsOf(profiles, facts) : [],
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

function profileOf(
  column: { header: string; wording: string; facts: ColumnFacts },
  index: number,
  guess: Guess,
): ColumnProfile {
  const { facts } = column;
  return {
    index,
    header: column.header,
    wording: column.wording,
    filled: facts.filled,
    empty: facts.empty,
    distinct: facts.distinct,
    distinctMore: facts.distinctMore,
    top: facts.top,
    numbers: facts.numbers,
    dates: facts.dates,
    longest: facts.longest,
    proposedMissing: proposalsOf(guess, facts),
    role: guess.role,
    confidence: Math.round(guess.confidence * 100) / 100,
    reason: guess.reason,
  };
}

/** Words for "no answer", and up to four numbers beside the scale of a score or rating. */
function proposalsOf(guess: Guess, facts: ColumnFacts): MissingProposal[] {
  if (guess.role === 'ignore') return [];
  const words = facts.top
    .filter(({ value }) => isNoAnswerWord(value))
    .map((value) => ({ ...value, why: 'word' as const }));
  const scale = guess.role === 'score' ? { low: 0, high: 10 } : guess.scale;
  if (!scale) return words;
  const outside = facts.top.filter(({ value }) => {
    const number = numberOf(value);
    return number !== null && Number.isInteger(number) && (number < scale.low || number > scale.high);
  });
  return outside.length > 4
    ? words
    : [...outside.map((value) => ({ ...value, why: 'outside' as const })), ...words];
}

function mappingOf(
  profiles: readonly ColumnProfile[],
  guesses: readonly Guess[],
  facts: readonly ColumnFacts[],
): Mapping {
  const columns = profiles.map((profile, i): ColumnMapping => {
    const scale = guesses[i]!.scale;
    const base = { header: profile.header, role: profile.role, missing: [] };
    if (profile.role === 'rating' && scale) return { ...base, low: scale.low, high: scale.high };
    if (profile.role !== 'date' && profile.role !== 'customerSince') return base;
    const { order, sure, pairs } = orderIn(facts[i]!);
    return pairs && !sure ? { ...base, dateOrder: order } : base;
  });
  return { version: 1, columns };
}

function orderIn(facts: ColumnFacts) {
  const evidence: OrderEvidence = { dmy: 0, mdy: 0, open: 0 };
  let amPm = false;
  let sample = '';
  for (const { value, count } of facts.samples) {
    const reading = readDate(value);
    if (reading?.kind !== 'pair') continue;
    tallyOrder(evidence, reading, count);
    amPm ||= /[ap]\.?m\.?$/i.test(value);
    sample ||= value;
  }
  return { ...orderOf(evidence, amPm), pairs: sample !== '', sample };
}

function questionsOf(profiles: readonly ColumnProfile[], facts: readonly ColumnFacts[]): ImportQuestion[] {
  return [
    ...scoreQuestions(profiles, facts),
    ...profiles.flatMap(({ index, proposedMissing }) =>
      proposedMissing.map((proposal) => ({ kind: 'missingCode' as const, column: index, proposal })),
    ),
    ...dateQuestions(profiles, facts),
    ...personQuestions(profiles),
    ...surveyTypeQuestions(profiles),
  ];
}

function scoreQuestions(profiles: readonly ColumnProfile[], facts: readonly ColumnFacts[]): ImportQuestion[] {
  const score = profiles.find(({ role }) => role === 'score');
  const couldBe = profiles.filter(
    ({ index, role }) => role === 'rating' && looksLikeZeroToTen(facts[index]!),
  );
  if (!score) {
    if (couldBe.length === 0) return [{ kind: 'noScore' }];
    return couldBe.map(({ index }) => ({ kind: 'isThisNps', column: index }));
  }
  const questions: ImportQuestion[] = [];
  if (score.confidence < 0.85) {
    questions.push({ kind: 'isThisNps', column: score.index });
    if (couldBe.length > 0)
      questions.push({ kind: 'whichScore', columns: [score, ...couldBe].map(({ index }) => index) });
  }
  const answers = facts[score.index]!.numbers?.whole ?? 0;
  if (answers >= 100 && !facts[score.index]!.wholes.has(0))
    questions.push({ kind: 'noZero', column: score.index, answers });
  return questions;
}

function dateQuestions(profiles: readonly ColumnProfile[], facts: readonly ColumnFacts[]): ImportQuestion[] {
  return profiles
    .filter(({ role }) => role === 'date' || role === 'customerSince')
    .flatMap(({ index }): ImportQuestion[] => {
      const { order, sure, pairs, sample } = orderIn(facts[index]!);
      return pairs && !sure ? [{ kind: 'dateOrder', column: index, sample, proposed: order }] : [];
    });
}

function personQuestions(profiles: readonly ColumnProfile[]): ImportQuestion[] {
  const has = (...roles: ColumnRole[]): boolean => profiles.some(({ role }) => roles.includes(role));
  if (!has('respondentId', 'email', 'name', 'lastName', 'crmId', 'phone')) return [{ kind: 'nobodyNamed' }];
  return has('email', 'phone') ? [] : [{ kind: 'noWayToReach' }];
}

function surveyTypeQuestions(profiles: readonly ColumnProfile[]): ImportQuestion[] {
  return profiles
    .filter(({ header, distinct }) => /^(survey|question)[ _]?type$/i.test(header.trim()) && distinct > 1)
    .map(({ index, top }) => ({ kind: 'severalSurveys', column: index, values: top }));
}
