import { countOf, decimalOf, listOf, percentOf, wholeOf } from '#core/browser/parts/figures.ts';
import {
  type Compounding,
  type Contrast,
  leastForMean,
  leastInBand,
  leastToContrast,
  leastToPair,
  type Saturation,
  type SaturationRule,
  type SaturationState,
  type ScoreGroup,
  type ThemeContrast,
  type ThemePair,
} from '#core/themes/index.ts';
import { type Band, bands } from '#core/waves/index.ts';
import type { Part } from './part.ts';

export const bandNames: Readonly<Record<Band, { one: string; many: string; title: string }>> = {
  detractor: { one: 'detractor', many: 'detractors', title: 'Detractors' },
  passive: { one: 'passive', many: 'passives', title: 'Passives' },
  promoter: { one: 'promoter', many: 'promoters', title: 'Promoters' },
};

export const words = {
  parts: {
    saturation: 'When to stop',
    pairs: 'What goes together',
    contrast: 'Passives and promoters',
    rivals: 'Competitors',
    agreement: 'Two coders',
  } satisfies Record<Part, string>,
  partsLabel: 'What to look at',
  /** What the parts are found by. */
  key: 'evidence',
  files: {
    saturation: 'saturation',
    pairs: 'themes together',
    contrast: 'passives and promoters',
    rivals: 'competitors',
    agreement: 'coder agreement',
  } satisfies Record<Part, string>,
  csv: 'Download CSV',
  undo: 'Undo',
  unnamed: 'A theme not named on this device yet',
  everybody: 'All calls',
  band: 'Band',
  ofCount: (k: number, n: number) => `${wholeOf(k)} of ${wholeOf(n)}`,
  loading: 'Reading the interviews',
  noCycle: {
    title: 'Evidence comes after a survey and its calls',
    text: 'This page will say how far the themes can be trusted: “interviews 7 and 8 brought nothing new”, “price and speed come up together”. It begins with a survey.',
    action: 'Bring your survey',
  },
  nobody: {
    title: 'No call has been held yet',
    text: 'From the first calls on this page says when enough have been held, which themes come up together and whether two people would hear the same. For example: “the last two calls brought 1 new theme, 5% of the 20 in the first four”.',
    action: 'Choose people to call',
  },
  failed: {
    title: 'The evidence could not be put together',
    text: 'The interviews are safe where they are; only this summary failed. Open the screen again.',
  },
  again: 'Open again',
  how: 'How to read this',
  saturation: {
    /** `by`: a dimension; empty for the bands. */
    title: (by: string) => `Themes heard so far, call by call, by ${by || 'band'}`,
    rule: 'Rule',
    base: 'First calls',
    run: 'Calls in a run',
    threshold: 'New themes at most',
    by: 'Split by',
    caption: 'Every call in the order it was held, with the themes it brought',
    heads: { whose: 'Whose', calls: 'Calls', themes: 'Themes', run: 'Latest run', state: 'State' },
    table: 'Behind the pictures',
    alt: (value: string, { points }: Saturation) =>
      points.length === 0
        ? `${value}: no calls yet`
        : `${value}: themes heard after each of ${countOf(points.length, 'call', 'calls')}, ${points.map((p) => p.total).join(', ')}`,
    dots: 'A dot is a call: filled where the run up to it brought little enough, hollow where it brought more.',
    reached: (n: number) => `enough after ${wholeOf(n)}`,
    first: (n: number) => `first ${wholeOf(n)}`,
    /** Beside a count that stands alone on a narrow screen. */
    beside: { calls: (n: number) => (n === 1 ? 'call' : 'calls'), themes: 'themes' },
    latest: (fresh: number, share: number) => `${wholeOf(fresh)} new, ${percentOf(share)}`,
    next: {
      few: { strong: 'Not enough yet.', text: 'The next calls say whether more is to be learned.' },
      open: 'Call those next.',
      done: { strong: 'The themes are there.', text: 'Now see how often each is raised.' },
      hold: 'Hold the next call',
      drivers: 'See the drivers',
    },
    themes: (n: number) => countOf(n, 'theme', 'themes'),
    calls: (n: number) => countOf(n, 'call', 'calls'),
    rules: (rule: SaturationRule) => [
      `New themes in a run of ${countOf(rule.run, 'call', 'calls')}, over the themes of the first ${wholeOf(rule.base)}; at or below ${percentOf(rule.threshold)} hardly anything is new (Guest, Namey and Chen 2020). Runs overlap. Calls stand in the order they were held; merged themes are one.`,
      'It says that one more call like these would hardly add a theme. It does not say that shares are known: those need the numbers of the driver table.',
      'Calls that are still running or have no theme yet are left out, since an untagged call would look like one with nothing new.',
    ],
  },
  pairs: {
    counting: 'Counting which themes go together',
    title: 'Themes raised by the same person, and what chance would give',
    caption: 'Pairs of themes, the least likely by chance first',
    heads: { pair: 'Themes', plot: 'Calls that raise both', n: 'Together', score: 'Mean score', reading: '' },
    more: (n: number) => `Show ${countOf(n, 'more pair', 'more pairs')}`,
    chance: (p: ThemePair) =>
      `chance: ${decimalOf(p.expected)} (${wholeOf(p.chanceLow)} to ${wholeOf(p.chanceHigh)})`,
    both: 'both',
    one: 'only one',
    and: 'and',
    raised: (first: number, second: number) => `${wholeOf(first)} and ${wholeOf(second)} calls`,
    next: {
      strong: 'Two themes together may be one cause.',
      text: 'Read what was said under both before you act on either.',
      action: 'Read the themes',
    },
    rules: [
      `Pairs of themes that at least ${leastToPair} calls raise each. The bar is where chance alone puts the count in 95 of 100 cases, the tick what it expects; the dot is what was heard. Filled: beyond noise, corrected for every pair tested (Benjamini-Hochberg).`,
      'Tested within each band and added up (exact test of stratified tables): detractors are called more often than they answer, and a pair must not come out of that alone.',
      `Mean scores stand for the whole survey: each call is weighted by the share of its band. There is none for fewer than ${leastForMean} calls, and none at all while a band that answered has fewer than ${leastInBand}. The score was given before the call; a low one beside a pair is no proof that the pair made it.`,
      'Who talks more names more themes, which brings all pairs a little closer together. Calls that are still running or have no theme yet are left out.',
    ],
  },
  contrast: {
    title: 'Share of promoters less share of passives',
    caption: 'Themes, from what promoters raise more to what passives raise more',
    heads: {
      theme: 'Theme',
      plot: 'Raised more by',
      promoter: 'Promoters',
      passive: 'Passives',
      by: 'Points',
    },
    morePassives: 'passives',
    morePromoters: 'promoters',
    next: {
      strong: 'Passives need the smallest push.',
      text: 'See what each of them raises.',
      action: 'See the drivers',
    },
    missing: {
      strong: 'One side is missing.',
      text: 'Call some of each band.',
      action: 'Choose people to call',
    },
    waiting: {
      strong: 'One side is not tagged yet.',
      text: 'Finish and tag the calls that were held.',
      action: 'See the interviews',
    },
    good: (n: number) => `${wholeOf(n)} as good`,
    bad: (n: number) => `${wholeOf(n)} as bad`,
    rules: [
      `Themes that at least ${leastToContrast} of the two bands raise. Each band is read by itself, an interview counting once, when it is tagged and over. The bar is the 95% interval of the difference (Newcombe); filled: beyond noise by the exact test, corrected for every theme compared.`,
      'Promoters say what must be kept, passives what is missing on the way. Where a theme was said as good or bad, both are counted: the same theme can please one and annoy the other.',
    ],
  },
  agreement: {
    settled: (name: string, holds: boolean) =>
      holds
        ? `Agreed: ${name} was raised. The call is tagged with it.`
        : `Agreed: ${name} was not raised. The call is no longer tagged with it.`,
  },
};

