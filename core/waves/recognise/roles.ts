import type { RoleReason } from '../inspection.ts';
import type { ColumnRole } from '../mapping.ts';
import { type ColumnFacts, withLabels } from './facts.ts';
import { type HeaderHint, hintOf, plainHeader } from './headers.ts';
import { anyText, type RecognisedPreset } from './presets.ts';

/** What one column probably is. */
export interface Guess {
  role: ColumnRole;
  confidence: number;
  reason: RoleReason;
  /** For ratings: the scale its values suggest. */
  scale?: { low: number; high: number };
  /** For row filters: which texts count, or which do not. */
  only?: readonly string[];
  missing?: readonly string[];
  /** For an ignored column: what it might be. */
  couldBe?: ColumnRole;
}

/** A column as the guessing of roles sees it. */
export interface Column {
  header: string;
  wording: string;
  /** The question above it where one question spreads over several columns and only the first has a header; else empty. */
  question: string;
  facts: ColumnFacts;
}

const nothing: Guess = { role: 'ignore', confidence: 0, reason: 'nothing' };
const maybeSegment: Guess = { ...nothing, couldBe: 'segment' };
/** Roles that any number of columns may have. */
const many: ReadonlySet<ColumnRole> = new Set(['segment', 'rating', 'rowFilter', 'ignore']);

/** Guesses every column's role: first each by itself, then roles that only one may have go to the surest. */
export function guessRoles(
  columns: readonly Column[],
  preset: RecognisedPreset | null,
  kind: 'survey' | 'contacts' = 'survey',
): Guess[] {
  const blocks = ratingBlocks(columns);
  const candidates = columns.map((column, i) => candidatesOf(column, preset, blocks[i]!));
  const taken = new Map<ColumnRole, number>();
  const ranked = candidates
    .flatMap((guesses, column) => guesses.map((guess) => ({ guess, column })))
    .sort((a, b) => b.guess.confidence - a.guess.confidence || a.column - b.column);
  const chosen: (Guess | undefined)[] = columns.map(() => undefined);
  for (const { guess, column } of ranked) {
    if (chosen[column] || (!many.has(guess.role) && taken.has(guess.role))) continue;
    chosen[column] = guess;
    if (!many.has(guess.role)) taken.set(guess.role, column);
  }
  const sure = chosen.map((guess, i) =>
    guess && guess.confidence >= 0.5 ? guess : asCode(columns[i]!.facts) ? maybeSegment : nothing,
  );
  return kind === 'contacts' ? sure : withSomeId(columns, withoutNumbers(columns, sure));
}

/** Numbers of the response, which say nothing of the person. */
const ofResponse = /^(response|submission|record) ?(id|no|number)$/;
/** Numbers that may be those of the response: taken for a person's where nothing else says who answered. */
const ofEither = /^(id|uid|uuid|key)$|^resp(ondent)? ?(id|num|no|nr|number|key)?$|respnum/;

/** A survey's running numbers are no ids of people: in the next survey, or in a contacts file, they are somebody else's. */
function withoutNumbers(columns: readonly Column[], guesses: Guess[]): Guess[] {
  const isNamed = guesses.some(({ role }) => role === 'email' || role === 'crmId');
  return guesses.map((guess, i) => {
    if (guess.role !== 'respondentId' || guess.reason === 'preset') return guess;
    const header = plainHeader(columns[i]!.header);
    const isNumber = ofResponse.test(header) || (isNamed && ofEither.test(header));
    return isNumber ? { role: 'ignore', confidence: guess.confidence, reason: guess.reason } : guess;
  });
}

/** Whether the values could be answers to a 0-10 question: whole numbers, nearly all in range, the ends in use. */
export function looksLikeZeroToTen(facts: ColumnFacts): boolean {
  return (
    facts.said > 0 &&
    facts.wholeShare > 0.9 &&
    inRangeShare(facts) > 0.85 &&
    facts.wholes.has(10) &&
    facts.saidDistinct >= 5 &&
    !isMixed(facts)
  );
}

