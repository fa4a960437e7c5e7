import { countOf, rangeOf, signedOf, wholeOf } from '#core/browser/parts/figures.ts';
import type { WaveStoreFault } from '#core/ports/waves.ts';
import type { Nps, NpsEstimate } from '#core/scores/index.ts';
import { type MapOrder, readableFrom, type Segment, type SegmentLabel } from '#core/segments/index.ts';
import type { Band } from '#core/waves/index.ts';
import type { Row } from './rows.ts';

/** Above this many rows the map shows the first ones and offers the rest. */
export const rowsAtFirst = 40;

/** Rows that one turn draws. */
export const rowsATurn = 20;
/** Most rows a table or map shows at all: a search finds the others. */
export const rowsAtMost = 600;

export const words = {
  orderLabel: 'Order',
  menu: 'More',
  orders: {
    lowest: 'Lowest first',
    change: 'Biggest change',
    answers: 'Most answers',
    dimension: 'By dimension',
  } satisfies Record<MapOrder, string>,
  title: {
    lowest: 'Net Promoter Score by segment, lowest first',
    change: 'Net Promoter Score by segment, biggest change first',
    answers: 'Net Promoter Score by segment, most answers first',
    dimension: 'Net Promoter Score by segment, dimension by dimension',
  } satisfies Record<MapOrder, string>,
  asListed: 'As listed',
  dimensionLabel: 'Dimension',
  allDimensions: 'All dimensions',
  heads: {
    segment: 'Segment',
    dimension: 'Dimension',
    answers: 'Answers',
    nps: 'NPS',
    interval: '95% interval',
    change: 'Change',
    reading: 'Reading',
    strip: 'Shares',
  },
  answers: (n: number) => (n === 1 ? 'answer' : 'answers'),
  changeBy: 'change',
  since: (cycle: string) => `Since ${shortCycle(cycle)}`,
  everyone: (nps: number) => `everyone, ${wholeOf(nps)}`,
  now: (nps: number) => `now ${wholeOf(nps)}`,
  was: (cycle: string, nps: number) => `${shortCycle(cycle)}: ${wholeOf(nps)}`,
  tick: (segment: Segment) => `Interview ${segment.value}, ${segment.dimension}`,
  proposed: (ticked: number, all: number) =>
    ticked === all
      ? `Ticked: the ${countOf(all, 'segment', 'segments')} this map proposes.`
      : `Ticked: the first ${wholeOf(ticked)} of ${wholeOf(all)} segments this map proposes, weak ones before those that only moved.`,
  propose: 'Tick the proposed ones again',
  more: (n: number) => `Show ${countOf(n, 'more segment', 'more segments')}`,
  tableTitle: 'The table behind it',
  tableCaption: 'Every segment on the map with its answers, shares, score and change',
  csv: 'Download CSV',
  csvCommand: 'Download the segments as CSV',
  file: {
    segments: 'segments',
    by: 'by',
    low: '95% low',
    high: '95% high',
    before: 'NPS before',
    changeBeyond: 'Change beyond noise',
    levelBeyond: 'Differs from everyone else beyond noise',
    yes: 'yes',
    no: 'no',
    bands: {
      detractor: 'Detractors',
      passive: 'Passives',
      promoter: 'Promoters',
    } satisfies Record<Band, string>,
  },
  picture: {
    copy: 'Copy as image',
    copied: 'The picture is in the clipboard.',
    saved: 'This browser keeps pictures out of the clipboard: it was saved as a file instead.',
    source: (cycle: string, n: number) =>
      `${cycle}, ${countOf(n, 'answer', 'answers')}. Filled: beyond noise. Hollow: could be noise.`,
  },
  ways: { label: 'Picture', oneWay: 'One by one', cross: 'Two at a time' },
  search: {
    label: 'Find a segment or dimension',
    none: 'No segment is called that. Clear the search to see all.',
  },
  nothingShown: 'Every segment here is hidden.',
  showHidden: (n: number) => `Show ${countOf(n, 'hidden value', 'hidden values')}`,
  picker: { find: 'Find a dimension', none: 'No dimension is called that.' },
  views: {
    menu: 'Views',
    name: (view: string) => `Views of the map, now ${view}`,
    plain: 'Whole map',
    save: 'Save this view',
    remove: (view: string) => `Remove the view “${view}”`,
    title: 'Save this view for the team',
    field: 'Name of the view',
    hint: 'Keeps the picture, the filter, the order and what is hidden. A view of that name is replaced. 60 letters at most.',
    do: 'Save the view',
    saved: (view: string) => `The view “${view}” is saved.`,
    removed: (view: string) => `The view “${view}” is removed.`,
    undo: 'Undo',
  },
  legend: {
    beyond: 'differs from everyone else by more than noise',
    noise: 'could be noise',
    interval: '95% interval',
    moved: (cycle: string) => `change since ${cycle} beyond noise`,
    still: 'change could be noise',
  },
  rule: (tested: number) =>
    `Each segment is tested against everyone else; corrected for the segments of its dimension tested together (Benjamini-Hochberg, 5%; ${wholeOf(tested)} in all). The reading says the level first, then the change, since a segment can be weak and rising; steady: neither is beyond noise. Below ${readableFrom} answers no reading is given.`,
  pairs:
    'A pair of two values stands here where it is below the rest of both by more than noise, corrected over all cells of the crosses looked through. Where it is ticked, the two need not be.',
  unpaired: (pairs: number) =>
    `Changes of segments are tested as if different people had answered each time, which errs to the careful side${pairs > 0 ? `; for the whole survey, the ${countOf(pairs, 'person who answered both times is compared with themselves', 'people who answered both times are compared with themselves')}` : ''}.`,
  loading: 'Counting the segments',
  noWave: {
    title: 'One score hides the segments beneath it',
    text: 'This map shows the score of every tier, market, product or tenure in your survey, with its margin, and says which differ by more than noise: “NPS is 31 (27 to 35). Enterprise scores lower than the rest by more than noise.” It begins with a survey.',
    action: 'Bring your survey',
  },
  noDimensions: {
    text: 'This survey has no column that is read as a segment, so there is nothing to compare. Bring the file again and mark columns such as tier, market or product as segments, or join a contacts and accounts file.',
    action: 'Bring the file again',
  },
  again: 'Try again',
};

