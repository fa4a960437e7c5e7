import { type Label, labelOf } from './label.ts';
import { wordsOfMarkdown } from './markdown.ts';
import { type FoundLabel, speakersNamed } from './named.ts';
import { secondsOf, timePattern } from './time.ts';
import type { Moment, Turn } from './turn.ts';

/** Turns read from text without cues, and how many of them somebody is named for or a time is given. */
export interface Dialogue {
  turns: Turn[];
  marked: number;
}

/**
 * Reads text in which speakers are named: "Ines: ...", "[00:01:02] Ines: ...", "**Ines:** ...", "Ines  0:12" over what she
 * says, "Q." and "A.", numbered questions. Lines that follow belong to the speaker until the next is named; a blank line
 * begins a new turn of the same.
 */
export function readDialogue(lines: readonly string[]): Dialogue {
  const labels = labelsOf(lines);
  const namedIn = () =>
    speakersNamed([...labels].map(([i, label]) => ({ label, fresh: isFresh(lines, labels, i) })));
  for (const i of timesSaid(lines, labels, namedIn())) labels.delete(i);
  const named = namedIn();
  const questions = questionWords([...labels.values()]);
  const turns: Turn[] = [];
  let speaker = '';
  let parted = true;
  let marked = 0;
  const begin = (text: string, from: number | null) =>
    turns.push({ speaker, from, to: null, text, moments: [] });
  for (const [i, line] of lines.entries()) {
    const label = labels.get(i);
    const asked = label?.numbered && questions.has(label.numbered.word) ? label.numbered : null;
    const who = asked ? asked.word : label && named.get(label.speaker);
    if (label && (who !== undefined || label.speaker === '')) {
      marked++;
      speaker = who || (label.speaker === '' ? speaker : '');
      begin((asked ?? label).rest.trim(), label.seconds);
      parted = asked !== null;
      if (asked) speaker = '';
    } else if (line.trim() === '') parted = true;
    else {
      const last = turns.at(-1);
      if (parted || !last) begin(line.trim(), null);
      else last.text += (last.text === '' ? '' : ' ') + line.trim();
      parted = false;
    }
  }
  return { turns: withTimes(turns), marked };
}

function labelsOf(lines: readonly string[]): Map<number, Label> {
  const labels = new Map<number, Label>();
  for (const [i, line] of lines.entries()) {
    const label = labelOf(line);
    if (label) labels.set(i, label);
  }
  return labels;
}

/** A new speaker may stand behind a blank line, behind what was said on one line, or left of lines that are set in. */
function isFresh(
  lines: readonly string[],
  labels: ReadonlyMap<number, Label>,
  i: number,
): FoundLabel['fresh'] {
  const before = lines[i - 1] ?? '';
  if (before.trim() === '' || (/^\s/.test(before) && !/^\s/.test(lines[i] ?? ''))) return true;
  return labels.get(i - 1)?.rest.trim() ? 'behindLabel' : false;
}

/**
 * Lines that look like a name with its time over what somebody says, as "Monday 8:30" does, but are said themselves: the name
 * comes once, and stands right beneath another such line or has no words under it.
 */
function timesSaid(
  lines: readonly string[],
  labels: ReadonlyMap<number, Label>,
  named: ReadonlyMap<string, string>,
): ReadonlySet<number> {
  const nameAt = (i: number) => named.get(labels.get(i)?.speaker ?? '');
  const times = Map.groupBy(labels.values(), ({ speaker }) => named.get(speaker));
  const isOver = ({ seconds, rest }: Label) => seconds !== null && rest.trim() === '';
  const heads = new Set([...labels].filter(([i, l]) => isOver(l) && nameAt(i) !== undefined).map(([i]) => i));
  const isOnce = (i: number) => heads.has(i) && times.get(nameAt(i))?.length === 1;
  const hasWords = (i: number) => {
    let under = i + 1;
    while (lines[under]?.trim() === '') under++;
    if (under === i + 1 && isOnce(under)) return true;
    return under < lines.length && nameAt(under) === undefined && labels.get(under)?.speaker !== '';
  };
  const said = new Set<number>();
  /** The last line of a name and what stands right beneath it. */
  let block = -2;
  for (const i of heads) {
    const isBeneath = isOnce(i) && block === i - 1;
    if (isBeneath || (isOnce(i) && !hasWords(i))) said.add(i);
    if (isBeneath || !said.has(i)) block = i;
  }
  return said;
}

/** Words that number a list of questions in this text: at least three, each number once, rising. */
function questionWords(labels: readonly Label[]): ReadonlySet<string> {
  const numbers = Map.groupBy(
    labels.flatMap((label) => label.numbered ?? []),
    (n) => n.word,
  );
  const isList = (all: readonly { number: number }[]) =>
    all.length > 2 && all.every((n, i) => i === 0 || n.number > (all[i - 1]?.number ?? 0));
  return new Set([...numbers].filter(([, all]) => isList(all)).map(([word]) => word));
}

const inline = new RegExp(String.raw`\[(${timePattern})\]\s?`, 'g');

/** Takes the times out of the words and remembers where they stood. Turns of which nothing is left go. */
function withTimes(turns: readonly Turn[]): Turn[] {
  const timed = turns.map((turn) => {
    const moments: Moment[] = turn.from === null ? [] : [{ at: 0, seconds: turn.from }];
    let taken = 0;
    const text = wordsOfMarkdown(turn.text)
      .replace(inline, (whole: string, clock: string, at: number) => {
        moments.push({ at: at - taken, seconds: secondsOf(clock) });
        taken += whole.length;
        return '';
      })
      .trimEnd();
    const kept = moments.map((m) => ({ ...m, at: Math.min(m.at, text.length) }));
    const first = kept[0];
    return { ...turn, text, moments: kept, from: turn.from ?? (first?.at === 0 ? first.seconds : null) };
  });
  const said = timed.filter((turn) => turn.text !== '');
  return said.map((turn, i) => ({ ...turn, to: turn.from === null ? null : (said[i + 1]?.from ?? null) }));
}