export const isBand = (value: string): value is Band => bands.some((b) => b === value);

export const valueName = (value: string): string => (isBand(value) ? bandNames[value].title : value);

const calls = (n: number) => countOf(n, 'call', 'calls');
const newThemes = (n: number) => countOf(n, 'new theme', 'new themes');

/** "calls 7 and 8 brought 1 new theme, 5% of the 20 in the first 4". */
function latestText({ runs, baseThemes, rule }: Saturation): string {
  const run = runs.at(-1);
  if (!run) return '';
  const which =
    run.from === run.to
      ? `call ${run.to}`
      : `calls ${run.from}${run.to === run.from + 1 ? ' and ' : ' to '}${run.to}`;
  if (run.fresh === 0) return `${which} brought no new theme`;
  return `${which} brought ${newThemes(run.fresh)}, ${percentOf(run.share)} of the ${wholeOf(baseThemes)} in the first ${wholeOf(rule.base)}`;
}

/** The finding about all calls: nothing that the rule does not say. */
export function saturationFinding(all: Saturation): string {
  const latest = latestText(all);
  switch (all.state.kind) {
    case 'tooFew':
      return `Too early to say when to stop: ${calls(all.points.length)} held, ${wholeOf(all.points.length + all.state.more)} needed.`;
    case 'noThemes':
      return 'The first calls raised no theme, so nothing can be measured by them.';
    case 'reached':
      return `Hardly anything is new: ${latest}.`;
    case 'reopened':
      return `New themes came after all: ${latest}.`;
    case 'open':
      return `Still learning: ${latest}.`;
  }
}