/** "Q3 2026" -> "Q3": in labels that stand on the picture. */
export const shortCycle = (cycle: string): string => cycle.replace(/\s+\d{4}$/, '');

export const interval = ({ low, high }: NpsEstimate): string => `(${rangeOf(low, high)})`;

export const npsValue = (nps: Nps): number => (nps.kind === 'estimate' ? nps.value : 0);

const labelNames: Readonly<Record<SegmentLabel, string>> = {
  weak: 'weak',
  strong: 'strong',
  falling: 'falling',
  rising: 'rising',
  steady: 'steady',
  tooFew: 'too few to read',
};

export const readingText = ({ segment }: Row): string => segment.labels.map((l) => labelNames[l]).join(', ');

/** The change as the row says it: points, or why there are none. */
export function changeText({ segment: { reading }, change }: Row): string {
  if (change) return signedOf(change.by);
  if (reading.kind === 'tooFew' || reading.change.kind === 'noEarlierWave') return '';
  return reading.change.kind === 'new' ? 'new' : 'too few then';
}

export const bandWord: Readonly<Record<Band, (n: number) => string>> = {
  detractor: (n) => countOf(n, 'detractor', 'detractors'),
  passive: (n) => countOf(n, 'passive', 'passives'),
  promoter: (n) => countOf(n, 'promoter', 'promoters'),
};

export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What went wrong reading the wave, what is safe, what to do. */
export function faultText(fault: WaveStoreFault): { title: string; text: string; action: string } {
  switch (fault.kind) {
    case 'damaged':
      return {
        title: 'A part of this survey is damaged',
        text: 'What is stored no longer matches what was imported, so no figure is shown. Notes and interviews are safe. Import the file again; nothing else is lost.',
        action: 'Bring the file again',
      };
    case 'quota':
    case 'unavailable':
      return {
        title: 'The survey could not be read',
        text: 'The storage of this browser did not answer. Nothing was changed. Try again, or close other tabs of Sounding first.',
        action: words.again,
      };
  }
}
