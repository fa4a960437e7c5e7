import { countOf, listOf, percentOf, shareRangeOf, wholeOf } from '#core/browser/parts/figures.ts';
import type {
  Concentration,
  CyclePoint,
  Pooled,
  SegmentReach,
  SegmentTest,
  Trajectory,
} from '#core/themes/index.ts';
import { clearestOf, type Matrix } from './matrix.ts';
import { bandNames, segmentsText } from './words.ts';

export const moveNames: Readonly<Record<Trajectory['kind'], string>> = {
  first: 'nothing to compare with',
  tooFew: 'too few to compare',
  new: 'new',
  back: 'back',
  gone: 'gone',
  rising: 'rising',
  falling: 'falling',
  persistent: 'persistent',
};

const ofCount = (k: number, n: number): string => `${wholeOf(k)} of ${wholeOf(n)}`;
const valuesOf = (segments: readonly SegmentTest[]): string => listOf(segments.map((s) => s.value));

/** What the exact test says: "concentrated in Enterprise". */
export function concentrationText({ kind, segments }: Concentration): string {
  switch (kind) {
    case 'concentrated':
      return `concentrated in ${valuesOf(segments)}`;
    case 'rarer':
      return `rarer in ${valuesOf(segments)}`;
    case 'leaning':
      return `more in ${valuesOf(segments)}, could be noise`;
    case 'across':
      return 'no segment differs beyond noise';
    case 'tooFew':
      return 'too few to compare';
  }
}

/**
 * The few words of a row: the test's where it found something, else the segments it is raised in, which differ from no other
 * beyond noise. "across segments" only where every segment that can be read raises it and none differs.
 */
export function whereText(reach: SegmentReach, concentration: Concentration | null): string {
  const kind = concentration?.kind ?? 'tooFew';
  if (concentration && (kind === 'concentrated' || kind === 'rarer' || kind === 'leaning'))
    return concentrationText(concentration);
  return segmentsText(reach);
}

/** "11 of 15 there, 3 of 15 elsewhere"; with its name where several are said. */
export const againstText = (s: SegmentTest, isNamed = false): string =>
  isNamed
    ? `${s.value} ${ofCount(s.k, s.n)}, elsewhere ${ofCount(s.elseK, s.elseN)}`
    : `${ofCount(s.k, s.n)} there, ${ofCount(s.elseK, s.elseN)} elsewhere`;

/** Beneath the word for a move: what it is compared with. */
export function sinceText({ kind, since, beyondNoise, points }: Trajectory): string {
  const firstSeen = points.find((p) => p.k > 0);
  switch (kind) {
    case 'first':
    case 'tooFew':
      return '';
    case 'new':
      return `not in ${wholeOf(points.length - 1)} earlier ${points.length === 2 ? 'cycle' : 'cycles'}${beyondNoise ? '' : ', could be noise'}`;
    case 'back':
      return `last in ${lastRaised(points)?.name ?? firstSeen?.name ?? ''}${beyondNoise ? '' : ', could be noise'}`;
    default:
      return since ? `${ofCount(since.k, since.n)} in ${since.name}` : '';
  }
}

const lastRaised = (points: readonly CyclePoint[]): CyclePoint | undefined =>
  points.slice(0, -1).findLast((p) => p.k > 0);

/** The picture in words, for who hears it. */
export function trajectorySpoken(trajectory: Trajectory): string {
  const all = trajectory.points.map((p) => `${ofCount(p.k, p.n)} in ${p.name}`).join(', ');
  const noise =
    trajectory.kind === 'first' || trajectory.kind === 'tooFew' ? '' : beyond(trajectory.beyondNoise);
  return `${moveNames[trajectory.kind]}${noise}: ${all}`;
}

const beyond = (yes: boolean): string => (yes ? ', beyond noise' : ', could be noise');

/** "31%" with its interval, or why there is none. */
export function pooledText(pooled: Pooled): { figure: string; interval: string } {
  if (pooled.kind !== 'weighted') return { figure: '', interval: noPooled(pooled) };
  return { figure: percentOf(pooled.value), interval: shareRangeOf(pooled.low, pooled.high) };
}

