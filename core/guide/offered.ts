import { type Proposal, spokenName } from '../segments/index.ts';
import { fitsSegments } from './condition.ts';
import { enterpriseTier, longStanding, newCustomer, smallTier } from './customerKinds.ts';
import type { Area, Condition } from './guide.ts';
import { type Hypothesis, idPart } from './hypotheses.ts';
import type { Wording } from './hypothesisWords.ts';
import { findingWhy } from './words.ts';

/** What a finding about a segment asks for: below everyone, what is particular there; moved, what has changed. */
const askedOf: Readonly<Record<Proposal['reasons'][number]['kind'], { wording: Wording; area: Area }>> = {
  weak: { wording: 'kind', area: 'scoreDrivers' },
  fell: { wording: 'change', area: 'experience' },
  rose: { wording: 'change', area: 'experience' },
};

/**
 * Hypotheses from the segments that are weak or moved beyond noise, for the people of that segment alone, in the order
 * given. A segment that is weak and moved gives two.
 */
export function hypothesesOfFindings(findings: readonly Proposal[]): Hypothesis[] {
  return findings.flatMap(({ segment, reasons }) => {
    const parts = segment.crossed ?? [segment];
    const name = spokenName(segment);
    return reasons.map(
      ({ kind, difference }): Hypothesis => ({
        id: `finding-${kind}-${parts.map((p) => `${idPart(p.dimension)}-${idPart(p.value)}`).join('-')}`,
        source: 'finding',
        topic: name,
        ...askedOf[kind],
        text: '',
        why: findingWhy(name, kind, difference.value),
        bands: [],
        when: parts.map(({ dimension, value }) => ({ dimension, values: [value] })),
      }),
    );
  });
}

interface Starter {
  when: readonly Condition[];
  topics: readonly string[];
  area: Area;
}

/** What is usual by kind of customer, to be tested, never presumed (METHOD: starter hypotheses by segment). */
const starters: readonly Starter[] = [
  {
    when: [enterpriseTier],
    topics: ['integration', 'security', 'support', 'sponsorship'],
    area: 'scoreDrivers',
  },
  { when: [smallTier], topics: ['ease', 'speedToValue', 'prices', 'selfService'], area: 'scoreDrivers' },
  { when: [newCustomer], topics: ['promise'], area: 'scoreDrivers' },
  { when: [longStanding], topics: ['pace', 'investing'], area: 'scoreDrivers' },
  { when: [], topics: ['rivals'], area: 'competition' },
  { when: [], topics: ['culture', 'regulation', 'industryRules'], area: 'scoreDrivers' },
];

/**
 * Starter hypotheses for the kinds of customer a survey has: by tier and tenure where somebody of `people` (segments,
 * dimension -> value) is of that kind; market and industry concern everybody.
 */
export function starterHypotheses(people: readonly Readonly<Record<string, string>>[]): Hypothesis[] {
  return starters
    .filter(({ when }) => when.length === 0 || people.some((segments) => fitsSegments(when, segments)))
    .flatMap(({ when, topics, area }) =>
      topics.map(
        (topic): Hypothesis => ({
          id: `starter-${topic}`,
          source: 'starter',
          topic,
          wording: 'part',
          text: '',
          area,
          why: '',
          bands: [],
          when,
        }),
      ),
    );
}
