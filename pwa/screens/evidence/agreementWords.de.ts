import { countOf, decimalOf, percentOf, wholeOf } from '#core/browser/parts/figures.ts';
import {
  type Agreement,
  type Disagreement,
  fewCodedTwice,
  leastCodedTwice,
  type ThemeAgreement,
} from '#core/themes/index.ts';
import { reliableFrom, type Speaker, tentativeFrom } from './agreementWords.en.ts';
import { bandNames, words } from './words.ts';

export { reliableFrom, tentativeFrom };

const interviews = (n: number) => countOf(n, 'Interview', 'Interviews');

export const agreementWords = {
  how: 'Eine Person codiert ein Interview allein, eine zweite noch einmal, ohne zu sehen wie. Worin sie übereinstimmen, das ist herauszuhören. Worin nicht, darüber wird gesprochen.',
  themes: 'Thema für Thema',
  caption: 'Wie zwei Personen jedes Thema verwendet haben, die geringste Übereinstimmung zuerst',
  heads: {
    theme: 'Thema',
    both: 'Beide',
    one: 'Nur eine',
    neither: 'Keine',
    alike: 'Gleich',
    plot: 'Kappa',
    kappa: 'Mit 95-%-Intervall',
  },
  differences: 'Worin sie sich unterscheiden',
  noDifferences: 'Nichts zu besprechen: Beide sagten durchweg dasselbe.',
  speaker: ({ consentQuote, name, band, score }: Speaker) =>
    consentQuote === 'withName' && name ? name : `${bandNames[band].one}, Wertung ${wholeOf(score)}`,
  toInterview: 'Interview öffnen',
  holds: 'Es wurde genannt',
  holdsNot: 'Es wurde nicht genannt',
  settledAs: (holds: boolean) => (holds ? 'Geklärt: Es wurde genannt.' : 'Geklärt: Es wurde nicht genannt.'),
  hisNotHers: ({ by, not }: Disagreement) =>
    `${by.name || 'Eine Person'} hat es zugeordnet, ${not.name || 'eine Person'} nicht.`,
  code: 'Interviews zum Codieren',
  codeCaption: 'Interviews mit Notizen, und wer sie codiert hat',
  codeHeads: { who: 'Interview', notes: 'Notizen', coders: 'Codiert von', action: '' },
  beside: {
    both: 'beide',
    one: 'nur eine',
    neither: 'keine',
    alike: 'gleich',
    notes: (n: number) => (n === 1 ? 'Notiz' : 'Notizen'),
  },
  toCode: { strong: 'Codieren Sie das nächste.', action: 'Interview codieren' },
  allCoded: { strong: 'Sie haben jedes Interview codiert.', text: '', action: 'Treiber ansehen' },
  begin: 'Codieren',
  goOn: 'Weiter codieren',
  done: 'Von Ihnen abgegeben.',
  nobodyCoded: 'noch niemand',
  someone: 'eine Person',
  hidden: (n: number) => `${countOf(n, 'Person', 'Personen')}, verborgen bis zu Ihrer Abgabe`,
  more: (n: number) => `${wholeOf(n)} weitere zeigen`,
  rules: [
    'Wer codiert, sieht bis zur Abgabe die Notizen, aber keine Zuordnung von anderen. Wer im Gespräch zugeordnet hat, beginnt mit den eigenen. Eine abgegebene Codierung bleibt, wie sie ist, also wird die Übereinstimmung durch ein Gespräch darüber nie besser.',
    'Verglichen wird, ob ein Interview ein Thema nennt, ja oder nein, wie in der Treibertabelle: die ersten zwei abgegebenen Codierungen jedes Interviews, über die Themen, die mindestens eine der beiden verwendet.',
    `Insgesamt: Krippendorffs Alpha, mit einem Bereich aus tausendfachem neuem Ziehen der Interviews. Ab ${decimalOf(reliableFrom)} ist auf die Zuordnungen Verlass, ab ${decimalOf(tentativeFrom, 3)} für vorläufige Schlüsse. Thema für Thema: Cohens Kappa mit 95-%-Intervall. Es ist von Natur aus niedrig, wo fast niemand das Thema nennt, lesen Sie also die Zahlen daneben mit.`,
    `Weniger als ${leastCodedTwice} doppelt codierte Interviews: nur Zahlen. Weniger als ${fewCodedTwice}: Jeder Wert ist grob.`,
  ],
};

/** What two coders make of the same interviews, no surer than the range allows. */
export function agreementFinding({ coded, overall, range }: Agreement): string {
  const n = coded.length;
  if (n === 0) return 'Noch kein Interview wurde von zwei Personen codiert.';
  if (n < leastCodedTwice || !range)
    return `Zu früh, um zu sagen, ob zwei Personen dasselbe heraushören: ${interviews(n)} doppelt codiert, ${leastCodedTwice} nötig.`;
  if (overall.kind !== 'alpha')
    return 'Zwei Personen haben gleich codiert, aber nichts darin hätte sich unterscheiden können.';
  const figure = `Alpha ${decimalOf(overall.value, 2)} (${decimalOf(range.low, 2)} bis ${decimalOf(range.high, 2)})`;
  if (range.low >= reliableFrom) return `Zwei Personen hören dasselbe heraus: ${figure}.`;
  if (range.low >= tentativeFrom)
    return `Zwei Personen hören weitgehend dasselbe heraus, genug für vorläufige Schlüsse: ${figure}.`;
  if (range.high < tentativeFrom) return `Zwei Personen hören nicht dasselbe heraus: ${figure}.`;
  return `Noch ist nicht sicher, ob zwei Personen dasselbe heraushören: ${figure}.`;
}

export function agreementLede(found: Agreement): string {
  const { coded, waiting, disagreements, overall, severity } = found;
  if (coded.length === 0 && waiting === 0) return agreementWords.how;
  const open = disagreements.filter((d) => d.settled === null).length;
  const parts = [
    coded.length > 0 && `${interviews(coded.length)} doppelt codiert.`,
    waiting > 0 && `${countOf(waiting, 'Interview wartet', 'Interviews warten')} auf eine zweite Codierung.`,
    coded.length > 0 && overall.kind === 'alpha' && `${percentOf(overall.alike)} der Urteile sind gleich.`,
    coded.length >= leastCodedTwice &&
      severity.kind === 'alpha' &&
      severity.pairable >= 2 * leastCodedTwice &&
      `Schwere: Alpha ${decimalOf(severity.value, 2)} nach Rang.`,
    open > 0 && `${countOf(open, 'Unterschied', 'Unterschiede')} zu besprechen.`,
    coded.length >= leastCodedTwice && coded.length < fewCodedTwice && 'Bei so wenigen ist jeder Wert grob.',
  ];
  return parts.filter(Boolean).join(' ');
}

/** "0,66 (0,40 bis 0,93)", or why there is none. */
export function kappaText({ kappa }: ThemeAgreement): string {
  switch (kappa.kind) {
    case 'tooFew':
      return 'zu wenige';
    case 'noKappa':
      return 'eine bleibt immer gleich';
    case 'kappa':
      // its interval has no width then, which a few interviews reach by luck
      if (kappa.standardError === 0) return 'alle gleich';
      return `${decimalOf(kappa.value, 2)} (${decimalOf(kappa.low, 2)} bis ${decimalOf(Math.min(1, kappa.high), 2)})`;
  }
}

export const themeName = (name: string): string => name || words.unnamed;