/** Where one set of calls stands, in a few words. */
export function stateText(state: SaturationState, { run }: SaturationRule): string {
  switch (state.kind) {
    case 'tooFew':
      return `${countOf(state.more, 'more call', 'more calls')} before it can be said`;
    case 'noThemes':
      return 'no theme in the first calls';
    case 'reached':
      return state.since === state.after
        ? `enough: after ${wholeOf(state.after)} + ${wholeOf(run)}`
        : `enough: after ${wholeOf(state.since)} + ${wholeOf(run)}, once before after ${wholeOf(state.after)}`;
    case 'reopened':
      return `at least ${wholeOf(state.more)} more: it was enough after ${wholeOf(state.after)} + ${wholeOf(run)}, then new themes came`;
    case 'open':
      return `at least ${wholeOf(state.more)} more without a new theme`;
  }
}

/** Parts whose calls are not enough yet. */
export const partsOpen = (each: readonly { value: string; saturation: Saturation }[]): string[] =>
  each
    .filter(({ saturation }) => saturation.state.kind !== 'reached')
    .map(({ value }) => (isBand(value) ? bandNames[value].many : value));

const namesAtMost = 4;

/** "Passives and promoters are not there yet". */
export function openText(open: readonly string[]): string {
  const rest = open.length - namesAtMost;
  const names = rest > 0 ? [...open.slice(0, namesAtMost), countOf(rest, 'other', 'others')] : open;
  return `${sentence(listOf(names))} ${open.length === 1 && !bands.some((b) => bandNames[b].many === open[0]) ? 'is' : 'are'} not there yet`;
}

/** What follows for the calls to come, over the parts. */
export function saturationLede(
  all: Saturation,
  each: readonly { value: string; saturation: Saturation }[],
): string {
  const told = (text: string) => [text, ...left(all.leftOut)].join(' ');
  const open = partsOpen(each);
  if (each.length < 2) return told(`${sentence(stateText(all.state, all.rule))}.`);
  if (open.length === 0) return told('The same holds in each part.');
  return told(`${openText(open)}: each part is measured by its own first calls.`);
}

/** How many calls no comparison counts, and why. */
const left = (n: number): string[] =>
  n > 0 ? [`${calls(n)} left out: running, or without a theme yet.`] : [];

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const pairReading = (kind: ThemePair['kind']): string =>
  ({ together: 'together', apart: 'apart', chance: 'could be chance' })[kind];

