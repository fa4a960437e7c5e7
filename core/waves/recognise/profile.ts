import { type OrderEvidence, orderOf, readDate, tallyOrder } from '../cells/dates.ts';
import { isNoAnswerWord } from '../cells/missing.ts';
import { numberOf } from '../cells/numbers.ts';
import type { ColumnProfile, MissingProposal } from '../inspection.ts';
import type { ColumnMapping, ColumnRole, Mapping } from '../mapping.ts';
import type { ColumnFacts } from './facts.ts';
import type { Column, Guess } from './roles.ts';

/** A column with more different values is not compared with the wave before. */
const valuesListed = 200;

/** One column as a screen shows it. */
export function profileOf(column: Column, index: number, guess: Guess): ColumnProfile {
  const { facts } = column;
  return {
    index,
    header: column.header,
    wording: column.wording,
    filled: facts.filled,
    empty: facts.empty,
    distinct: facts.distinct,
    distinctMore: facts.distinctMore,
    ...(facts.distinct <= valuesListed && !facts.distinctMore
      ? { values: facts.samples.map(({ value }) => value) }
      : {}),
    top: facts.top,
    numbers: facts.numbers,
    dates: facts.dates,
    ...sureOrderIn(facts),
    longest: facts.longest,
    proposedMissing: proposalsOf(guess, facts),
    role: guess.role,
    confidence: Math.round(guess.confidence * 100) / 100,
    reason: guess.reason,
    ...(guess.couldBe ? { couldBe: guess.couldBe } : {}),
  };
}

function sureOrderIn(facts: ColumnFacts): Pick<ColumnProfile, 'dateOrder'> {
  if (facts.dates === 0) return {};
  const { order, sure, pairs } = orderIn(facts);
  return pairs && sure ? { dateOrder: order } : {};
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

/** Roles under whose name something is shown. */
const isNamed: ReadonlySet<ColumnRole> = new Set(['segment', 'rating']);

/** The mapping that was recognised, one entry for each column. */
export function mappingOf(
  profiles: readonly ColumnProfile[],
  guesses: readonly Guess[],
  facts: readonly ColumnFacts[],
  labels: readonly string[],
): Mapping {
  const columns = profiles.map((profile, i): ColumnMapping => {
    const scale = guesses[i]!.scale;
    const { only, missing = [] } = guesses[i]!;
    const label = labels[i]!;
    const base = {
      header: profile.header,
      role: profile.role,
      missing,
      ...(label !== '' && isNamed.has(profile.role) ? { label } : {}),
    };
    if (profile.role === 'rowFilter') return only ? { ...base, only } : base;
    if (profile.role === 'rating' && scale) return { ...base, low: scale.low, high: scale.high };
    if (profile.role !== 'date' && profile.role !== 'customerSince') return base;
    const { order, sure, pairs } = orderIn(facts[i]!);
    return pairs && !sure ? { ...base, dateOrder: order } : base;
  });
  return { version: 1, columns };
}

/** Which of day and month comes first in a column, and how sure that is. */
export function orderIn(facts: ColumnFacts) {
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
