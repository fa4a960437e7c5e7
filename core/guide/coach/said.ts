import type { CoachLanguage } from './language.ts';
import { type MechanismPart, mechanismParts } from './parts.ts';

/** A part of a mechanism that a text seems to speak of, and the words that say so. */
export interface PartSaid {
  part: MechanismPart;
  words: string;
}

/** What a text seems to say, by its wording alone: a guess for somebody to confirm. */
export interface Said {
  /** In the order of the parts, each once. */
  parts: readonly PartSaid[];
  /** A cause is named: another driver may lie beneath. */
  cause: boolean;
}

/** Characters of a text that are listened to; what goes on beyond was pasted, not said. */
const heard = 2000;

/**
 * Listens to one text with the signs of a language. A stretch of words speaks for one part only, earlier parts first: "two
 * weeks ago" is an episode, "for two weeks" how often, "two weeks" alone what it cost.
 */
export function listen(text: string, language: CoachLanguage): Said {
  const rules = rulesOf(language);
  const said = text.slice(0, heard).normalize('NFC').replace(/[’‘]/g, "'");
  // In small letters, so that the patterns need not mind capitals.
  let rest = said.toLowerCase();
  const shown = rest.length === said.length ? said : rest;
  const parts: PartSaid[] = [];
  for (const part of mechanismParts) {
    const first = rest.matchAll(rules[part]).next().value;
    if (first) {
      const words = shown.slice(first.index, first.index + first[0].length);
      parts.push({ part, words: words.replace(/\s+/g, ' ') });
    }
    rest = rest.replace(rules[part], (words) => taken.repeat(words.length));
  }
  return { parts, cause: rules.cause.test(rest) };
}

/** Stands where words were taken up already; no sign holds it. */
const taken = '\u0000';

type Rules = Readonly<Record<MechanismPart, RegExp>> & { readonly cause: RegExp };

const compiled = new WeakMap<CoachLanguage, Rules>();

function rulesOf(language: CoachLanguage): Rules {
  const known = compiled.get(language);
  if (known) return known;
  const { signs, cause } = language;
  const any = wholeWords(language.words);
  const made: Rules = {
    episode: new RegExp(any(signs.episode), 'gu'),
    frequency: new RegExp(any(signs.frequency), 'gu'),
    consequence: new RegExp(any(signs.consequence), 'gu'),
    expectation: new RegExp(any(signs.expectation), 'gu'),
    fix: new RegExp(any(signs.fix), 'gu'),
    cause: new RegExp(any(cause), 'u'),
  };
  compiled.set(language, made);
  return made;
}

/** Makes patterns of signs: any of them, as whole words; where two begin alike the longer is tried first. */
function wholeWords(words: CoachLanguage['words']): (signs: readonly string[]) => string {
  const classes = new Map<string, string>();
  const anyOf = (signs: readonly string[]): string => {
    const longestFirst = signs.toSorted((a, b) => b.length - a.length);
    return `(?:${longestFirst.map((sign) => patternOf(sign, classOf)).join('|')})`;
  };
  const classOf = (name: string): string => {
    const made = classes.get(name) ?? anyOf(words[name] ?? []);
    classes.set(name, made);
    return made;
  };
  return (signs) => `(?<![\\p{L}\\p{N}])${anyOf(signs)}(?![\\p{L}\\p{N}])`;
}

function patternOf(sign: string, classOf: (name: string) => string): string {
  return sign
    .toLowerCase()
    .split(/(\{gap\}\s+|\{\w+\}|[#*]|\s+)/)
    .filter((piece) => piece !== '')
    .map((piece) => piecePattern(piece, classOf))
    .join('');
}

function piecePattern(piece: string, classOf: (name: string) => string): string {
  // A whole number, never from within one nor up to within one: else a long list of them is tried from each to each.
  if (piece === '#') return String.raw`(?<!\d[.,']?)\d+(?:[.,']\d+)*(?![.,']?\d)`;
  if (piece === '*') return String.raw`\p{L}*`;
  if (piece === '{date}') return String.raw`(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2})`;
  if (piece.startsWith('{gap}')) return String.raw`(?:[^\s\u0000]+\s+){0,5}?`;
  if (/^\s+$/.test(piece)) return String.raw`\s+`;
  const name = /^\{(\w+)\}$/.exec(piece)?.[1];
  return name === undefined ? piece.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`) : classOf(name);
}