function inRangeShare(facts: ColumnFacts): number {
  let inside = 0;
  for (const [value, count] of facts.wholes) if (value >= 0 && value <= 10) inside += count;
  return inside / Math.max(facts.said, 1);
}

function candidatesOf(column: Column, preset: RecognisedPreset | null, inBlock: boolean): Guess[] {
  const filter = asFilter(column, preset);
  if (filter) return [filter];
  const own = preset?.roleOf(column.header) ?? null;
  if (own === 'segment' && fitOfSegment(column.facts) === 0) return [];
  if (own) return [{ role: own, confidence: 0.97, reason: 'preset' }];
  const hint = hintOfColumn(column);
  if (column.facts.filled === 0) return emptyColumn(hint);
  const onScale = hint?.role === 'score' || hint?.role === 'rating';
  const facts = onScale ? withLabels(column.facts) : column.facts;
  const guesses = [...byHeader(hint, facts), ...byContent(facts)];
  if (hint?.role === 'language' && asCode(facts))
    guesses.push({ role: 'segment', confidence: 0.6, reason: 'header' });
  const rating = asRating({ ...column, facts }, hint, inBlock);
  if (rating) guesses.push(rating);
  return guesses;
}

function hintOfColumn({ header, wording, question }: Column): HeaderHint | null {
  if (question === '') return hintOf(header, wording);
  const above = hintOf(question);
  // One of the choices of a question is not the question.
  return above?.role === 'rating' ? above : hintOf(wording);
}

/** The survey tool's own column that says which rows are answers; one that holds nothing known says nothing. */
function asFilter({ header, facts }: Column, preset: RecognisedPreset | null): Guess | null {
  const counts = preset?.countingOf(header) ?? null;
  if (!preset || !counts || facts.filled === 0) return null;
  const guess: Guess = { role: 'rowFilter', confidence: 0.97, reason: 'preset' };
  if (counts === anyText)
    return preset.roleOf(header) === 'date' && !isUndated(facts) ? null : { ...guess, missing: [''] };
  const only = facts.samples.filter(({ value }) => counts.test(value)).map(({ value }) => value);
  return only.length > 0 && !facts.distinctMore ? { ...guess, only } : null;
}

/** LimeSurvey writes this day where answers carry no date. */
const isUndated = ({ samples }: ColumnFacts): boolean =>
  samples.every(({ value }) => value.startsWith('1980-01-01'));

/** An empty column keeps what its header says only where emptiness matters: a score nobody gave. */
function emptyColumn(hint: HeaderHint | null): Guess[] {
  return hint?.role === 'score' && hint.weight > 0.8
    ? [{ role: 'score', confidence: 0.6, reason: 'header' }]
    : [];
}

function byHeader(hint: HeaderHint | null, facts: ColumnFacts): Guess[] {
  if (!hint || hint.role === 'rating') return [];
  const fit = fitOf(hint.role, facts);
  const confidence = hint.weight * fit;
  if (confidence < 0.2) return [];
  return [{ role: hint.role, confidence, reason: fit === 1 ? 'headerAndContent' : 'header' }];
}

