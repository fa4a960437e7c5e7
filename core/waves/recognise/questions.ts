import { decimalMarkOf, openNumber, undressed, usualMark } from '../cells/marks.ts';
import { numberOf } from '../cells/numbers.ts';
import type { ColumnProfile, Delimiter, ImportQuestion, SheetFacts, ValueCount } from '../inspection.ts';
import type { ColumnRole } from '../mapping.ts';
import type { ColumnFacts } from './facts.ts';
import { hintOf, plainHeader } from './headers.ts';
import type { RecognisedPreset } from './presets.ts';
import { orderIn } from './profile.ts';
import { type Guess, isMixed, looksLikeZeroToTen } from './roles.ts';

/** What is asked about, column by column: profiles, facts and guesses in the file's order. */
export interface Asking {
  profiles: readonly ColumnProfile[];
  facts: readonly ColumnFacts[];
  guesses: readonly Guess[];
  preset: RecognisedPreset | null;
  sheet: SheetFacts | null;
  delimiter: Delimiter;
}

/** Everything only the user can know about a survey file, what decides the score first. */
export function questionsOf(asking: Asking): ImportQuestion[] {
  const { profiles, facts, sheet, delimiter } = asking;
  return [
    ...sheetQuestions(sheet),
    ...scoreQuestions(asking),
    ...rowQuestions(asking),
    ...profiles.flatMap(({ index, proposedMissing }) =>
      proposedMissing.map((proposal) => ({ kind: 'missingCode' as const, column: index, proposal })),
    ),
    ...scaleQuestions(profiles, facts),
    ...dateQuestions(profiles, facts),
    ...markQuestions(profiles, facts, delimiter),
    ...personQuestions(profiles),
    ...surveyTypeQuestions(profiles),
  ];
}

function sheetQuestions(sheet: SheetFacts | null): ImportQuestion[] {
  if (!sheet) return [];
  const others = sheet.sheets
    .filter(({ name, hidden, columns }) => !hidden && columns > 1 && name !== sheet.name)
    .map(({ name }) => name);
  return [
    ...(others.length > 0 ? [{ kind: 'whichSheet' as const, sheet: sheet.name, others }] : []),
    ...(sheet.hiddenColumns.length > 0
      ? [{ kind: 'hiddenColumns' as const, columns: sheet.hiddenColumns }]
      : []),
    ...(sheet.hiddenRows > 0 ? [{ kind: 'hiddenRows' as const, rows: sheet.hiddenRows }] : []),
    ...(sheet.mergedDown > 0 ? [{ kind: 'mergedDown' as const, cells: sheet.mergedDown }] : []),
    ...(sheet.formulasWithoutValue > 0
      ? [{ kind: 'noResults' as const, cells: sheet.formulasWithoutValue }]
      : []),
  ];
}

function scoreQuestions({ profiles, facts, preset }: Asking): ImportQuestion[] {
  const score = profiles.find(({ role }) => role === 'score');
  const couldBe = profiles.filter(
    ({ index, role }) => role === 'rating' && looksLikeZeroToTen(facts[index]!),
  );
  if (!score) {
    if (couldBe.length > 0) return couldBe.map(({ index }) => ({ kind: 'isThisNps', column: index }));
    const csat = csatAmong(profiles, facts);
    return csat === null
      ? [{ kind: 'noScore' }]
      : [{ kind: 'noScore' }, { kind: 'isThisCsat', column: csat }];
  }
  const questions: ImportQuestion[] = [];
  if (score.confidence < 0.85) {
    questions.push({ kind: 'isThisNps', column: score.index });
    if (couldBe.length > 0)
      questions.push({ kind: 'whichScore', columns: [score, ...couldBe].map(({ index }) => index) });
  }
  const answers = facts[score.index]!.numbers?.whole ?? 0;
  // Formbricks is known to have written a 0 as blank.
  const many = preset?.name === 'formbricks' && facts[score.index]!.empty > 0 ? 20 : 100;
  if (answers >= many && !facts[score.index]!.wholes.has(0))
    questions.push({ kind: 'noZero', column: score.index, answers });
  return questions;
}

