import { segmentsOf } from '#core/segments/index.ts';
import { type Codebook, countedOf, type InterviewFacts } from '#core/themes/index.ts';
import type { WaveColumns, WaveHead } from '#core/waves/index.ts';
import {
  bucketOf,
  type PeoplePart,
  type PersonFacts,
  type SegmentFigure,
  type WaveFigures,
} from './records.ts';

/** The card's figures of a wave: every one-way segment, as the segmentation map reads it; none of a satisfaction wave. */
export function figuresOf(head: WaveHead, columns: WaveColumns): WaveFigures {
  const { dimensions } = head.metric === 'csat' ? { dimensions: [] } : segmentsOf(columns);
  const segments = dimensions.flatMap((dimension) =>
    dimension.segments.map(({ value, n, nps, reading }): SegmentFigure => {
      const estimate = nps.kind === 'estimate' ? nps : null;
      return {
        dimension: dimension.name,
        value,
        n,
        nps: estimate && { value: estimate.value, low: estimate.low, high: estimate.high },
        isSmall: estimate?.isSmall ?? true,
        beyondNoise: reading.kind === 'read' && reading.level?.beyondNoise === true,
      };
    }),
  );
  return { cycleName: head.cycleName, lastDay: head.lastDay, sample: head.sample, segments };
}

/** What interviews say of each person, in buckets. */
export function peopleOf(facts: readonly InterviewFacts[], codebook: Codebook): Map<number, PeoplePart> {
  const byPerson = new Map<string, InterviewFacts[]>();
  for (const interview of countedOf(facts)) {
    const known = byPerson.get(interview.person);
    if (known) known.push(interview);
    else byPerson.set(interview.person, [interview]);
  }
  const buckets = new Map<number, PeoplePart>();
  for (const person of [...byPerson.keys()].sort()) {
    const bucket = bucketOf(person);
    const part = buckets.get(bucket) ?? {};
    part[person] = personFactsOf(byPerson.get(person) ?? [], codebook);
    buckets.set(bucket, part);
  }
  return buckets;
}

function personFactsOf(interviews: readonly InterviewFacts[], codebook: Codebook): PersonFacts {
  const last = interviews.reduce((a, b) => (b.startedAt > a.startedAt ? b : a));
  const severity = new Map<string, 0 | 1 | 2 | 3>();
  for (const mention of interviews.flatMap((i) => i.mentions)) {
    const id = codebook.resolve(mention.theme);
    const worst = severity.get(id) ?? 0;
    severity.set(id, mention.severity > worst ? mention.severity : worst);
  }
  const themes = [...severity].flatMap(([id, worst]) => {
    const theme = codebook.all.get(id);
    return theme ? [{ name: theme.name, category: theme.category, severity: worst }] : [];
  });
  themes.sort((a, b) => b.severity - a.severity || (a.name < b.name ? -1 : 1));
  return {
    themes,
    interviews: interviews.length,
    last: { startedAt: last.startedAt, running: last.endedAt === 0, notes: last.notes },
  };
}
