import { secondsOf, timePattern } from './time.ts';

/** What stands before the words of a line: a name, a time, or both. */
export interface Label {
  /** Empty where a line begins with a time alone. */
  speaker: string;
  /** Seconds; null without a time. */
  seconds: number | null;
  /** The words behind it. */
  rest: string;
  /** Beyond doubt: set in bold, or with a time. Others are names only if the whole text bears it out. */
  sure: boolean;
  /** "Question 12": its word, its number, and the words from the number on. */
  numbered: { word: string; number: number; rest: string } | null;
}

/** No label is longer: what comes later in a line is not looked at. */
const reach = 140;
const time = String.raw`[[(]?(${timePattern})[\])]?`;
const lead = new RegExp(String.raw`^\s*(?:>\s*)?(?:([[(])?(${timePattern})[\])]?\s*(?:[-–—|]\s*)?)?`);
const name = String.raw`[^:：*_\n]{1,60}?`;
const bold = new RegExp(
  String.raw`^(\*\*|__)(${name})(?:\s*${time})?\s*(?:[:：]\s*\1|\1(?:\s*${time})?\s*[:：])(?:\s|$)`,
);
const plain = new RegExp(String.raw`^(${name})(?:\s*${time})?\s*(?:：|:(?=\s|$))`);
const beforeTime = new RegExp(String.raw`^(${name})(\s+)([[(]?)(${timePattern})[\])]?\s*$`);
const numbered = /^(\p{L}[\p{L}\p{M}]{1,20})\s(\d{1,3})\s*[.:)](?=\s|$)/u;

/** Most lines have none of it, and are through with one look. */
const mayHold = /[:：]|\d\s*[.)]|^\s*[QA]\./;

/** The label a line begins with, or null. */
export function labelOf(line: string): Label | null {
  if (!mayHold.test(line.slice(0, reach))) return null;
  const head = line.slice(0, reach).replaceAll('\\[', '[').replaceAll('\\]', ']');
  const [before = '', bracket, clock] = lead.exec(head) ?? [];
  const seconds = clock === undefined ? null : secondsOf(clock);
  const named = namedAt(head.slice(before.length), seconds !== null);
  const restOf = (length: number) => restBehind(line, head, length);
  if (named) {
    const at = seconds ?? named.seconds;
    return {
      ...named,
      seconds: at,
      rest: restOf(before.length + named.length),
      sure: named.sure || at !== null,
      numbered: named.numbered && {
        ...named.numbered,
        rest: restOf(before.length + named.numbered.word.length),
      },
    };
  }
  // A bare time counts only when it has the line for itself: "12:30 is too early for us" is said.
  if (seconds === null || (bracket === undefined && before.length < head.trimEnd().length)) return null;
  return { speaker: '', seconds, rest: restOf(before.length), sure: true, numbered: null };
}

/** The line without its first `length` characters of the head, in which brackets have lost their backslashes. */
function restBehind(line: string, head: string, length: number): string {
  return head.slice(length) + line.slice(reach);
}

interface Named extends Omit<Label, 'rest' | 'numbered'> {
  numbered: { word: string; number: number } | null;
  /** Characters it takes. */
  length: number;
}

/** `timed`: a time stands before it. */
function namedAt(text: string, timed: boolean): Named | null {
  const list = numbered.exec(text);
  if (list) {
    const [whole, word = '', number = ''] = list;
    const as = { speaker: `${word} ${number}`, seconds: null, length: whole.length, sure: false };
    return { ...as, numbered: { word, number: Number(number) } };
  }
  const strong = bold.exec(text);
  if (strong && isName(strong[2])) return named(strong[0], strong[2], strong[3] ?? strong[4], true);
  const alone = beforeTime.exec(text);
  if (alone && isName(alone[1]) && isOverTime(alone, timed)) return named(alone[0], alone[1], alone[4], true);
  const usual = plain.exec(text);
  if (usual && isName(usual[1])) return named(usual[0], usual[1], usual[2], false);
  const letter = /^([QA])\.(?=\s)/.exec(text);
  return letter ? named(letter[0], letter[1], undefined, false) : null;
}

function named(whole: string, speaker = '', clock: string | undefined, sure: boolean): Named {
  const seconds = clock === undefined ? null : secondsOf(clock);
  return { speaker: tidy(speaker), seconds, length: whole.length, sure, numbered: null };
}

/** "Ines  0:15", "Ines [0:15]" or "Ines 0:15": not "See you at 10:30", nor "Monday 8:30" behind the time at which it was said. */
const isOverTime = ([, name = '', gap, bracket]: readonly string[], timed: boolean): boolean =>
  gap !== ' ' || bracket !== '' || (!timed && looksLikeName(tidy(name)));

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Whether this could be what somebody is called: few words, letters in it, no sign that belongs to a sentence. */
function isName(text = ''): boolean {
  const name = tidy(text);
  if (name.length > 40 || name.split(' ').length > 5) return false;
  return (
    /^[\p{L}\p{N}([]/u.test(name) &&
    /\p{L}/u.test(name) &&
    !/[?!;"“”„«»<>{}|=/\\…]|https?$|\p{Ll}{4}\.\s/iu.test(name)
  );
}

/** Whether somebody could be called so who is named only once: every word begins with a capital, or has none. */
export const looksLikeName = (speaker: string): boolean =>
  speaker.split(' ').length < 5 && speaker.split(' ').every((word) => !/^\p{Ll}/u.test(word));