/** The rating from 1 to 5 that asks about satisfaction, overall satisfaction first; null when none does. */
function csatAmong(profiles: readonly ColumnProfile[], facts: readonly ColumnFacts[]): number | null {
  const ranked = profiles
    .filter(({ index, role }) => role === 'rating' && fitsOneToFive(facts[index]!))
    .map(({ index, header, wording }) => ({ index, rank: csatRank(`${header} ${wording}`) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || a.index - b.index);
  return ranked[0]?.index ?? null;
}

function csatRank(text: string): number {
  const plain = plainHeader(text);
  const overall = /\boverall|gesamt|global|general(e|ment)?\b|insgesamt|\ball$|q\d+ ?all$/.test(plain);
  const satisfied = /\bcsat\b|satisf|zufried|tevreden|soddisf/.test(plain);
  return (satisfied ? 2 : 0) + (overall ? 1 : 0);
}

function fitsOneToFive(facts: ColumnFacts): boolean {
  let inside = 0;
  for (const [value, count] of facts.wholes) if (value >= 1 && value <= 5) inside += count;
  return facts.wholes.has(5) && facts.wholes.size >= 4 && inside > facts.said / 2;
}

/** Rows that the survey tool itself says are no answers. */
function rowQuestions({ profiles, facts, guesses }: Asking): ImportQuestion[] {
  return profiles.flatMap(({ index, role }): ImportQuestion[] => {
    if (role !== 'rowFilter') return [];
    const dropped = droppedBy(guesses[index]!, facts[index]!);
    return dropped.length > 0 ? [{ kind: 'rowsLeftOut', column: index, dropped }] : [];
  });
}

function droppedBy({ only, missing }: Guess, { samples, empty }: ColumnFacts): ValueCount[] {
  const blank = empty > 0 ? [{ value: '', count: empty }] : [];
  if (!only) return missing?.includes('') ? blank : [];
  return [...samples.filter(({ value }) => !only.includes(value)).slice(0, 20), ...blank];
}

function scaleQuestions(profiles: readonly ColumnProfile[], facts: readonly ColumnFacts[]): ImportQuestion[] {
  return profiles.flatMap(({ index, role }): ImportQuestion[] => {
    if (role !== 'rating' || !isMixed(facts[index]!)) return [];
    const outside = facts[index]!.samples.filter(({ value }) => {
      const number = numberOf(value);
      return number !== null && (number < 1 || number > 5);
    });
    return [{ kind: 'mixedScale', column: index, low: 1, high: 5, outside: outside.slice(0, 20) }];
  });
}

function dateQuestions(profiles: readonly ColumnProfile[], facts: readonly ColumnFacts[]): ImportQuestion[] {
  const hasDate = profiles.some(({ role }) => role === 'date');
  return profiles.flatMap(({ index, role, header, wording, numbers, dates, filled }): ImportQuestion[] => {
    if (role === 'date' || role === 'customerSince') {
      const { order, sure, pairs, sample } = orderIn(facts[index]!);
      return pairs && !sure ? [{ kind: 'dateOrder', column: index, sample, proposed: order }] : [];
    }
    const named = !hasDate && hintOf(header, wording)?.role === 'date';
    const onlyNumbers = numbers !== null && numbers.count * 2 > filled && dates === 0;
    return named && onlyNumbers
      ? [{ kind: 'noDate', column: index, low: numbers.low, high: numbers.high }]
      : [];
  });
}

/** Money that would be read as having exactly three decimals. Ratings and weights are never thousands. */
function markQuestions(
  profiles: readonly ColumnProfile[],
  facts: readonly ColumnFacts[],
  delimiter: Delimiter,
): ImportQuestion[] {
  return profiles.flatMap(({ index, role }): ImportQuestion[] => {
    if (role !== 'revenue') return [];
    const { marks, samples } = facts[index]!;
    const { mark, sure } = decimalMarkOf(marks, usualMark(delimiter));
    const open = samples.find(({ value }) => value.includes(mark) && openNumber.test(undressed(value)));
    return !sure && open ? [{ kind: 'decimalMark', column: index, sample: open.value, proposed: mark }] : [];
  });
}

function personQuestions(profiles: readonly ColumnProfile[]): ImportQuestion[] {
  const has = (...roles: ColumnRole[]): boolean => profiles.some(({ role }) => roles.includes(role));
  if (!has('respondentId', 'email', 'name', 'lastName', 'crmId', 'phone')) return [{ kind: 'nobodyNamed' }];
  return has('email', 'phone') ? [] : [{ kind: 'noWayToReach' }];
}

/** A column of survey types that filters nothing: none of its values is known. */
function surveyTypeQuestions(profiles: readonly ColumnProfile[]): ImportQuestion[] {
  return profiles
    .filter(({ header, distinct, role }) => isTypeColumn(header) && distinct > 1 && role !== 'rowFilter')
    .map(({ index, top }) => ({ kind: 'severalSurveys', column: index, values: top }));
}

const isTypeColumn = (header: string): boolean => /^(hs )?(survey|question) type$/.test(plainHeader(header));
