import { type Label, looksLikeName } from './label.ts';

/** A label and whether it stands where a new speaker would. */
export interface FoundLabel {
  label: Label;
  /** `behindLabel`: only if the label in the line before is a speaker. */
  fresh: boolean | 'behindLabel';
}

/**
 * Which of the labels found in a text are speakers, each with the spelling it is shown in (that of its first time): those in
 * bold or with a time, those that come back, and, behind the first of these, single ones that look like a name and stand where one would. "Date:
 * 3 May" above an interview is none, nor is "Prices: too high" in the middle of what somebody says.
 */
export function speakersNamed(labels: readonly FoundLabel[]): ReadonlyMap<string, string> {
  const found = labels.filter(({ label }) => label.speaker !== '');
  const times = new Map<string, { first: string; n: number; sure: boolean }>();
  for (const { speaker, sure } of found.map(({ label }) => label)) {
    const known = times.get(fold(speaker)) ?? { first: speaker, n: 0, sure: false };
    times.set(fold(speaker), { ...known, n: known.n + 1, sure: known.sure || sure });
  }
  const isClear = (speaker: string) => {
    const known = times.get(fold(speaker));
    return known !== undefined && (known.sure || known.n > 1);
  };
  const named = new Map<string, string>();
  let begun = !found.some(({ label }) => isClear(label.speaker));
  let before = true;
  for (const { label, fresh } of found) {
    const { speaker } = label;
    begun ||= isClear(speaker);
    const here: boolean = fresh === 'behindLabel' ? before : fresh;
    before = isClear(speaker) || (begun && here && looksLikeName(speaker));
    if (before) named.set(speaker, times.get(fold(speaker))?.first ?? speaker);
  }
  return named;
}

const fold = (speaker: string): string => speaker.toLowerCase();
