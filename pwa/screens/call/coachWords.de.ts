import { wholeOf } from '#core/browser/parts/figures.ts';
import { bandWords } from '#core/browser/parts/words.ts';
import type { LadderDepth, MechanismPart, PartIs } from '#core/guide/index.ts';
import { unreachable } from '#core/model/result.ts';
import type { Fills, Quota } from '#core/sample/index.ts';
import { spokenName } from '#core/segments/index.ts';
import type { Mechanism } from './mechanism.ts';

const parts: Readonly<Record<MechanismPart, string>> = {
  episode: 'Vorfall',
  frequency: 'Wie oft',
  consequence: 'Folge',
  expectation: 'Erwartung',
  fix: 'Was es löst',
};

/** A part as it stands on screen; of what went well nothing needs a fix. */
export const partName = (part: MechanismPart, tone: Mechanism['tone']): string =>
  part === 'fix' && tone === 'strength' ? 'Was bleiben muss' : parts[part];

export const partIs: Readonly<Record<PartIs, string>> = {
  known: 'bekannt',
  guessed: 'vermutet',
  missing: 'noch nicht gefragt',
};

/** What a screen reader hears after a mark. */
export const partWords = (part: MechanismPart, is: PartIs, tagged = false): string =>
  `${parts[part]}: ${is === 'missing' ? 'nicht bekannt' : partIs[is]}.${tagged ? ' Ihre letzte Notiz hat das Thema.' : ''}`;

export const coachWords = {
  place: 'Begleiter für Nachfragen',
  empty:
    'Ordnen Sie ein Thema zu, dann steht hier, was darüber bekannt ist und was als Nächstes zu fragen ist.',
  next: 'Andere',
  nextWhat: 'Nachfrage',
  nextName: 'Andere Nachfrage',
  other: 'Anderes Thema',
  otherLanguage: 'Der Begleiter spricht Deutsch und Englisch. Dieser Leitfaden ist in einer anderen Sprache.',
  parts: (theme: string) => `Was über ${theme} bekannt ist`,
  partKey: (part: number) => `Ctrl Shift ${part + 5}`,
  right: 'Stimmt',
  wrong: 'Stimmt nicht',
  guessOf: (part: string) => `Vermutung zu: ${part}`,
  evidence: (words: string) => `„${words}“`,
  guess: 'vermutet aus',
  depth: 'Ihre letzte Antwort',
  depths: ['Tiefe nicht angegeben', 'Merkmal', 'Folge', 'Wert'],
  depthSet: (depth: LadderDepth) => `Ihre letzte Antwort: ${coachWords.depths[depth]}.`,
  because: 'Wegen',
  becauseCause: 'Eine Ursache wurde genannt.',
  choose: 'Ursache nennen',
  chooseTitle: (theme: string) => `${theme}, und zwar wegen`,
  chooseKeys: 'Eine Ziffer nimmt eine. Escape lässt es.',
  chooseOther: 'Ein anderes Thema: Ordnen Sie es zuerst einer Notiz zu.',
  chooseNone: 'Noch gibt es kein anderes Thema. Ordnen Sie es zuerst einer Notiz zu.',
  leave: 'Lassen',
  takeBack: (root: string) => `Nicht wegen ${root}`,
  stated: (theme: string, root: string) => `${theme}, wegen ${root}.`,
  takenBack: 'Zurückgenommen.',
};

/** "Als Nächstes: Leiter, zu", before the name of a theme. */
export const askWords = (isKnown: boolean, kind: string | null): string =>
  `${isKnown ? 'Alle fünf bekannt. Tiefer' : 'Als Nächstes'}: ${kind ?? ''}, zu`;

export const coachAfter = {
  title: 'Wie gut es verstanden ist',
  ask: 'Noch zu fragen:',
};

/** The finding over the themes of a call that is over. */
export function understoodWords(themes: readonly Pick<Mechanism, 'isKnown'>[]): string {
  const known = themes.filter((m) => m.isKnown).length;
  if (known === themes.length) return 'Von jedem Thema sind alle fünf Teile bekannt.';
  const have =
    known === 0
      ? 'Von keinem Thema sind schon alle fünf Teile bekannt.'
      : `Von ${wholeOf(known)} der ${wholeOf(themes.length)} Themen sind alle fünf Teile bekannt.`;
  return `${have} Ergänzen Sie, was Sie wissen, oder fragen Sie noch einmal.`;
}

/** "3 von 5 bekannt, 1 vermutet" */
export function knownOf({ parts }: Pick<Mechanism, 'parts'>): string {
  const count = (is: PartIs) => parts.filter((p) => p.is === is).length;
  const guessed = count('guessed');
  return `${count('known')} von ${parts.length} bekannt${guessed > 0 ? `, ${guessed} vermutet` : ''}`;
}

export const quotaName = ({ segment, band }: Quota): string =>
  segment ? `${bandWords.many[band]} in ${spokenName(segment)}` : bandWords.many[band];

/** "Füllt 1 von 3 offenen Plätzen: Detraktoren in Enterprise." */
export function fillsWords(fills: Fills): string {
  switch (fills.kind) {
    case 'fills':
      return fills.open === 1
        ? `Füllt den letzten offenen Platz: ${quotaName(fills.quota)}.`
        : `Füllt 1 von ${wholeOf(fills.open)} offenen Plätzen: ${quotaName(fills.quota)}.`;
    case 'beyond':
      return `Über den Plan hinaus: ${wholeOf(fills.quota.want)} ${quotaName(fills.quota)} sind geführt.`;
    case 'none':
      return 'Zählt für keinen Platz des Plans.';
    default:
      return unreachable(fills);
  }
}

export const coachKeys: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['F2'], does: 'Andere Nachfrage zum jetzigen Thema' },
  { keys: ['Shift F2'], does: 'Zum Thema davor' },
  { keys: ['F8'], does: 'Die Vermutung stimmt; ohne eine beantwortet Ihre letzte Notiz die Nachfrage' },
  { keys: ['F9'], does: 'Die Vermutung stimmt nicht' },
  {
    keys: ['Ctrl Shift 5', '6', '7', '8', '9'],
    does: 'Vorfall, wie oft, Folge, Erwartung, Lösung: bekannt oder nicht',
  },
  { keys: ['F4'], does: 'Ihre letzte Antwort ging tiefer: Merkmal, Folge, Wert' },
  { keys: ['Shift F4'], does: 'Die Ursache nennen: dies wegen jenem' },
];
