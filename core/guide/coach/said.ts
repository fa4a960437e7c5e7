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
  let rest = text.slice(0, heard).normalize('NFC').replace(/[’‘]/g, "'");
  const parts: PartSaid[] = [];
  for (const part of mechanismParts) {
    const [first] = rest.match(rules[part]) ?? [];
    if (first !== undefined) parts.push({ part, words: first.replace(/\s+/g, ' ') });
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
  const { signs, cause, words } = language;
  const every = (of: readonly string[]) => patternOf(of, words);
  const made: Rules = {
    episode: new RegExp(every(signs.episode), 'giu'),
    frequency: new RegExp(every(signs.frequency), 'giu'),
    consequence: new RegExp(every(signs.consequence), 'giu'),
    expectation: new RegExp(every(signs.expectation), 'giu'),
    fix: new RegExp(every(signs.fix), 'giu'),
    cause: new RegExp(every(cause), 'iu'),
  };
  compiled.set(language, made);
  return made;
}

/** Any of the signs, as whole words; where two begin alike the longer wins. */
function patternOf(signs: readonly string[], words: CoachLanguage['words']): string {
  const any = signs
    .toSorted((a, b) => b.length - a.length)
    .map((sign) => signPattern(sign, words))
    .join('|');
  return `(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`;
}

function signPattern(sign: string, words: CoachLanguage['words']): string {
  return sign
    .split(/(\{gap\}\s+|\{\w+\}|[#*]|\s+)/)
    .filter((piece) => piece !== '')
    .map((piece) => piecePattern(piece, words))
    .join('');
}

function piecePattern(piece: string, words: CoachLanguage['words']): string {
  if (piece === '#') return String.raw`\d+(?:[.,']\d+)*`;
  if (piece === '*') return String.raw`\p{L}*`;
  if (piece === '{date}') return String.raw`(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2})`;
  if (piece.startsWith('{gap}')) return String.raw`(?:[^\s\u0000]+\s+){0,5}?`;
  if (/^\s+$/.test(piece)) return String.raw`\s+`;
  const name = /^\{(\w+)\}$/.exec(piece)?.[1];
  if (name === undefined) return piece.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  const any = (words[name] ?? []).toSorted((a, b) => b.length - a.length);
  return `(?:${any.map((word) => signPattern(word, words)).join('|')})`;
}
