import {
  type Broader,
  type Codebook,
  type Concentration,
  type DriverRow,
  type DriverText,
  type InterviewFacts,
  type ParagraphPart,
  paragraphParts,
  type QuoteReading,
  quoteOfNote,
  type SegmentCount,
  type TaggedWords,
  type Trajectory,
} from '#core/themes/index.ts';

/** What the driver table is ordered by. `frequency`: most raised first; the others break ties by it. */
export type Order = 'frequency' | 'severity' | 'name' | 'accounts' | 'change' | 'segments';

/** A stretch of a paragraph with what may be shown in it now. */
export type Shown = { kind: 'text'; text: string } | { kind: 'quote'; quote: QuoteReading; note: string };

/** A driver with all that is said of it. */
export interface DriverLine extends DriverRow {
  /** Of the whole band, whatever segment is on screen; null while nobody of it raised the theme. */
  concentration: Concentration | null;
  trajectory: Trajectory | null;
  /** The quote is the one somebody pinned. */
  pinned: boolean;
  /** Name of the broader theme it is a part of; empty at the top. */
  partOf: string;
  paragraphs: readonly (readonly Shown[])[];
}

/** What a row is completed from. */
export interface LineParts {
  codebook: Codebook;
  tree: Broader;
  concentrations: ReadonlyMap<string, Concentration>;
  trajectories: ReadonlyMap<string, Trajectory>;
  notes: ReadonlyMap<string, TaggedWords>;
  /** The interviews of the table: those of one band, in one segment where one is on screen. */
  among: ReadonlySet<InterviewFacts>;
  pins: ReadonlyMap<string, string>;
  paragraphs: ReadonlyMap<string, readonly DriverText[]>;
}

/** Completes a row. A pinned quote that may not be shown any more, or is no part of the row, gives way to the rule's choice. */
export function lineOf(row: DriverRow, parts: LineParts): DriverLine {
  const pinned = quoteOfNote(pinnedIn(row, parts));
  const isPinned = pinned.kind === 'quote';
  return {
    ...row,
    quote: isPinned ? pinned : row.quote,
    pinned: isPinned,
    concentration: parts.concentrations.get(row.theme) ?? null,
    trajectory: parts.trajectories.get(row.theme) ?? null,
    partOf: parts.codebook.all.get(parts.tree.above(row.theme)[0] ?? '')?.name ?? '',
    paragraphs: (parts.paragraphs.get(row.theme) ?? []).map(({ text }) => shownOf(text, parts.notes)),
  };
}

/** The pinned words where they still speak of the row's theme, in one of the interviews it counts. */
function pinnedIn({ theme }: DriverRow, { pins, notes, among, codebook, tree }: LineParts) {
  const words = notes.get(pins.get(theme) ?? '');
  if (!words || !among.has(words.interview)) return undefined;
  const themes = words.interview.mentions
    .filter((m) => m.note === words.mention.note)
    .map((m) => codebook.resolve(m.theme));
  return themes.some((t) => t === theme || tree.above(t).includes(theme)) ? words : undefined;
}

function shownOf(text: string, notes: LineParts['notes']): readonly Shown[] {
  return paragraphParts(text, notes).map((part: ParagraphPart) =>
    part.kind === 'text'
      ? part
      : { kind: 'quote', quote: quoteOfNote(notes.get(part.note)), note: part.note },
  );
}

/** Sorting is steady, so rows that tie keep the order of the table: by frequency. */
export function ordered<T extends DriverLine>(rows: readonly T[], order: Order): readonly T[] {
  switch (order) {
    case 'frequency':
      return rows;
    case 'severity':
      return rows.toSorted((a, b) => b.severity.level - a.severity.level);
    case 'name':
      return rows.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
    case 'accounts':
      return rows.toSorted(
        (a, b) => b.impact.revenue - a.impact.revenue || b.impact.accounts - a.impact.accounts,
      );
    case 'change':
      return rows.toSorted((a, b) => moveRank(a.trajectory) - moveRank(b.trajectory));
    case 'segments':
      return rows.toSorted((a, b) => placeRank(a.concentration) - placeRank(b.concentration));
  }
}

const moves: readonly Trajectory['kind'][] = [
  'rising',
  'new',
  'back',
  'falling',
  'gone',
  'persistent',
  'first',
  'tooFew',
];
/** What moved beyond noise first, upward before downward. */
const moveRank = (move: Trajectory | null): number =>
  move ? moves.indexOf(move.kind) + (move.beyondNoise ? 0 : moves.length) : 2 * moves.length;

const places: readonly Concentration['kind'][] = ['concentrated', 'rarer', 'leaning', 'across', 'tooFew'];
const placeRank = (place: Concentration | null): number => places.indexOf(place?.kind ?? 'tooFew');

/**
 * The segment a driver belongs to, with the count of the row: the clearest it is concentrated in; null where the test names
 * none. That most who raise it are in one segment says nothing while most of those called are.
 */
export function home({ concentration, reach }: DriverLine): SegmentCount | null {
  if (concentration?.kind !== 'concentrated') return null;
  const [clearest] = concentration.segments;
  return reach.all.find((s) => s.dimension === clearest?.dimension && s.value === clearest.value) ?? null;
}

/** The intervals of the first two do not meet. */
export function apart([a, b]: readonly DriverLine[]): boolean {
  return a !== undefined && b !== undefined && a.frequency.low > b.frequency.high;
}
