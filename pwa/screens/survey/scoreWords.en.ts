import {
  countOf,
  decimalOf,
  listOf,
  percentOf,
  rangeOf,
  shareRangeOf,
  signedOf,
  wholeOf,
} from '#core/browser/parts/figures.ts';
import type { Break, Trend } from '#core/scores/index.ts';
import type { Metric } from '#core/waves/index.ts';

const people = (n: number) => countOf(n, 'person', 'people');
const answers = (n: number) => countOf(n, 'answer', 'answers');
const points = (n: number) => countOf(n, 'point', 'points');

/** What a figure of this kind is called. */
export const metricName: Readonly<Record<Metric, string>> = { nps: 'NPS', csat: 'CSAT' };

/** 31.4 -> "31", and a share as "78%". */
export const figureOf = (metric: Metric, value: number): string =>
  metric === 'csat' ? percentOf(value / 100) : wholeOf(value);

/** "27 to 35", "75 to 81%". */
export const spanOf = (metric: Metric, low: number, high: number): string =>
  metric === 'csat' ? shareRangeOf(low / 100, high / 100) : rangeOf(low, high);

const breaks: Readonly<Record<Break, string>> = {
  metric: 'something else is measured',
  scale: 'the scale changed',
  wording: 'the question is named differently',
};

const shortBreaks: Readonly<Record<Break, string>> = {
  metric: 'other measure',
  scale: 'other scale',
  wording: 'other name',
};

/** "+2" and "+6"; with decimals where a bound would be rounded to 0, so that it shows on which side of 0 it lies. */
export function signedBounds(low: number, high: number): string[] {
  const bounds = [low, high];
  const digits = [0, 1, 2].find((n) => bounds.every((b) => b === 0 || Number(b.toFixed(n)) !== 0)) ?? 2;
  return bounds.map((b) => (digits === 0 ? signedOf(b) : `${b > 0 ? '+' : ''}${decimalOf(b, digits)}`));
}

/** The bounds of a slope without their sign, the nearer to 0 first; with a decimal below 10. */
export function slopeBounds(low: number, high: number): string[] {
  const bounds = [low, high].map(Math.abs).sort((a, b) => a - b);
  return bounds.map((n) => (Math.max(...bounds) < 10 ? decimalOf(n) : wholeOf(n)));
}

