import { listOf, percentOf, shareRangeOf, wholeOf } from '#core/browser/parts/figures.ts';
import { manyOfBand } from '#core/browser/parts/germanBands.ts';
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
  first: 'noch nichts zum Vergleichen',
  tooFew: 'zu wenige zum Vergleichen',
  new: 'neu',
  back: 'wieder da',
  gone: 'verschwunden',
  rising: 'steigt',
  falling: 'fällt',
  persistent: 'hält an',
};

const ofCount = (k: number, n: number): string => `${wholeOf(k)} von ${wholeOf(n)}`;
const valuesOf = (segments: readonly SegmentTest[]): string => listOf(segments.map((s) => s.value));

/** What the exact test says: "gehäuft in Enterprise". */
export function concentrationText({ kind, segments }: Concentration): string {
  switch (kind) {
    case 'concentrated':
      return `gehäuft in ${valuesOf(segments)}`;
    case 'rarer':
      return `seltener in ${valuesOf(segments)}`;
    case 'leaning':
      return `eher in ${valuesOf(segments)}, kann Zufall sein`;
    case 'across':
      return 'kein Segment unterscheidet sich mehr als zufällig';
    case 'tooFew':
      return 'zu wenige zum Vergleichen';
  }
}

/**
 * The few words of a row: the test's where it found something, else the segments it is raised in, which differ from no other
 * beyond noise. "über alle Segmente" only where every segment that can be read raises it and none differs.
 */
export function whereText(reach: SegmentReach, concentration: Concentration | null): string {
  const kind = concentration?.kind ?? 'tooFew';
  if (concentration && (kind === 'concentrated' || kind === 'rarer' || kind === 'leaning'))
    return concentrationText(concentration);
  return segmentsText(reach);
}

/** "11 von 15 dort, 3 von 15 sonst"; with its name where several are said. */
export const againstText = (s: SegmentTest, isNamed = false): string =>
  isNamed
    ? `${s.value} ${ofCount(s.k, s.n)}, sonst ${ofCount(s.elseK, s.elseN)}`
    : `${ofCount(s.k, s.n)} dort, ${ofCount(s.elseK, s.elseN)} sonst`;

