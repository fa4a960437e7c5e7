import type { ReadonlySignal } from '@preact/signals-core';
import {
  type JumpTarget,
  nameSlug,
  type OpenTag,
  openJumpAt,
  openTagAt,
  rankJumps,
  rankThemes,
  rivalIn,
  type ThemeIndex,
} from '#core/notes/index.ts';

/** One theme, person, competitor or place of the guide on offer; `new` creates a theme, behind `@` a competitor. */
export interface Option {
  id: string;
  name: string;
  fits: 'exact' | 'start' | 'word' | 'new';
  /** Where `/` leads to. */
  jump?: JumpTarget;
}

/** What is offered for the sign at the caret: themes (and competitors) for `#`, people and competitors for `@`, questions and probes for `/`. */
export interface Offer {
  sign: '#' | '@' | '/';
  tag: OpenTag;
  options: readonly Option[];
  /** Index of the one that Enter and Tab take; -1: only Tab, the first. */
  active: number;
}

/** What the line knows names and places from. */
export interface LineWords {
  themes: ReadonlySignal<ThemeIndex>;
  /** Ids of themes, the last used first. */
  recent: ReadonlySignal<readonly string[]>;
  /** Ids of the themes suggested, the first on offer. Asked as the line changes: the offer does not change by itself. */
  suggested?(): readonly string[];
  /** People and competitors. */
  people: ReadonlySignal<ThemeIndex>;
  /** Their refs, the first on offer first. */
  named: ReadonlySignal<readonly string[]>;
  /** Makes a name a competitor. */
  addRival(name: string): boolean;
  jumps: ReadonlySignal<readonly JumpTarget[]>;
  /** Somebody chose a place of the guide. */
  jump(to: JumpTarget): void;
}

const startsTag = /^[\p{L}]/u;
/** As in "3M"; a mere number is said, not named. */
const startsName = /^\p{N}*\p{L}/u;
/** Letters of a competitor's name, as its form takes them. */
const longestRival = 80;

/** The sign nearest to the caret that something is being typed behind. */
export function openSign(line: string, caret: number, themes: ThemeIndex, people: ThemeIndex) {
  const open = (sign: Offer['sign'], tag: OpenTag | null) => (tag ? [{ sign, tag }] : []);
  const all = [
    ...open('#', openTagAt(line, caret, themes)),
    ...open('@', openTagAt(line, caret, people, '@')),
    ...open('/', openJumpAt(line, caret)),
  ];
  return all.sort((a, b) => b.tag.from - a.tag.from)[0] ?? null;
}

export function optionsFor({ sign, tag }: Pick<Offer, 'sign' | 'tag'>, words: LineWords): Option[] {
  switch (sign) {
    case '#':
      return themeOptions(tag, words);
    case '@':
      return nameOptions(tag, words);
    case '/':
      return rankJumps(tag.text, words.jumps.value).map((jump) => ({
        id: `${jump.question} ${jump.probe}`,
        name: jump.text,
        fits: 'word',
        jump,
      }));
  }
}

/** Competitors count among the themes once something of their name is typed: one need not know which sign they have. */
function themeOptions(tag: OpenTag, words: LineWords): Option[] {
  const recent = [...(words.suggested?.() ?? []), ...words.recent.value];
  const themes: Option[] = rankThemes(tag.text, words.themes.value, recent);
  const rivals = tag.text === '' ? [] : rivalsLike(tag, words);
  const matches = inRank([...themes, ...rivals]).slice(0, Math.max(themes.length, rivals.length));
  const name = tag.text.replace(/[-_]+/g, ' ').trim();
  return isNew(tag, startsTag, matches) ? [...matches, { id: '', name, fits: 'new' }] : matches;
}

/** A name that nobody's begins with stands for itself; Tab makes it a competitor's. */
function nameOptions(tag: OpenTag, words: LineWords): Option[] {
  const matches: Option[] = rankThemes(tag.text, words.people.value, words.named.value);
  const name = nameSlug(tag.text).replaceAll('-', ' ');
  const isOwn = matches.every(({ fits }) => fits === 'word');
  const may = isOwn && name.length <= longestRival && isNew(tag, startsName, matches);
  return may ? [...matches, { id: '', name, fits: 'new' }] : matches;
}

const rivalsLike = (tag: OpenTag, { people, named }: LineWords): Option[] =>
  rankThemes(tag.text, people.value, named.value).filter(({ id }) => rivalIn(id) !== null);

const isNew = (tag: OpenTag, starts: RegExp, matches: readonly Option[]): boolean =>
  starts.test(tag.text) && !/\s/.test(tag.text) && matches.every((m) => m.fits !== 'exact');

const ranks: readonly Option['fits'][] = ['exact', 'start', 'word', 'new'];
const inRank = (options: readonly Option[]): Option[] =>
  [...options].sort((a, b) => ranks.indexOf(a.fits) - ranks.indexOf(b.fits));

/** A competitor is written behind the sign of names, wherever it was found. */
export const signOf = ({ id }: Option, sign: '#' | '@'): '#' | '@' => (rivalIn(id) === null ? sign : '@');

/**
 * Enter completes a theme or a person only when the name starts as typed: "#pri" is price. A match inside a name, or a
 * second word that may be the sentence going on, is the user's to choose; and a bare sign chooses nothing. A place of the
 * guide is Enter's to take only where the line holds nothing else.
 */
export function activeAtFirst({ sign, tag, options }: Omit<Offer, 'active'>, line: string): number {
  if (sign === '/') return tag.text !== '' && line.trim().length === tag.text.trim().length + 1 ? 0 : -1;
  const fits = options[0]?.fits;
  if (tag.text === '' || /\s/.test(tag.text)) return -1;
  if (fits === 'exact' || fits === 'start') return 0;
  return sign === '@' ? -1 : options.findIndex((o) => o.fits === 'new');
}