/** How well a column's content bears out the role its header suggests, 0 to 1. */
function fitOf(role: ColumnRole, facts: ColumnFacts): number {
  const isText = facts.numberShare < 0.5 && facts.dateShare < 0.5;
  switch (role) {
    case 'score':
      return fitOfScore(facts);
    case 'email':
      return facts.emailShare > 0.6 ? 1 : facts.emailShare > 0.2 ? 0.7 : 0;
    case 'date':
    case 'customerSince':
      return facts.dateShare > 0.7 ? 1 : facts.dateShare > 0.3 ? 0.7 : 0;
    case 'revenue':
    case 'weight':
      return facts.numberShare > 0.7 ? 1 : 0;
    case 'respondentId':
    case 'crmId':
      return facts.uniqueShare > 0.5 && facts.meanLength < 80 ? 1 : facts.uniqueShare > 0.1 ? 0.75 : 0;
    case 'comment':
      return isText && facts.meanLength > 12 && facts.linkShare < 0.3 ? 1 : isText ? 0.75 : 0;
    case 'phone':
      return facts.phoneShare > 0.5 ? 1 : 0;
    case 'name':
    case 'firstName':
    case 'lastName':
    case 'account':
    case 'accountManager':
      return isText && facts.meanLength < 60 ? 1 : 0;
    case 'role':
      return isText && facts.meanLength < 60 && !isFreeText(facts) ? 1 : 0;
    case 'language':
    case 'timeZone':
      return isText && facts.saidDistinct < 200 && facts.meanLength < 40 ? 1 : 0;
    case 'segment':
      return fitOfSegment(facts);
    case 'rowFilter':
      return facts.saidDistinct <= 20 ? 1 : 0;
    case 'optOut':
    case 'optIn':
      return facts.saidDistinct <= 4 || facts.dateShare > 0.5 ? 1 : 0.4;
    case 'accountCrmId':
    case 'rating':
    case 'ignore':
      return 1;
  }
}

/** Job titles are short and come again; the title of a review is long or comes once. */
function isFreeText({ uniqueShare, said, saidDistinct, meanLength }: ColumnFacts): boolean {
  return (uniqueShare >= 0.7 && said >= 30) || (saidDistinct > 100 && meanLength > 25);
}

/** A column of two values or of a 1-5 scale is not the 0-10 question, whatever it is called. */
function fitOfScore(facts: ColumnFacts): number {
  if (facts.numberShare < 0.5) return 0;
  const high = Math.max(...[...facts.wholes.keys()].filter((value) => value <= 10), 0);
  if (facts.said >= 30 && high > 0 && inRangeShare(facts) > 0.85) {
    if (high <= 2) return 0;
    if (high <= 7) return 0.4;
  }
  return inRangeShare(facts) > 0.85 ? 1 : 0.7;
}

function fitOfSegment(facts: ColumnFacts): number {
  const repeats = facts.said / Math.max(facts.saidDistinct, 1);
  if (facts.distinctMore || facts.saidDistinct < 2 || facts.meanLength > 60) return 0;
  if (facts.dateShare > 0.5 || facts.linkShare > 0.5) return 0;
  return repeats >= 5 || (facts.said < 60 && repeats >= 1.5) ? 1 : repeats >= 2 ? 0.7 : 0;
}

function byContent(facts: ColumnFacts): Guess[] {
  const guess = (role: ColumnRole, confidence: number): Guess => ({ role, confidence, reason: 'content' });
  const isText = facts.numberShare < 0.2 && facts.dateShare < 0.2 && facts.linkShare < 0.2;
  if (facts.emailShare > 0.8) return [guess('email', 0.9)];
  if (facts.dateShare > 0.9 && facts.numberShare < 0.5) return [guess('date', 0.55)];
  if (isText && facts.meanLength > 25 && facts.uniqueShare > 0.5)
    return [guess('comment', Math.min(0.5 + facts.meanLength / 2000, 0.65))];
  const fewTexts = isText && facts.saidDistinct <= 50 && fitOfSegment(facts) === 1;
  return fewTexts && facts.said > facts.empty / 4 ? [guess('segment', 0.6)] : [];
}

/** The scale a column of ratings seems to have: 0-10, 1-7 or 1-5 by what is used; null when it is no such column. */
function scaleOf(facts: ColumnFacts): { low: number; high: number } | null {
  if (facts.said < 3 || facts.wholeShare < 0.85 || facts.numberShare < 0.95 || facts.saidDistinct > 15)
    return null;
  const values = [...facts.wholes.keys()];
  const high = Math.max(...values);
  if (Math.min(...values) < 0 || high < 4 || high > 11) return null;
  if (high <= 6) return { low: 1, high: 5 };
  if (isMixed(facts)) return { low: 1, high: 5 };
  if (high === 7) return { low: 1, high: 7 };
  return { low: facts.wholes.has(0) ? 0 : 1, high: 10 };
}

