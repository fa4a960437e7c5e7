import { countOf, listOf, wholeOf } from '#core/browser/parts/figures.ts';
import {
  bestWithin,
  type LeftOutReason,
  type Quota,
  type QuotaOutcome,
  type RestRules,
  type Study,
  sizeOf,
  totalFor,
  usualByBand,
} from '#core/sample/index.ts';
import { spokenName } from '#core/segments/index.ts';
import { type Band, bands } from '#core/waves/index.ts';
import type { Selection } from './selection.ts';
import { bandNames, inBand, people, rangeText, sentence, sinceClosed } from './words.ts';

/** What is said while people are being chosen. */
export const chooseWords = {
  anyone: 'Anyone who answered',
  quotas: {
    title: 'How many, of whom',
    caption: 'People wanted by segment and band',
    segment: 'Segment',
    total: 'In all',
    planned: 'Planned',
    usual: 'Usual',
    field: (band: Band, segment: string) => `${bandNames[band].title} wanted, ${segment}`,
    back: 'Back to the usual numbers',
    segments: 'Change segments',
    purpose: 'Called to hear',
    remove: (segment: string) => `Remove ${segment}`,
    add: 'Add a segment',
    addChoose: 'Choose a segment to add',
    noPassives: 'Nobody in the middle: passives need the smallest push to become promoters. Plan a few.',
  },
  study: {
    label: 'What it is for',
    rest: 'Leave in peace after an interview',
    restUnit: (n: number) => (n === 0 ? 'this cycle only' : `this cycle and ${countOf(n, 'more', 'more')}`),
    invitations: 'Invitations in four cycles, at most',
    restHint:
      'Whoever was asked too often answers less, and less kindly. Left out below, each with the reason.',
  },
  tried: {
    title: 'What this would change',
    come: 'Would come',
    go: 'Would go',
    comes: ' comes with this change',
    more: (n: number) => `and ${wholeOf(n)} more`,
    undo: 'Undo the last change',
    keep: 'Keep this plan',
    kept: 'The plan is kept.',
    putBack: 'Undo',
  },
  seed: {
    label: 'Seed of the draw',
    hint: 'The same seed, segments and numbers draw the same people.',
    again: 'Draw others',
  },
  drawn: {
    title: 'Drawn',
    caption: 'People drawn, each with the reason',
    person: 'Person',
    account: 'Account',
    score: 'Score',
    why: 'Chosen for',
    reach: 'Reach',
    email: 'e-mail',
    phone: 'telephone',
    none: 'Nobody fits these numbers. Change them, or the segments.',
  },
  short: { title: 'Where the plan falls short' },
  leftOut: { title: 'Left out, and why' },
  next: {
    put: (n: number) => `Put ${people(n)} on the roster`,
    roster: 'Back to the roster',
    full: 'The plan is full.',
    fullWhy: 'Everybody it asks for is on the roster.',
    strong: (n: number, cycle: string) => `${sentence(people(n))} for ${cycle || 'this cycle'}.`,
    why: `Best called within ${bestWithin * 24} hours of the answer, two weeks after the close at the latest.`,
    nobody: 'Nobody to put on the roster yet.',
  },
  confirmed: (n: number) => `${sentence(people(n))} put on the roster.`,
};

export const segmentName = (segment: Quota['segment']): string =>
  segment ? spokenName(segment) : chooseWords.anyone;

/** The finding of a selection: how many were found of how many wanted. */
export function selectionFinding({ draw, wanted, onRoster }: Selection): string {
  const want = wanted.reduce((sum, q) => sum + q.want, 0);
  const got = draw.chosen.length;
  if (want === 0)
    return onRoster > 0 ? `The plan is full: ${people(onRoster)} on the roster.` : 'Nobody is asked for yet.';
  const per = bands
    .map((band) => ({ band, n: draw.chosen.filter((c) => c.reason.band === band).length }))
    .filter(({ n }) => n > 0)
    .map(({ band, n }) => inBand(band, n));
  const who = per.length > 0 ? `: ${listOf(per)}` : '';
  const more = onRoster > 0 ? countOf(got, 'more person', 'more people') : people(got);
  if (got === want) return `${sentence(more)} to call${who}.`;
  return `${wholeOf(got)} of ${people(want)} found${who}.`;
}

/** Where they were drawn from and how. */
export function selectionLede({ segments, answers, draw }: Selection): string {
  const where = segments.length > 0 ? `, in ${listOf(segments.map(spokenName))}` : '';
  const looked = draw.everybody
    ? ''
    : ` ${sentence(people(draw.looked))} were looked at, in the order of the draw.`;
  const left =
    draw.leftOut.length > 0
      ? ` ${sentence(people(draw.leftOut.length))} left out, each with the reason.`
      : '';
  return `Drawn from ${people(answers)} who answered${where}. Scores take turns, so that each band is covered from end to end.${looked}${left}`;
}

/** "10 to 15" for the cycle's round, whose bands METHOD gives; for other studies the whole alone. */
export function usualTexts(
  study: Study,
  segments: Selection['segments'],
): { band: Readonly<Record<Band, string>> | null; total: string } {
  const total = rangeText(totalFor(study, segments));
  if (study !== 'cycle') return { band: null, total };
  return {
    band: {
      detractor: rangeText(usualByBand.detractor),
      passive: rangeText(usualByBand.passive),
      promoter: rangeText(usualByBand.promoter),
    },
    total,
  };
}

