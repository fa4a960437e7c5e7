import * as v from 'valibot';
import { languageSpoken } from '../model/language.ts';
import { defineRecord, type RecordOf } from '../model/record.ts';
import { bands } from '../waves/index.ts';
import { areas, type Question } from './guide.ts';
import { hypothesisProbes, hypothesisText, topicIn, wordings } from './hypothesisWords.ts';

/** Where a hypothesis comes from, the strongest ground first. */
export const hypothesisSources = ['driver', 'finding', 'own', 'starter'] as const;

/**
 * Something the calls of a cycle are to test: document `cycle/<id>`, collection `hypotheses`. Stored as what it is about, not
 * as a sentence: the question is worded in the language of the guide it is asked with.
 */
export const hypothesisRecord = defineRecord(
  'hypotheses',
  v.object({
    source: v.picklist(hypothesisSources),
    /** What it is about, in short: "Response time", "Enterprise", or the id of a starter topic. */
    topic: v.string(),
    wording: v.fallback(v.picklist(wordings), 'part'),
    /** The question in the team's own words; empty for the usual one. */
    text: v.fallback(v.string(), ''),
    area: v.picklist(areas),
    /** The ground for it, for the interviewer's eyes. */
    why: v.fallback(v.string(), ''),
    bands: v.fallback(v.array(v.picklist(bands)), []),
    when: v.fallback(
      v.pipe(
        v.array(v.object({ dimension: v.string(), values: v.pipe(v.array(v.string()), v.readonly()) })),
        v.readonly(),
      ),
      [],
    ),
  }),
);
export type Hypothesis = RecordOf<typeof hypothesisRecord>;

/** What the statistics say moves the score, as far as the guide needs it. */
export interface TopDriver {
  /** As the survey calls it: "Response time". */
  label: string;
  /** How it was found, in one sentence for the interviewer. */
  why: string;
}

/** More would be no conversation: the customer's story has the time. */
export const mostHypotheses = 4;

/** A name as a part of an id: letters and digits of any script, hyphens between. */
export const idPart = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** The strongest statistical drivers as hypotheses for everyone, in their order. */
export const hypothesesOfDrivers = (drivers: readonly TopDriver[]): Hypothesis[] =>
  drivers.map(({ label, why }) => ({
    id: `driver-${idPart(label)}`,
    source: 'driver',
    topic: label,
    wording: 'part',
    text: '',
    area: 'scoreDrivers',
    why,
    bands: [],
    when: [],
  }));

/** A hypothesis as it is asked, open and without a direction, in the language of a guide. */
export function questionOf(hypothesis: Hypothesis, language: string): Question {
  const { id, area, bands: own, when, text, why, source } = hypothesis;
  return {
    id: `hypothesis-${id}`,
    area,
    text: text.trim() || hypothesisText(hypothesis, language),
    probes: hypothesisProbes(hypothesis.wording, language),
    bands: own,
    when,
    why: why || (source === 'starter' ? topicIn(hypothesis, languageSpoken()).replace(/,$/, '') : ''),
  };
}
