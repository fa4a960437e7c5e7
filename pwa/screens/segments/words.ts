import { countOf, dayOf, listOf, rangeOf, signedOf, wholeOf } from '#core/browser/parts/figures.ts';
import type { WaveStoreFault } from '#core/ports/waves.ts';
import { defaultQuotas, type SegmentRef } from '#core/sample/index.ts';
import {
  type Movement,
  type Nps,
  type NpsEstimate,
  type ShareChange,
  smallSample,
} from '#core/scores/index.ts';
import {
  type CrossMap,
  type CrossRefusal,
  type EditRefusal,
  type MapOrder,
  mostCrossCells,
  readableFrom,
  type Segment,
  type SegmentLabel,
  summaryIn,
  summaryOf,
  type WidestProposal,
} from '#core/segments/index.ts';
import { type Band, bands } from '#core/waves/index.ts';
import type { Counted } from './counted.ts';
import type { Row } from './rows.ts';

/** Above this many rows the map shows the first ones and offers the rest. */
export const rowsAtFirst = 40;
/** Rows that one turn draws. */
export const rowsATurn = 20;
/** Most rows a table or map shows at all: a search finds the others. */
export const rowsAtMost = 600;

export const words = {
  orderLabel: 'Order',
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
  picture: {
    copy: 'Copy as image',
    copied: 'The picture is in the clipboard.',
    saved: 'This browser keeps pictures out of the clipboard: it was saved as a file instead.',
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
    hint: 'Keeps the picture, the filter, the order and what is hidden. A view of that name is replaced.',
    do: 'Save the view',
    saved: (view: string) => `The view “${view}” is saved.`,
    removed: (view: string) => `The view “${view}” is removed.`,
    undo: 'Undo',
  },
  cross: {
    rows: 'Rows',
    columns: 'Columns',
    turn: 'Turn rows and columns round',
    tells: 'Colour and figure',
    level: 'Score',
    change: (cycle: string) => `Change since ${shortCycle(cycle)}`,
    title: (rows: string, columns: string) => `Net Promoter Score by ${rows} and ${columns}`,
    changeTitle: (rows: string, columns: string, cycle: string) =>
      `Change of the score since ${shortCycle(cycle)} by ${rows} and ${columns}`,
    all: 'All',
    few: 'too few',
    nobody: 'nobody',
    loading: 'Counting the cross',
    interview: 'Interview this segment',
    leave: 'Leave it out again',
    ticked: 'ticked',
    more: (n: number) => `Show ${countOf(n, 'more row', 'more rows')}`,
    unknown: (n: number) =>
      `${countOf(n, 'answer has', 'answers have')} no value in one of the two and ${n === 1 ? 'is' : 'are'} in no cell.`,
    several: (dimension: string) =>
      `A person may have several values of ${dimension}: cells overlap and add up to more than everyone.`,
    rule: (tested: number) =>
      `Each cell is tested against everyone else; corrected for all ${wholeOf(tested)} readable cells of this cross (Benjamini-Hochberg, 5%). Hatched cells have fewer than ${readableFrom} answers and get no reading.`,
    keys: 'Arrow keys go from cell to cell, the space bar ticks one for interviews.',
    legend: {
      below: 'below everyone else',
      above: 'above everyone else',
      fell: 'fell',
      rose: 'rose',
      filled: 'filled: beyond noise',
      hollow: 'outlined: could be noise',
      few: `hatched: fewer than ${readableFrom} answers`,
      fewLine: `Hatched: fewer than ${readableFrom} answers. The figure beneath is the number of answers.`,
    },
    needTwo:
      'A cross needs two dimensions, and this survey has one. Mark another column as a segment when you import it.',
  },
  worth: {
    title: 'Interview these',
    none: 'Nothing on this map is weak or has moved beyond noise, so it proposes no segment.',
    looked: (looked: number, all: number) =>
      looked === 0
        ? ''
        : looked === all
          ? `Looked through the map and ${countOf(all, 'cross', 'crosses')} of two dimensions; cells of crosses are corrected over all of them.`
          : `Looked through the map and the ${wholeOf(looked)} smallest of ${wholeOf(all)} crosses; cells of crosses are corrected over all of these.`,
    on: 'Untick',
    off: 'Tick',
    name: (segment: Segment, on: boolean) =>
      `${on ? 'Untick' : 'Tick'} ${segment.value}, ${segment.dimension}`,
    instead: 'Interview these instead',
  },
  values: {
    open: 'Edit values',
    title: (dimension: string) => `Values of ${dimension}`,
    lede: 'How values are read here, for every survey and everybody in the workspace. The survey itself is not touched.',
    dimension: 'Dimension',
    find: 'Find a value',
    caption: (dimension: string) => `Values of ${dimension} with their answers and score`,
    value: 'Value',
    before: 'In the file',
    asFile: 'as it is',
    rename: 'Rename',
    renameOf: (value: string) => `Rename ${value}`,
    nameOf: (value: string) => `New name of ${value}`,
    keep: 'Keep',
    cancel: 'Cancel',
    pick: (value: string) => `Choose ${value} to merge`,
    separate: 'Separate',
    separateOf: (value: string) => `Separate ${value} again`,
    hide: 'Hide',
    show: 'Show',
    hideOf: (value: string, hidden: boolean) => `${hidden ? 'Show' : 'Hide'} ${value}`,
    chosen: (n: number) => `${countOf(n, 'value', 'values')} chosen.`,
    mergeHint: 'Choose two or more values to make them one.',
    mergeInto: 'Merge into',
    merge: (n: number) => `Merge ${wholeOf(n)} values`,
    instead: (by: string) => `Merge with ${by} instead`,
    more: (n: number) =>
      `${countOf(n, 'more value has', 'more values have')} fewer answers; a search finds them.`,
    notSent: (n: number) =>
      `${countOf(n, 'more value', 'more values')} with fewer answers are not listed. Gather them into “Other”.`,
    ranges: {
      hint: 'Nearly all values are numbers.',
      field: 'Ranges begin at',
      do: 'Put into ranges',
      on: (edges: string) => `Numbers stand in ranges that begin at ${edges}.`,
      off: 'Take the ranges away',
    },
    split: {
      hint: (sign: string) => `Cells seem to hold several values with “${sign}” between them.`,
      do: (sign: string) => `Split at “${sign}”`,
      on: (sign: string) => `Split at “${sign}”: one person may count in several segments.`,
      off: 'Do not split',
    },
    gather: {
      field: 'Fewest answers of a value that stands for itself',
      do: 'Gather the rest into “Other”',
      on: 'Rare values are gathered into “Other”.',
      off: 'Take “Other” apart',
    },
    done: {
      renamed: (value: string, to: string) => `${value} is now ${to}.`,
      merged: (n: number, into: string) => `${countOf(n, 'value', 'values')} merged into ${into}.`,
      separated: (value: string) => `${value} is separated again.`,
      changed: (dimension: string) => `The values of ${dimension} are read anew.`,
    },
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
  next: {
    choose: (n: number) => `Choose ${countOf(n, 'person', 'people')} to call`,
    none: 'No segment is ticked.',
    noneWhy: 'People are then drawn from everyone who answered.',
    nothing: 'No segment differs by more than noise.',
    window: 'Best within 72 hours of the answer.',
  },
};

/** "Q3 2026" -> "Q3": in labels that stand on the picture. */
export const shortCycle = (cycle: string): string => cycle.replace(/\s+\d{4}$/, '');

const interval = ({ low, high }: NpsEstimate): string => `(${rangeOf(low, high)})`;

/** The finding: the score with its interval, and one segment, or cell of the cross on screen, that the figures allow to be named. */
export function finding(counted: Counted, cross: CrossMap | null = null): { score: string; segment: string } {
  const { nps, movement } = counted.map.everyone;
  if (nps.kind === 'tooFew') return { score: 'Nobody has given a score yet.', segment: '' };
  const segment = cross ? crossSentence(cross) : segmentSentence(counted);
  return { score: `${scoreSentence(nps, movement)}.`, segment };
}

function crossSentence({ cells, rows, columns, readable }: CrossMap): string {
  const all = cells.flat();
  const { fellMost, roseMost } = summaryIn(all);
  const weakest = all
    .filter((s) => s.labels.includes('weak'))
    .sort((a, b) => npsValue(a.nps) - npsValue(b.nps))[0];
  if (fellMost) return `${fellMost.value} lost the most.`;
  if (weakest) return `${weakest.value} scores lower than the rest by more than noise.`;
  if (roseMost) return `${roseMost.value} gained the most.`;
  if (readable === 0) return `No pair of ${rows} and ${columns} has ${readableFrom} answers.`;
  return `No pair of ${rows} and ${columns} differs by more than noise.`;
}

/** Everything about one cell in a sentence or two, for the line beneath the picture. */
export function cellText({ segment, change, readable, beyondNoise }: Row, earlier: string): string {
  const { nps, counts, n, reading } = segment;
  if (nps.kind === 'tooFew') return 'Nobody here answered.';
  const parts = bands.map((b) => bandWord[b](counts[b]));
  const start = `NPS ${wholeOf(nps.value)} ${interval(nps)} from ${countOf(n, 'answer', 'answers')}: ${listOf(parts)}.`;
  if (!readable || reading.kind === 'tooFew')
    return `${start} Fewer than ${readableFrom} answers: no reading.`;
  const level = reading.level ? ` ${levelText(reading.level.difference.value, beyondNoise)}` : '';
  if (change) return `${start}${level} ${moveText(change, earlier)}`;
  const why = reading.change.kind === 'new' ? ' Not there in the survey before.' : '';
  return `${start}${level}${reading.change.kind === 'tooFewThen' ? ' Too few answers then to tell a change.' : why}`;
}

function levelText(points: number, beyondNoise: boolean): string {
  const far = countOf(Math.abs(points), 'point', 'points');
  const where = points < 0 ? 'below' : 'above';
  return `${sentence(far)} ${where} everyone else${beyondNoise ? ', beyond noise' : ', which could be noise'}.`;
}

function moveText({ by, beyondNoise }: NonNullable<Row['change']>, earlier: string): string {
  if (Math.round(by) === 0) return `As it was in ${shortCycle(earlier)}.`;
  const word = by < 0 ? 'Down' : 'Up';
  return `${word} ${wholeOf(Math.abs(by))} since ${shortCycle(earlier)}${beyondNoise ? ', beyond noise' : ', which could be noise'}.`;
}

/** Why a segment is proposed, in one sentence. */
export function reasonText(
  { reasons, segment }: WidestProposal | Omit<WidestProposal, 'narrower'>,
  earlier: string,
): string {
  const clauses = reasons.map(({ kind, difference }) => {
    const points = wholeOf(Math.abs(difference.value));
    if (kind === 'weak') return `${points} points below everyone else`;
    return `${kind === 'fell' ? 'down' : 'up'} ${points} since ${shortCycle(earlier)}`;
  });
  const noise = reasons.length > 1 ? 'both beyond noise' : 'beyond noise';
  const ask = reasons.every(({ kind }) => kind === 'rose') ? ' Worth knowing what worked.' : '';
  return `NPS ${wholeOf(npsValue(segment.nps))}, ${clauses.join(' and ')}, ${noise}, from ${countOf(segment.n, 'answer', 'answers')}.${ask}`;
}

/** Where in a proposed segment most of it lies. */
export function narrowerText({ segment, belowRest }: NonNullable<WidestProposal['narrower']>): string {
  const points = wholeOf(Math.min(...belowRest.map((d) => Math.abs(d.value))));
  return `Lowest in ${segment.value}: NPS ${wholeOf(npsValue(segment.nps))} from ${countOf(segment.n, 'answer', 'answers')}, at least ${points} points below the rest of both, beyond noise.`;
}

/** Why two dimensions are not crossed, and what helps. */
export function refusalText(refusal: CrossRefusal): { text: string; wide: string } {
  switch (refusal.kind) {
    case 'sameDimension':
      return { text: `${refusal.name} cannot be crossed with itself. Choose another dimension.`, wide: '' };
    case 'unknownDimension':
      return { text: `This survey has no dimension called ${refusal.name}. Choose another.`, wide: '' };
    case 'tooWide':
      return {
        text: `${wholeOf(refusal.rows)} by ${wholeOf(refusal.columns)} values would make ${wholeOf(refusal.rows * refusal.columns)} cells, more than the ${wholeOf(mostCrossCells)} that can be read and counted safely. Gather the rare values of ${refusal.wide} into “Other”, or put its numbers into ranges, and cross it then.`,
        wide: refusal.wide,
      };
  }
}

/** Why a value cannot be edited as asked. */
export function editRefusalText(refusal: EditRefusal): string {
  switch (refusal.kind) {
    case 'noName':
      return 'A value needs a name.';
    case 'nameTooLong':
      return `A name may have ${refusal.most} characters; this one has ${refusal.got}.`;
    case 'nameTaken':
      return `${refusal.by} is there already.`;
    case 'nothingChosen':
      return 'No value has that many answers: fewer would leave nothing but “Other”.';
    case 'noNumbers':
      return 'Write numbers with a comma between them, such as 10, 50, 200.';
    case 'tooManyEdges':
      return `At most ${refusal.most} numbers: more ranges would be no overview.`;
  }
}

function scoreSentence(nps: NpsEstimate, movement: Movement | null): string {
  const now = `${wholeOf(nps.value)} ${interval(nps)}`;
  const points = countOf(Math.abs(movement?.score.value ?? 0), 'point', 'points');
  switch (movement?.direction) {
    case 'fell':
      return `NPS fell ${points} to ${now}`;
    case 'rose':
      return `NPS rose ${points} to ${now}`;
    default:
      return `NPS is ${now}`;
  }
}

function segmentSentence({ map, rows }: Counted): string {
  const { fellMost, roseMost } = summaryOf(map);
  const weakest = rows
    .filter((r) => r.segment.labels.includes('weak'))
    .sort((a, b) => npsValue(a.segment.nps) - npsValue(b.segment.nps))[0];
  if (fellMost) return `${fellMost.value} lost the most.`;
  if (weakest) return `${weakest.segment.value} scores lower than the rest by more than noise.`;
  if (roseMost) return `${roseMost.value} gained the most.`;
  if (!rows.some((r) => r.readable)) return '';
  return 'No segment differs by more than noise.';
}

/** How many answered and when, what moved beneath the total, and the range that it hides. */
export function lede(counted: Counted): string {
  const { head, map, earlier } = counted;
  const { nps, movement } = map.everyone;
  const answers = countOf(head.answers, 'answer', 'answers');
  const parts = [`${[answers, daysText(head.firstDay, head.lastDay)].filter(Boolean).join(', ')}.`];
  if (nps.kind === 'estimate' && nps.isSmall)
    parts.push(`Fewer than ${smallSample} answers: take the score as a rough guide.`);
  if (movement && earlier) parts.push(movementText(movement, earlier.cycleName));
  parts.push(rangeText(counted));
  return parts.filter(Boolean).join(' ');
}

function daysText(first: string, last: string): string {
  if (!first || !last) return '';
  if (first === last) return dayOf(first);
  const sameMonth = first.slice(0, 7) === last.slice(0, 7);
  return `${sameMonth ? String(Number(first.slice(8))) : dayOf(first)} to ${dayOf(last)}`;
}

function movementText({ score, bands: shares, direction, hidden }: Movement, before: string): string {
  if (hidden) {
    const start = direction === 'withinNoise' ? 'The total hides a movement:' : 'Beneath the change';
    const what =
      hidden === 'drained' ? 'both grew while passives drained' : 'both shrank while passives grew';
    return `${start} promoters and detractors ${what}.`;
  }
  const beyond = bands.filter((b) => shares[b].beyondNoise && b !== 'passive');
  const moves = beyond.map(
    (b) => `${b}s went from ${inHundred(shares[b], 'before')} to ${inHundred(shares[b], 'now')}`,
  );
  if (moves.length > 0) {
    const noise = beyond.length === 2 ? ', both more than noise' : ', more than noise';
    return `In every 100, ${listOf(moves)}${noise}.`;
  }
  if (direction === 'withinNoise')
    return `The change since ${shortCycle(before)} (${signedOf(score.value)}) could be noise.`;
  return '';
}

const inHundred = (share: ShareChange, when: 'before' | 'now'): string => wholeOf(100 * share[when]);

function rangeText({ map }: Counted): string {
  const { nps } = map.everyone;
  const { range } = summaryOf(map);
  if (!range || nps.kind !== 'estimate') return '';
  const [low, high] = [npsValue(range.lowest.nps), npsValue(range.highest.nps)];
  if (Math.round(low) === Math.round(high)) return '';
  return `A score of ${wholeOf(nps.value)} hides a range from ${wholeOf(low)} to ${wholeOf(high)}.`;
}

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

const bandWord: Readonly<Record<Band, (n: number) => string>> = {
  detractor: (n) => countOf(n, 'detractor', 'detractors'),
  passive: (n) => countOf(n, 'passive', 'passives'),
  promoter: (n) => countOf(n, 'promoter', 'promoters'),
};

/** Most segments named in the next step. */
const mostNamed = 4;

/** What the ticks come to: how many people, of which bands, and why these segments. */
export function nextStep(
  chosen: readonly SegmentRef[],
  proposal: boolean,
): { strong: string; text: string; people: number; perBand: { band: Band; text: string }[] } {
  const quotas = defaultQuotas(chosen);
  const of = (band: Band) => quotas.reduce((sum, q) => sum + (q.band === band ? q.want : 0), 0);
  const people = quotas.reduce((sum, q) => sum + q.want, 0);
  const perBand = bands.map((band) => ({ band, text: bandWord[band](of(band)) }));
  if (chosen.length === 0)
    return {
      strong: proposal ? words.next.nothing : words.next.none,
      text: words.next.noneWhy,
      people,
      perBand,
    };
  const names = chosen.slice(0, mostNamed).map((s) => s.value);
  if (chosen.length > mostNamed) names.push(`${wholeOf(chosen.length - mostNamed)} more`);
  const count = countOf(chosen.length, 'segment', 'segments');
  const strong = proposal ? `${sentence(count)} worth a call:` : `${sentence(count)} ticked:`;
  return { strong, text: `${listOf(names)}.`, people, perBand };
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

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