/** "fewer than usual", "more than usual", or nothing. */
export function standingText(is: 'below' | 'within' | 'above'): string {
  if (is === 'within') return '';
  return is === 'below' ? 'fewer than usual' : 'more than usual';
}

export function totalStanding(total: number, study: Study, segments: Selection['segments']): string {
  const { low, high } = totalFor(study, segments);
  return standingText(total < low ? 'below' : total > high ? 'above' : 'within');
}

/** The kinds of study, each with its size. */
export const studyNames: Readonly<Record<Study, string>> = {
  cycle: 'The round of a cycle',
  segment: 'A segment in question',
  company: 'What moves the score of the whole company',
  perSegment: 'What moves the score of each segment',
  quickStart: 'Quick start: tier by band',
};

export function studyOption(study: Study): string {
  const { range, each } = sizeOf(study);
  return `${studyNames[study]} (${rangeText(range)}${each ? ' each' : ''})`;
}

/** What a kind of study asks for beside its numbers. */
export function studyHint(study: Study, days: number | null): string {
  const what = {
    cycle: 'Enough to hear what most people would say, few enough to finish in two weeks.',
    segment: 'Enough people of one segment to tell its reasons from everybody else’s.',
    company: 'Enough to put the reasons of the whole company in order.',
    perSegment: 'Enough of each segment to compare what moves them.',
    quickStart: 'Twenty calls, one week of analysis, one document.',
  } satisfies Record<Study, string>;
  const since = days === null ? '' : ` ${sinceClosed(days)}`;
  return `${what[study]}${since}`;
}

const reasonsLeftOut: Readonly<Record<LeftOutReason, { one: string; many: string; title: string }>> = {
  optedOut: {
    one: 'asked not to be contacted',
    many: 'asked not to be contacted',
    title: 'Asked not to be contacted',
  },
  noWayToReach: {
    one: 'has neither e-mail nor telephone',
    many: 'have neither e-mail nor telephone',
    title: 'No e-mail and no telephone number',
  },
  answeredAgain: {
    one: 'answered again later, which counts',
    many: 'answered again later, which counts',
    title: 'Answered again later; that answer counts',
  },
  inRoster: { one: 'is on the roster', many: 'are on the roster', title: 'On the roster already' },
  declined: { one: 'declined', many: 'declined', title: 'Declined in this cycle or the year before' },
  interviewedRecently: {
    one: 'was interviewed lately',
    many: 'were interviewed lately',
    title: 'Interviewed lately',
  },
  askedOften: {
    one: 'was asked often enough lately',
    many: 'were asked often enough lately',
    title: 'Asked often enough lately',
  },
};

/** The reason, with the rule behind it where a number decides. */
export function leftOutTitle(reason: LeftOutReason, { interviewed, invitations, within }: RestRules): string {
  if (reason === 'interviewedRecently')
    return interviewed === 0
      ? 'Interviewed in this cycle'
      : `Interviewed in this cycle or the ${countOf(interviewed, 'one', 'cycles')} before`;
  if (reason === 'askedOften')
    return `Invited ${countOf(invitations, 'time', 'times')} or more in the last ${countOf(within, 'cycle', 'cycles')}`;
  return reasonsLeftOut[reason].title;
}

/** "Enterprise, passives: 2 of 4 found. 3 people fit; 1 asked not to be contacted." */
export function shortfallText({ quota, got, shortfall }: QuotaOutcome): string {
  const head = `${segmentName(quota.segment)}, ${bandNames[quota.band].many}: ${wholeOf(got)} of ${wholeOf(quota.want)} found.`;
  if (!shortfall) return head;
  if (shortfall.fit === 0) return `${head} Nobody who answered fits.`;
  const why = whyLeftOut(shortfall.leftOut);
  if (shortfall.chosenElsewhere > 0)
    why.push(
      `${wholeOf(shortfall.chosenElsewhere)} ${shortfall.chosenElsewhere === 1 ? 'was' : 'were'} drawn for another segment`,
    );
  const fit = `${sentence(people(shortfall.fit))} ${shortfall.fit === 1 ? 'fits' : 'fit'}`;
  return `${head} ${fit}${why.length > 0 ? `; ${listOf(why)}` : ''}.`;
}

/** "10 asked not to be contacted", "3 declined". */
export function whyLeftOut(leftOut: Readonly<Partial<Record<LeftOutReason, number>>>): string[] {
  return (Object.keys(reasonsLeftOut) as LeftOutReason[]).flatMap((reason) => {
    const n = leftOut[reason] ?? 0;
    const { one, many } = reasonsLeftOut[reason];
    return n > 0 ? [`${wholeOf(n)} ${n === 1 ? one : many}`] : [];
  });
}

/** What a change that is tried would do: "2 people would come and 1 would go; 23 stay." */
export function triedText({ come, go, stay }: NonNullable<Selection['tried']>): string {
  if (come.length === 0 && go.length === 0) return 'The same people would be drawn.';
  const parts = [
    ...(come.length > 0 ? [`${people(come.length)} would come`] : []),
    ...(go.length > 0 ? [`${come.length > 0 ? wholeOf(go.length) : people(go.length)} would go`] : []),
  ];
  return `${sentence(listOf(parts))}; ${wholeOf(stay)} ${stay === 1 ? 'stays' : 'stay'}.`;
}