function noPooled(pooled: Exclude<Pooled, { kind: 'weighted' }>): string {
  if (pooled.kind === 'noWave') return 'no survey to weight by';
  return `too few ${listOf(pooled.bands.map((b) => bandNames[b].many))} interviewed`;
}

export const everyoneWords = {
  name: 'Everyone',
  /** Where somebody asks for the drivers of … */
  whose: 'everyone',
  title: 'What moves the score, over all who answered',
  caption: 'Drivers over all bands, weighted to the survey, with the count in each band and accounts',
  heads: { share: 'Of all who answered, 95% interval', accounts: 'Accounts' },
  why(pooled: Pooled | undefined): string {
    switch (pooled?.kind) {
      case undefined:
        return '';
      case 'weighted': {
        const { detractor, passive, promoter } = pooled.weights;
        return `Weighted to the survey: detractors count for ${percentOf(detractor)}, passives for ${percentOf(passive)} and promoters for ${percentOf(promoter)} of the share, as they answered, not as they were called.`;
      }
      case 'noWave':
        return 'No survey in this cycle says how many of each band there are, so no share over all bands can be given. The counts stand side by side.';
      case 'missing':
        return `A share over all bands needs at least two interviews in each; ${listOf(pooled.bands.map((b) => bandNames[b].many))} are missing. The counts stand side by side.`;
    }
  },
  finding(name: string, pooled: Pooled): string {
    if (pooled.kind !== 'weighted') return '';
    return `An estimated ${percentOf(pooled.value)} of all who answered would raise ${name} (${shareRangeOf(pooled.low, pooled.high)}).`;
  },
};

export const figureWords = {
  overCycles: 'Over cycles',
  goneTitle: 'Raised in the last cycle, not in this one',
  gone: (g: { name: string; k: number; n: number; since: string; now: number; beyondNoise: boolean }) =>
    `${ofCount(g.k, g.n)} in ${g.since}, none of ${wholeOf(g.now)} now${beyond(g.beyondNoise)}`,
  segmentLabel: 'Segment',
  allSegments: 'All segments',
  sortLabel: 'Sorted by',
  sorts: {
    frequency: 'most raised',
    severity: 'gravest',
    change: 'what moved',
    segments: 'most concentrated',
    accounts: 'most revenue',
    name: 'name',
  },
  filled: 'beyond noise',
  hollow: 'could be noise',
  legend: 'a segment against the others, or this cycle against the last.',
  more: (n: number) => `Show ${countOf(n, 'more driver', 'more drivers')}`,
  partOf: (name: string) => `part of ${name}`,
  matrix: {
    title: (dimension: string) => `Where each driver is raised, by ${dimension}`,
    finding: (matrix: Matrix): string => {
      const clearest = clearestOf(matrix);
      if (!clearest)
        return `No driver is raised more in one ${matrix.dimension} than elsewhere, beyond noise`;
      const { name, cell } = clearest;
      return `${name} is concentrated in ${cell.value}: ${againstText(cell)}`;
    },
    dimension: 'Segments of',
    hint: 'Each dot is the share of the calls in the segment that are tagged and over. Filled: differs from the other segments beyond noise. Hollow: could be noise. Figures without a dot rest on fewer than five interviews.',
    none: 'Drivers can be laid beside segments once the interviews come from at least two of them.',
    interviewed: (n: number) => `${wholeOf(n)} interviewed`,
    compared: (n: number) => `${wholeOf(n)} compared`,
    cell: (s: SegmentTest) => ofCount(s.k, s.n),
    source: (cycle: string, n: number, band: string) =>
      `${cycle}, ${wholeOf(n)} ${band} compared. Filled: beyond noise against the other segments. Hollow: could be noise.`,
    driver: 'Driver',
  },
  picture: {
    copy: 'Copy as image',
    copied: 'The picture is in the clipboard.',
    saved: 'The browser does not let pictures be copied; it was saved as a file.',
  },
};
