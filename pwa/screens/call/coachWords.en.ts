import { wholeOf } from '#core/browser/parts/figures.ts';
import { bandWords } from '#core/browser/parts/words.ts';
import type { LadderDepth, MechanismPart, PartIs } from '#core/guide/index.ts';
import { unreachable } from '#core/model/result.ts';
import type { Fills, Quota } from '#core/sample/index.ts';
import { spokenName } from '#core/segments/index.ts';
import type { Mechanism } from './mechanism.ts';

const parts: Readonly<Record<MechanismPart, string>> = {
  episode: 'Episode',
  frequency: 'How often',
  consequence: 'Consequence',
  expectation: 'Expected',
  fix: 'What would fix it',
};

/** A part as it stands on screen; of what went well nothing needs a fix. */
export const partName = (part: MechanismPart, tone: Mechanism['tone']): string =>
  part === 'fix' && tone === 'strength' ? 'What must stay' : parts[part];

export const partIs: Readonly<Record<PartIs, string>> = {
  known: 'known',
  guessed: 'guessed',
  missing: 'not asked yet',
};

/** What a screen reader hears after a mark. */
export const partWords = (part: MechanismPart, is: PartIs, tagged = false): string =>
  `${parts[part]}: ${is === 'missing' ? 'not known' : partIs[is]}.${tagged ? ' Your last note has the theme.' : ''}`;

export const coachWords = {
  place: 'Probe coach',
  empty: 'Tag a theme, and what is known of it and what to ask next stand here.',
  next: 'Another',
  nextWhat: 'probe',
  nextName: 'Another probe',
  other: 'Other theme',
  otherLanguage: 'The coach speaks English and German. This guide is in another language.',
  parts: (theme: string) => `What is known of ${theme}`,
  partKey: (part: number) => `Ctrl Shift ${part + 5}`,
  right: 'Right',
  wrong: 'Not so',
  guessOf: (part: string) => `guess of ${part.toLowerCase()}`,
  evidence: (words: string) => `“${words}”`,
  guess: 'a guess from',
  depth: 'Your last answer',
  depths: ['depth not stated', 'feature', 'consequence', 'value'],
  depthSet: (depth: LadderDepth) => `Your last answer: ${coachWords.depths[depth]}.`,
  because: 'Because of',
  becauseCause: 'A cause was named.',
  choose: 'Name the driver beneath',
  chooseTitle: (theme: string) => `${theme}, because of`,
  chooseKeys: 'A digit takes one. Escape leaves it.',
  chooseOther: 'Another theme: tag it on a note first.',
  chooseNone: 'There is no other theme yet. Tag it on a note first.',
  leave: 'Leave it',
  takeBack: (root: string) => `Not because of ${root}`,
  stated: (theme: string, root: string) => `${theme}, because of ${root}.`,
  takenBack: 'Taken back.',
};

/** "Ask next: ladder, on", before the name of a theme. */
export const askWords = (isKnown: boolean, kind: string | null): string =>
  `${isKnown ? 'All five known. Deeper' : 'Ask next'}: ${kind ?? ''}, on`;

export const coachAfter = {
  title: 'How well it is understood',
  ask: 'Still to ask:',
};

/** The finding over the themes of a call that is over. */
export function understoodWords(themes: readonly Pick<Mechanism, 'isKnown'>[]): string {
  const known = themes.filter((m) => m.isKnown).length;
  if (known === themes.length) return 'All five parts of every theme are known.';
  const have = `${wholeOf(known)} of ${wholeOf(themes.length)} themes ${known === 1 ? 'has' : 'have'}`;
  return `${known === 0 ? 'No theme has' : have} all five parts yet. Fill in what you know, or ask again.`;
}

/** "3 of 5 known, 1 guessed" */
export function knownOf({ parts }: Pick<Mechanism, 'parts'>): string {
  const count = (is: PartIs) => parts.filter((p) => p.is === is).length;
  const guessed = count('guessed');
  return `${count('known')} of ${parts.length} known${guessed > 0 ? `, ${guessed} guessed` : ''}`;
}

export const quotaName = ({ segment, band }: Quota): string =>
  segment ? `${spokenName(segment)} ${bandWords.many[band]}` : bandWords.many[band];

/** "Fills 1 of 3 open places: Enterprise detractors." */
export function fillsWords(fills: Fills): string {
  switch (fills.kind) {
    case 'fills':
      return `Fills 1 of ${wholeOf(fills.open)} open ${fills.open === 1 ? 'place' : 'places'}: ${quotaName(fills.quota)}.`;
    case 'beyond':
      return `Beyond the plan: its ${wholeOf(fills.quota.want)} ${quotaName(fills.quota)} are held.`;
    case 'none':
      return 'Counts for no place of the plan.';
    default:
      return unreachable(fills);
  }
}

export const coachKeys: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['F2'], does: 'Another probe for the theme in hand' },
  { keys: ['Shift F2'], does: 'To the theme raised before' },
  { keys: ['F8'], does: 'The guess is right; without one, your last note answers the probe' },
  { keys: ['F9'], does: 'The guess is not so' },
  {
    keys: ['Ctrl Shift 5', '6', '7', '8', '9'],
    does: 'Episode, how often, consequence, expected, fix: known or not',
  },
  { keys: ['F4'], does: 'Your last answer went deeper: feature, consequence, value' },
  { keys: ['Shift F4'], does: 'Name the driver beneath: this because of that' },
];