export const scoreWords = {
  finding: {
    alone: (metric: Metric, score: string) => `${metricName[metric]} is ${score}.`,
    satisfied: (n: string, of: string) => `${n} of ${of} are satisfied: they answered 4 or 5.`,
    otherMetric: (before: string) =>
      `${before} measured something else, so there is nothing to compare with.`,
    broken: (before: string, why: readonly Break[]) =>
      `Compared with ${before}, ${why.map((one) => breaks[one]).join(' and ')}: make sure that it is the same question.`,
    same: (pairs: number) =>
      `${people(pairs)} answered both times and ${pairs === 1 ? 'is' : 'are'} compared as pairs.`,
  },
  since: {
    satisfied: 'answered 4 or 5',
    range: (low: number, high: number) => signedBounds(low, high).join(' to '),
  },
  same: {
    title: (n: number) => `${people(n)} answered both times`,
    went: (from: string, to: string, by: string, range: string, beyond: boolean) =>
      `Their NPS went from ${from} to ${to}: ${by} (${range}), ${beyond ? 'beyond noise' : 'which could be noise'}.`,
    stayed: (at: string) => `Their NPS stayed at ${at}.`,
    satisfied: (before: string, now: string) => `Of them ${before} were satisfied before, ${now} are now.`,
    steps: (worse: number, better: number, stayed: number) =>
      `${wholeOf(worse)} went down a band or two, ${wholeOf(better)} went up, ${wholeOf(stayed)} stayed.`,
    hidden: {
      drained: 'Among them promoters and detractors both grew while the middle drained.',
      gathered: 'Among them both ends shrank while the middle grew.',
    },
    table: (before: string, now: string) => `People by band in ${before}, down, and in ${now}, across`,
    before: (name: string) => `Band in ${name}`,
    all: 'all',
    how: (byId: number, byEmail: number, bySaid: number) => {
      const said = bySaid > 0 ? ` ${wholeOf(bySaid)} because your team called them one person.` : '';
      if (byId === 0 && byEmail === 0 && said) return `Matched:${said}`;
      if (byEmail === 0) return `Matched by id.${said}`;
      if (byId === 0) return `Matched by e-mail.${said}`;
      return `${wholeOf(byId)} matched by id, ${wholeOf(byEmail)} by e-mail.${said}`;
    },
    leftOut: (ambiguous: number, conflicting: number) =>
      [
        ambiguous > 0
          ? `${countOf(ambiguous, 'id or e-mail address occurs', 'ids or e-mail addresses occur')} more than once in a survey; those answers were not matched.`
          : '',
        conflicting > 0
          ? `${countOf(conflicting, 'e-mail address stands', 'e-mail addresses stand')} beside two different ids; those answers were not matched either way.`
          : '',
      ]
        .filter(Boolean)
        .join(' '),
    small: 'Under 30 people: read it as a hint.',
    looking: 'Looking for people who answered both times.',
    failed: 'Who answered both times could not be read; all are compared as different people.',
  },
  trend: {
    title: 'Over all surveys',
    verdict(trend: Trend, metric: Metric, slope: string, range: string): string {
      const name = metricName[metric];
      const over = trend.comparable < trend.marks.length ? 'Since the question changed, over' : 'Over';
      const n = `${over} ${trend.comparable} surveys`;
      switch (trend.verdict) {
        case 'rises':
          return `${n} ${name} rose by about ${slope} a survey (${range}).`;
        case 'falls':
          return `${n} ${name} fell by about ${slope} a survey (${range}).`;
        case 'level':
          return `${n} there is no steady trend beyond noise.`;
        case 'uneven':
          return `${n} ${name} went up and down by more than noise; no single trend tells it.`;
        case 'short':
          return `A trend needs three comparable surveys; ${trend.comparable === 1 ? 'there is one' : 'there are two'}.`;
      }
    },
    slope: (n: number) =>
      Math.abs(n) < 0.95 ? `${decimalOf(Math.abs(n))} points` : points(Math.round(Math.abs(n))),
    range: (low: number, high: number) => slopeBounds(low, high).join(' to '),
    picture: (metric: Metric, n: number) =>
      `${metricName[metric]} of ${n} surveys, each with its 95% interval`,
    /** On the picture itself, where there is little room. */
    breakShort: (why: readonly Break[]) => why.map((one) => shortBreaks[one]).join(', '),
    notComparable: (why: readonly Break[]) => `not comparable: ${why.map((one) => breaks[one]).join(', ')}`,
    axisFrom: (metric: Metric, at: number) => `The axis starts at ${figureOf(metric, at)}.`,
    axisTo: (metric: Metric, at: number) => `The axis ends at ${figureOf(metric, at)}.`,
    other: (n: number, metric: Metric) =>
      `${countOf(n, 'survey measures', 'surveys measure')} ${metricName[metric === 'nps' ? 'csat' : 'nps']} and ${n === 1 ? 'is' : 'are'} not in this picture.`,
    key: {
      beyond: 'changed beyond noise',
      noise: 'could be noise',
      first: 'nothing to compare with',
    },
    survey: 'Survey',
    interval: '95% interval',
    answers: 'Answers',
    change: 'Change',
    note: 'Compared with the one before',
    table: 'The table behind it',
    small: 'under 30 answers',
    steps:
      'One step is one survey, whatever lies between. People who answered several are not told apart here.',
  },
  weighted: {
    title: 'With the survey’s weights',
    found: (metric: Metric, plain: string, weighted: string, apart: boolean) =>
      apart
        ? `Weighted, ${metricName[metric]} is ${weighted} instead of ${plain}.`
        : `Weighted or not, ${metricName[metric]} is ${weighted}.`,
    plain: 'Every answer alike',
    weighted: 'Weighted',
    what: 'Figure',
    interval: '95% interval',
    counts: 'Counts as',
    answers: (n: number) => answers(Math.round(n)),
    why: 'Weights make an answer stand for more or fewer people. They cost precision, so that the answers count as fewer. Everything else on this page, and the segments, counts every answer alike.',
    unweighted: (n: number) => `${answers(n)} without a weight ${n === 1 ? 'is' : 'are'} left out here.`,
    none: {
      tooFew: 'No answer has a weight.',
      noWeight: 'All weights are 0.',
      oneTrial: 'One answer alone has no margin.',
      noSpread: 'All weighted answers are alike, so that no margin can be given.',
    },
    small: 'Under 30 answers’ worth: read it as a hint.',
  },
  needed: {
    title: 'How many answers are enough',
    margin: 'Margin wanted, points',
    difference: 'Change to be found, points',
    population: 'People who can be asked',
    populationHint: 'Leave empty if many.',
    power: 'Chance of finding it',
    powers: { '0.8': '80%', '0.9': '90%', '0.95': '95%' } as Readonly<Record<string, string>>,
    whatFor: 'To know or to find',
    takes: 'It takes',
    have: 'There are',
    marginRow: (margin: string) => `the score to ±${margin}`,
    eachRow: (difference: string) => `a change of ${difference} between two surveys`,
    nextRow: (difference: string) => `a change of ${difference} from this survey to the next`,
    pairsRow: (difference: string) => `a change of ${difference} among people who answer both`,
    each: (n: number) => `${answers(n)} in each`,
    next: (n: number) => `${answers(n)} in the next`,
    people: (n: number) => people(n),
    answers,
    never: 'no number: this survey alone leaves too wide a margin',
    wanted: 'a number above 0',
    enough: (have: number) => `${wholeOf(have)}, enough`,
    short: (have: number, lacking: number) => `${wholeOf(have)}; ${wholeOf(lacking)} too few`,
    finding: (have: number, margin: string, population: number | null) =>
      population === null
        ? `${answers(have)} give a margin of ±${margin} points now.`
        : `${answers(have)} of the ${people(population)} who can be asked give a margin of ±${margin} points now. Intervals elsewhere are wider: they take those who answered as a draw from many.`,
    all: 'everyone who can be asked',
    assumes: (deviation: string, correlation: string, isAssumed: boolean, pairs: number) =>
      `Reckoned from the spread of these answers (standard deviation ${deviation} points), two-sided at 5%. For people who answer both, two answers of one person are taken to correlate by ${correlation}${isAssumed ? ', an assumption' : `, as found among ${people(pairs)}`}. More answers do not mend a survey that reaches the wrong people.`,
  },
  satisfiedBy: {
    title: 'Satisfaction by segment, lowest first',
    found: (below: readonly { value: string; dimension: string }[]) =>
      below.length === 0
        ? 'No segment is less satisfied than everyone else by more than noise.'
        : `Less satisfied than everyone else, beyond noise: ${listOf(below.slice(0, 3).map((s) => `${s.value} (${s.dimension})`))}${below.length > 3 ? ` and ${below.length - 3} more` : ''}.`,
    segment: 'Segment',
    csat: 'CSAT',
    answers: 'Answers',
    reading: 'Against everyone else',
    level: {
      below: 'below',
      above: 'above',
      noise: 'could be noise',
      tooFew: 'under 30 answers',
    },
    more: (n: number) => `Show ${countOf(n, 'more segment', 'more segments')}`,
    how: 'The line marks everyone. Each segment is tested against everyone else; corrected for the segments of its dimension tested together (Benjamini-Hochberg, 5%).',
  },
  csat: {
    nextWhy: 'Satisfaction says how it went, not whether they stay.',
    nextText: 'Whom to call is chosen by a 0 to 10 survey of the same cycle.',
    histogram: 'Answers from 1 to 5',
    satisfied: 'satisfied, 4 and 5',
    rest: 'not satisfied, 1 to 3',
  },
} as const;