/** Beneath the word for a move: what it is compared with. */
export function sinceText({ kind, since, beyondNoise, points }: Trajectory): string {
  const firstSeen = points.find((p) => p.k > 0);
  const noise = beyondNoise ? '' : ', kann Zufall sein';
  switch (kind) {
    case 'first':
    case 'tooFew':
      return '';
    case 'new':
      return `nicht in ${wholeOf(points.length - 1)} früheren ${points.length === 2 ? 'Zyklus' : 'Zyklen'}${noise}`;
    case 'back':
      return `zuletzt in ${lastRaised(points)?.name ?? firstSeen?.name ?? ''}${noise}`;
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

const beyond = (yes: boolean): string => (yes ? ', mehr als Zufall' : ', kann Zufall sein');

/** "31 %" with its interval, or why there is none. */
export function pooledText(pooled: Pooled): { figure: string; interval: string } {
  if (pooled.kind !== 'weighted') return { figure: '', interval: noPooled(pooled) };
  return { figure: percentOf(pooled.value), interval: shareRangeOf(pooled.low, pooled.high) };
}

function noPooled(pooled: Exclude<Pooled, { kind: 'weighted' }>): string {
  if (pooled.kind === 'noWave') return 'keine Umfrage zum Gewichten';
  return `zu wenige Interviews mit ${listOf(pooled.bands.map(manyOfBand))}`;
}

export const everyoneWords = {
  name: 'Alle',
  whose: 'alle',
  title: 'Was die Wertung bewegt, über alle, die geantwortet haben',
  caption: 'Treiber über alle Gruppen, nach der Umfrage gewichtet, mit der Zahl in jeder Gruppe und Firmen',
  heads: { share: 'Von allen Antworten, 95-%-Intervall', accounts: 'Firmen' },
  why(pooled: Pooled | undefined): string {
    switch (pooled?.kind) {
      case undefined:
        return '';
      case 'weighted': {
        const { detractor, passive, promoter } = pooled.weights;
        return `Nach der Umfrage gewichtet: Detraktoren machen ${percentOf(detractor)} des Anteils aus, Passive ${percentOf(passive)} und Promotoren ${percentOf(promoter)}, so wie sie geantwortet haben, nicht wie sie angerufen wurden.`;
      }
      case 'noWave':
        return 'Keine Umfrage in diesem Zyklus sagt, wie groß jede Gruppe ist, deshalb gibt es keinen Anteil über alle Gruppen. Die Zahlen stehen nebeneinander.';
      case 'missing':
        return `Ein Anteil über alle Gruppen braucht mindestens zwei Interviews in jeder. Es fehlen ${listOf(pooled.bands.map((b) => bandNames[b].many))}. Die Zahlen stehen nebeneinander.`;
    }
  },
  finding(name: string, pooled: Pooled): string {
    if (pooled.kind !== 'weighted') return '';
    return `Geschätzt ${percentOf(pooled.value)} aller, die geantwortet haben, würden ${name} nennen (${shareRangeOf(pooled.low, pooled.high)}).`;
  },
};

export const figureWords = {
  overCycles: 'Über die Zyklen',
  goneTitle: 'Im letzten Zyklus genannt, in diesem nicht',
  gone: (g: { name: string; k: number; n: number; since: string; now: number; beyondNoise: boolean }) =>
    `${ofCount(g.k, g.n)} in ${g.since}, jetzt ${ofCount(0, g.now)}${beyond(g.beyondNoise)}`,
  segmentLabel: 'Segment',
  allSegments: 'Alle Segmente',
  sortLabel: 'Sortiert nach',
  sorts: {
    frequency: 'Häufigkeit',
    severity: 'Schwere',
    change: 'Veränderung',
    segments: 'Häufung',
    accounts: 'Umsatz',
    name: 'Name',
  },
  filled: 'mehr als Zufall',
  hollow: 'kann Zufall sein',
  legend: 'ein Segment gegen die anderen, oder dieser Zyklus gegen den letzten.',
  more: (n: number) => `${wholeOf(n)} weitere Treiber zeigen`,
  partOf: (name: string) => `Teil von „${name}“`,
  matrix: {
    title: (dimension: string) => `Wo jeder Treiber genannt wird, nach ${dimension}`,
    finding: (matrix: Matrix): string => {
      const clearest = clearestOf(matrix);
      if (!clearest)
        return `Kein Treiber wird in einem Segment von ${matrix.dimension} öfter genannt als sonst, mehr als zufällig`;
      const { name, cell } = clearest;
      return `„${name}“ häuft sich in ${cell.value}: ${againstText(cell)}`;
    },
    dimension: 'Segmente nach',
    hint: 'Jeder Punkt ist der Anteil der Gespräche im Segment, die Themen haben und vorbei sind. Gefüllt: unterscheidet sich von den anderen Segmenten, mehr als Zufall. Hohl: kann Zufall sein. Zahlen ohne Punkt beruhen auf weniger als fünf Interviews.',
    none: 'Treiber lassen sich neben Segmente stellen, sobald die Interviews aus mindestens zwei davon kommen.',
    interviewed: (n: number) => `${wholeOf(n)} befragt`,
    compared: (n: number) => `${wholeOf(n)} verglichen`,
    cell: (s: SegmentTest) => ofCount(s.k, s.n),
    source: (cycle: string, n: number, band: string) =>
      `${cycle}, ${wholeOf(n)} ${band} verglichen. Gefüllt: mehr als Zufall gegenüber den anderen Segmenten. Hohl: kann Zufall sein.`,
    driver: 'Treiber',
  },
  picture: {
    copy: 'Als Bild kopieren',
    copied: 'Das Bild ist in der Zwischenablage.',
    saved: 'Der Browser lässt keine Bilder kopieren, deshalb wurde es als Datei gespeichert.',
  },
};