/** The pair that stands out most, or that none does. */
export function pairsFinding({ pairs }: Compounding, name: (theme: string) => string): string {
  const [top] = pairs;
  if (!top) return 'Too few calls yet to say which themes go together.';
  if (top.kind === 'chance') return 'No two themes go together beyond what chance would give.';
  const both = `${name(top.themes[0])} and ${name(top.themes[1])}`;
  const how = top.kind === 'together' ? 'come up together' : 'keep apart';
  return `${both} ${how}: in ${calls(top.together)}, where chance would give ${wholeOf(top.expected)}.`;
}

export function pairsLede({ pairs, interviews, themes, leftOut, missing }: Compounding): string {
  const beyond = pairs.filter((p) => p.kind !== 'chance').length;
  const who = `${calls(interviews)} with themes; ${countOf(themes, 'theme', 'themes')} raised by at least ${leastToPair}, ${countOf(pairs.length, 'pair', 'pairs')} tested, ${wholeOf(beyond)} beyond noise.`;
  const none = `No mean scores: they stand for the whole survey, and fewer than ${leastInBand} calls with ${listOf(missing.map((b) => bandNames[b].many))} count.`;
  return [who, ...left(leftOut), ...(pairs.length > 0 && missing.length > 0 ? [none] : [])].join(' ');
}

/** "3.1 (2.0 to 4.2), n 11". */
export function meanText({ n, mean }: ScoreGroup): string {
  if (!mean) return `${calls(n)}, ${n < leastForMean ? 'too few' : 'no mean'}`;
  return `${decimalOf(mean.value)} (${decimalOf(mean.low)} to ${decimalOf(mean.high)}), n ${wholeOf(n)}`;
}

const shareText = ({ k, n }: { k: number; n: number }) => `${wholeOf(k)} of ${wholeOf(n)}`;

/** What promoters keep and what passives miss, as far as it is beyond noise. */
export function contrastFinding({ themes, passives, promoters }: Contrast): string {
  if (passives === 0 || promoters === 0) {
    const missing = [passives === 0 && 'passives', promoters === 0 && 'promoters'].filter(Boolean);
    return `No finished and tagged call with ${missing.join(' or ')} yet, so there is nothing to set against.`;
  }
  const sure = themes.filter((t) => t.beyondNoise);
  const kept = sure.find((t) => t.difference > 0);
  const missed = sure.findLast((t) => t.difference < 0);
  if (!kept && !missed)
    return themes.length === 0
      ? `Too few calls to compare: no theme is raised by at least ${wholeOf(leastToContrast)} passives and promoters together.`
      : `Passives and promoters differ in no theme beyond noise, as far as ${wholeOf(passives)} and ${wholeOf(promoters)} calls can tell.`;
  const said = [
    kept &&
      `promoters raise ${nameIn(kept)} more (${shareText(kept.promoter)} against ${shareText(kept.passive)})`,
    missed &&
      `passives ${nameIn(missed)} (${shareText(missed.passive)} against ${shareText(missed.promoter)})`,
  ].filter((part): part is string => Boolean(part));
  return `${sentence(said.join(', '))}.`;
}

const nameIn = (t: ThemeContrast): string => t.name || words.unnamed;

export function contrastLede({ themes, passives, promoters, leftOut, tooRare }: Contrast): string {
  const who = `${countOf(promoters, 'promoter', 'promoters')} and ${countOf(passives, 'passive', 'passives')} counted, ${countOf(themes.length, 'theme', 'themes')} compared.`;
  const rare = `${countOf(tooRare, 'theme', 'themes')} raised by fewer than ${leastToContrast} left out.`;
  return [who, ...(tooRare > 0 ? [rare] : []), ...left(leftOut)].join(' ');
}

/** "−63 points (−82 to −25)". */
export const pointsText = ({ difference, low, high }: ThemeContrast): string =>
  `${signed(difference)} (${signed(low)} to ${signed(high)})`;

const signed = (share: number): string => {
  const text = wholeOf(100 * share);
  return share > 0 && text !== '0' ? `+${text}` : text;
};