/** Whether nearly all values lie from 1 to 5 and a few above: two scales in one column. */
export function isMixed({ wholes }: ColumnFacts): boolean {
  let usual = 0;
  let above = 0;
  for (const [value, count] of wholes) {
    if (value >= 1 && value <= 5) usual += count;
    else if (value > 6 && value <= 10) above += count;
  }
  return above > 0 && wholes.has(4) && usual > 10 * above;
}

/** Whole numbers that come again and again and are few: codes of answers, such as 1 for a woman and 2 for a man. */
function asCode(facts: ColumnFacts): boolean {
  const values = [...facts.wholes.keys()];
  return (
    facts.wholeShare > 0.95 &&
    facts.said > facts.empty / 4 &&
    values.length >= 2 &&
    values.length <= 30 &&
    Math.min(...values) >= 0 &&
    Math.max(...values) < 100 &&
    fitOfSegment(facts) === 1
  );
}

/** Three or more neighbours of nearly the same scale are a block of ratings. */
function ratingBlocks(columns: readonly Column[]): boolean[] {
  const highs = columns.map(({ facts }) => {
    const scale = scaleOf(facts);
    const high = Math.max(...facts.wholes.keys(), 0);
    return scale && high >= 5 && facts.wholes.size >= 4 ? scale.high : 0;
  });
  // Where questions are numbered, a column without a number is none of them.
  const numbered = columns.map(({ header }) => /^\W*q\d/i.test(header));
  const inBlock = columns.map(() => false);
  for (let from = 0; from < highs.length; ) {
    let to = from + 1;
    while (
      to < highs.length &&
      highs[from] !== 0 &&
      highs[to] === highs[from] &&
      numbered[to] === numbered[from]
    )
      to++;
    if (to - from >= 3) inBlock.fill(true, from, to);
    from = to;
  }
  return inBlock;
}

function asRating(column: Column, hint: HeaderHint | null, inBlock: boolean): Guess | null {
  const scale = scaleOf(column.facts);
  if (!scale) return null;
  const header = plainHeader(column.header);
  const isScaled = scale.high <= 7 && /\b(rating|bewertung|puntuacion|note|stars?)\b/.test(header);
  const named = hint?.role === 'rating' || isScaled || /^(csat|ces)\b/.test(header);
  if (named) return { role: 'rating', confidence: 0.8, reason: 'headerAndContent', scale };
  if (inBlock)
    return { role: 'rating', confidence: hint?.role === 'segment' ? 0.82 : 0.65, reason: 'alike', scale };
  return looksLikeZeroToTen(column.facts)
    ? { role: 'rating', confidence: 0.5, reason: 'content', scale }
    : null;
}

/** An id of the response is better than nothing where no other column says who answered, and it is no running number. */
function withSomeId(columns: readonly Column[], guesses: Guess[]): Guess[] {
  const knows: ReadonlySet<ColumnRole> = new Set(['respondentId', 'email', 'crmId']);
  if (guesses.some((guess) => knows.has(guess.role))) return guesses;
  const at = columns.findIndex(
    ({ header, facts }) =>
      /^respon(se|dent) id$/.test(plainHeader(header)) && facts.uniqueShare > 0.9 && !isRunning(facts),
  );
  return guesses.map((guess, i) =>
    i === at ? { role: 'respondentId', confidence: 0.6, reason: 'header' as const } : guess,
  );
}

/** Whether numbers lie so close together that they must have been counted up. */
function isRunning({ numbers, filled }: ColumnFacts): boolean {
  return numbers !== null && numbers.count * 2 > filled && numbers.high - numbers.low < filled * 10;
}
