import { countOf, decimalOf, listOf, percentOf, signedOf, wholeOf } from '#core/browser/parts/figures.ts';
import { countOfBand, manyOfBand } from '#core/browser/parts/germanBands.ts';
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
import { isBand } from './words.en.ts';

export { isBand };

export const bandNames: Readonly<Record<Band, { one: string; many: string; title: string }>> = {
  detractor: { one: 'Detraktor', many: 'Detraktoren', title: 'Detraktoren' },
  passive: { one: 'Passiv', many: 'Passive', title: 'Passive' },
  promoter: { one: 'Promotor', many: 'Promotoren', title: 'Promotoren' },
};

const calls = (n: number) => countOf(n, 'Gespräch', 'Gespräche');
const themes = (n: number) => countOf(n, 'Thema', 'Themen');

export const words = {
  parts: {
    saturation: 'Wann es genug ist',
    pairs: 'Was zusammen vorkommt',
    contrast: 'Passive und Promotoren',
    rivals: 'Wettbewerber',
    agreement: 'Doppelt codiert',
  } satisfies Record<Part, string>,
  partsLabel: 'Was Sie ansehen',
  key: 'Belege',
  files: {
    saturation: 'Sättigung',
    pairs: 'Themen zusammen',
    contrast: 'Passive und Promotoren',
    rivals: 'Wettbewerber',
    agreement: 'Übereinstimmung',
  } satisfies Record<Part, string>,
  csv: 'CSV herunterladen',
  undo: 'Rückgängig',
  unnamed: 'Ein Thema, das auf diesem Gerät noch keinen Namen hat',
  everybody: 'Alle Gespräche',
  band: 'Gruppe',
  ofCount: (k: number, n: number) => `${wholeOf(k)} von ${wholeOf(n)}`,
  loading: 'Die Interviews werden gelesen',
  noCycle: {
    title: 'Belege kommen nach einer Umfrage und ihren Gesprächen',
    text: 'Diese Seite wird sagen, wie weit den Themen zu trauen ist: „Gespräche 7 und 8 brachten kein neues Thema“, „Preis und Tempo kommen zusammen vor“. Am Anfang steht eine Umfrage.',
    action: 'Umfrage einlesen',
  },
  nobody: {
    title: 'Noch wurde kein Gespräch geführt',
    text: 'Von den ersten Gesprächen an sagt diese Seite, wann es genug sind, welche Themen zusammen vorkommen und ob zwei Personen dasselbe heraushören. Zum Beispiel: „Die letzten zwei Gespräche brachten 1 neues Thema, 5 % der 20 aus den ersten vier“.',
    action: 'Personen auswählen',
  },
  failed: {
    title: 'Die Belege ließen sich nicht zusammenstellen',
    text: 'Die Interviews sind sicher, wo sie sind. Nur diese Zusammenfassung ist misslungen. Öffnen Sie die Seite noch einmal.',
  },
  again: 'Noch einmal öffnen',
  how: 'Wie das zu lesen ist',
  saturation: {
    title: (by: string) => `Bisher gehörte Themen, Gespräch für Gespräch, nach ${by || 'Gruppe'}`,
    rule: 'Regel',
    base: 'Erste Gespräche',
    run: 'Gespräche in Folge',
    threshold: 'Neue Themen höchstens',
    by: 'Getrennt nach',
    caption: 'Jedes Gespräch in seiner Reihenfolge, mit den Themen, die es brachte',
    heads: {
      whose: 'Wessen',
      calls: 'Gespräche',
      themes: 'Themen',
      run: 'Letzte Folge',
      state: 'Stand',
    },
    table: 'Hinter den Bildern',
    alt: (value: string, { points }: Saturation) =>
      points.length === 0
        ? `${value}: noch keine Gespräche`
        : `${value}: gehörte Themen nach jedem von ${countOf(points.length, 'Gespräch', 'Gesprächen')}, ${points.map((p) => p.total).join(', ')}`,
    dots: 'Ein Punkt ist ein Gespräch: gefüllt, wo die Folge bis dahin wenig genug Neues brachte, hohl, wo mehr.',
    reached: (n: number) => `genug nach ${wholeOf(n)}`,
    first: (n: number) => `erste ${wholeOf(n)}`,
    beside: { calls: (n: number) => (n === 1 ? 'Gespräch' : 'Gespräche'), themes: 'Themen' },
    latest: (fresh: number, share: number) => `${wholeOf(fresh)} neu, ${percentOf(share)}`,
    next: {
      few: {
        strong: 'Noch nicht genug.',
        text: 'Die nächsten Gespräche sagen, ob noch mehr zu erfahren ist.',
      },
      open: 'Rufen Sie dort als Nächstes an.',
      done: { strong: 'Die Themen sind da.', text: 'Jetzt zeigt sich, wie oft jedes genannt wird.' },
      hold: 'Nächstes Gespräch führen',
      drivers: 'Treiber ansehen',
    },
    themes,
    calls,
    rules: (rule: SaturationRule) => [
      `Neue Themen in einer Folge von ${countOf(rule.run, 'Gespräch', 'Gesprächen')}, geteilt durch die Themen der ersten ${wholeOf(rule.base)}. Bei höchstens ${percentOf(rule.threshold)} kommt kaum noch Neues (Guest, Namey und Chen 2020). Die Folgen überlappen sich. Gespräche stehen in der Reihenfolge, in der sie geführt wurden, und zusammengeführte Themen sind eines.`,
      'Das heißt, ein weiteres Gespräch dieser Art brächte kaum ein neues Thema. Es heißt nicht, dass Anteile bekannt sind: Dafür braucht es die Zahlen der Treibertabelle.',
      'Gespräche, die noch laufen oder noch kein Thema haben, bleiben außen vor, denn ein Gespräch ohne Zuordnung sähe aus wie eines ohne Neues.',
    ],
  },
  pairs: {
    counting: 'Es wird gezählt, welche Themen zusammen vorkommen',
    title: 'Themen, die dieselbe Person nennt, und was der Zufall ergäbe',
    caption: 'Paare von Themen, die am wenigsten zufälligen zuerst',
    heads: {
      pair: 'Themen',
      plot: 'Gespräche mit beiden',
      n: 'Zusammen',
      score: 'Mittlere Wertung',
      reading: '',
    },
    more: (n: number) => `${countOf(n, 'weiteres Paar', 'weitere Paare')} zeigen`,
    chance: (p: ThemePair) =>
      `Zufall: ${decimalOf(p.expected)} (${wholeOf(p.chanceLow)} bis ${wholeOf(p.chanceHigh)})`,
    both: 'beide',
    one: 'nur eines',
    and: 'und',
    raised: (first: number, second: number) => `${wholeOf(first)} und ${wholeOf(second)} Gespräche`,
    next: {
      strong: 'Zwei Themen zusammen können eine Ursache sein.',
      text: 'Lesen Sie, was zu beiden gesagt wurde, bevor Sie nach einem handeln.',
      action: 'Themen lesen',
    },
    rules: [
      `Paare von Themen, die je mindestens ${leastToPair} Gespräche nennen. Der Balken zeigt, wo der Zufall allein die Zahl in 95 von 100 Fällen hinlegt, der Strich, was er erwarten lässt, der Punkt, was gehört wurde. Gefüllt: mehr als Zufall, korrigiert für jedes geprüfte Paar (Benjamini-Hochberg).`,
      'Geprüft in jeder Gruppe und zusammengezählt (exakter Test geschichteter Tafeln): Detraktoren werden öfter angerufen, als sie antworten, und ein Paar darf nicht schon daraus entstehen.',
      `Mittlere Wertungen stehen für die ganze Umfrage: Jedes Gespräch zählt nach dem Anteil seiner Gruppe. Bei weniger als ${leastForMean} Gesprächen gibt es keine, und gar keine, solange eine Gruppe, die geantwortet hat, weniger als ${leastInBand} hat. Die Wertung kam vor dem Gespräch. Eine niedrige neben einem Paar beweist nicht, dass das Paar sie verursacht hat.`,
      'Wer mehr redet, nennt mehr Themen, und das rückt alle Paare ein wenig zusammen. Gespräche, die noch laufen oder kein Thema haben, bleiben außen vor.',
    ],
  },
  contrast: {
    title: 'Anteil der Promotoren minus Anteil der Passiven',
    caption: 'Themen, von denen, die Promotoren öfter nennen, zu denen, die Passive öfter nennen',
    heads: {
      theme: 'Thema',
      plot: 'Öfter genannt von',
      promoter: 'Promotoren',
      passive: 'Passive',
      by: 'Punkte',
    },
    morePassives: 'Passiven',
    morePromoters: 'Promotoren',
    next: {
      strong: 'Passive brauchen den kleinsten Anstoß.',
      text: 'Sehen Sie, was beide nennen.',
      action: 'Treiber ansehen',
    },
    missing: {
      strong: 'Eine Seite fehlt.',
      text: 'Rufen Sie aus jeder Gruppe einige an.',
      action: 'Personen auswählen',
    },
    waiting: {
      strong: 'Eine Seite hat noch keine Themen.',
      text: 'Beenden Sie die geführten Gespräche und ordnen Sie ihnen Themen zu.',
      action: 'Interviews ansehen',
    },
    good: (n: number) => `${wholeOf(n)} als gut`,
    bad: (n: number) => `${wholeOf(n)} als schlecht`,
    rules: [
      `Themen, die mindestens ${leastToContrast} aus beiden Gruppen nennen. Jede Gruppe wird für sich gelesen, ein Interview zählt einmal, sobald es vorbei ist und Themen hat. Der Balken ist das 95-%-Intervall des Unterschieds (Newcombe). Gefüllt: mehr als Zufall nach dem exakten Test, korrigiert für jedes verglichene Thema.`,
      'Promotoren sagen, was bleiben muss, Passive, was noch fehlt. Wo ein Thema als gut oder als schlecht genannt wurde, wird beides gezählt: Dasselbe Thema kann die einen freuen und die anderen ärgern.',
    ],
  },
  agreement: {
    settled: (name: string, holds: boolean) =>
      holds
        ? `Geklärt: „${name}“ wurde genannt und ist dem Gespräch zugeordnet.`
        : `Geklärt: „${name}“ wurde nicht genannt und ist dem Gespräch nicht mehr zugeordnet.`,
  },
};

export const valueName = (value: string): string => (isBand(value) ? bandNames[value].title : value);

/** "Gespräche 7 und 8 brachten 1 neues Thema, 5 % der 20 aus den ersten 4". */
function latestText({ runs, baseThemes, rule }: Saturation): string {
  const run = runs.at(-1);
  if (!run) return '';
  const which =
    run.from === run.to
      ? `Gespräch ${run.to} brachte`
      : `Gespräche ${run.from} ${run.to === run.from + 1 ? 'und' : 'bis'} ${run.to} brachten`;
  if (run.fresh === 0) return `${which} kein neues Thema`;
  const fresh = countOf(run.fresh, 'neues Thema', 'neue Themen');
  return `${which} ${fresh}, ${percentOf(run.share)} der ${wholeOf(baseThemes)} aus den ersten ${wholeOf(rule.base)}`;
}

/** The finding about all calls: nothing that the rule does not say. */
export function saturationFinding(all: Saturation): string {
  const latest = latestText(all);
  switch (all.state.kind) {
    case 'tooFew':
      return `Zu früh, um zu sagen, wann es genug ist: ${calls(all.points.length)} geführt, ${wholeOf(all.points.length + all.state.more)} nötig.`;
    case 'noThemes':
      return 'Die ersten Gespräche nannten kein Thema, also lässt sich an ihnen nichts messen.';
    case 'reached':
      return `Kaum noch Neues: ${latest}.`;
    case 'reopened':
      return `Doch noch neue Themen: ${latest}.`;
    case 'open':
      return `Noch ist zu lernen: ${latest}.`;
  }
}

/** Where one set of calls stands, in a few words. */
export function stateText(state: SaturationState, { run }: SaturationRule): string {
  switch (state.kind) {
    case 'tooFew':
      return `noch ${calls(state.more)}, bevor es sich sagen lässt`;
    case 'noThemes':
      return 'kein Thema in den ersten Gesprächen';
    case 'reached':
      return state.since === state.after
        ? `genug: nach ${wholeOf(state.after)} + ${wholeOf(run)}`
        : `genug: nach ${wholeOf(state.since)} + ${wholeOf(run)}, schon einmal nach ${wholeOf(state.after)}`;
    case 'reopened':
      return `mindestens noch ${wholeOf(state.more)}: es war genug nach ${wholeOf(state.after)} + ${wholeOf(run)}, dann kamen neue Themen`;
    case 'open':
      return `mindestens noch ${wholeOf(state.more)} ohne neues Thema`;
  }
}

/** Parts whose calls are not enough yet. */
export const partsOpen = (each: readonly { value: string; saturation: Saturation }[]): string[] =>
  each
    .filter(({ saturation }) => saturation.state.kind !== 'reached')
    .map(({ value }) => (isBand(value) ? bandNames[value].many : value));

const namesAtMost = 4;

/** "Passive und Promotoren sind noch nicht so weit". */
export function openText(open: readonly string[]): string {
  const rest = open.length - namesAtMost;
  const names = rest > 0 ? [...open.slice(0, namesAtMost), countOf(rest, 'weiteres', 'weitere')] : open;
  const isOne = open.length === 1 && !bands.some((b) => bandNames[b].many === open[0]);
  return `${sentence(listOf(names))} ${isOne ? 'ist' : 'sind'} noch nicht so weit`;
}

/** What follows for the calls to come, over the parts. */
export function saturationLede(
  all: Saturation,
  each: readonly { value: string; saturation: Saturation }[],
): string {
  const told = (text: string) => [text, ...left(all.leftOut)].join(' ');
  const open = partsOpen(each);
  if (each.length < 2) return told(`${sentence(stateText(all.state, all.rule))}.`);
  if (open.length === 0) return told('Das gilt auch für jeden Teil.');
  return told(`${openText(open)}: Jeder Teil wird an seinen eigenen ersten Gesprächen gemessen.`);
}

/** How many calls no comparison counts, and why. */
const left = (n: number): string[] =>
  n > 0 ? [`${calls(n)} nicht mitgezählt: noch im Gang oder ohne Thema.`] : [];

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const pairReading = (kind: ThemePair['kind']): string =>
  ({ together: 'zusammen', apart: 'getrennt', chance: 'kann Zufall sein' })[kind];

/** The pair that stands out most, or that none does. */
export function pairsFinding({ pairs }: Compounding, name: (theme: string) => string): string {
  const [top] = pairs;
  if (!top) return 'Noch zu wenige Gespräche, um zu sagen, welche Themen zusammen vorkommen.';
  if (top.kind === 'chance') return 'Keine zwei Themen kommen öfter zusammen vor, als der Zufall ergäbe.';
  const both = `„${name(top.themes[0])}“ und „${name(top.themes[1])}“`;
  const how = top.kind === 'together' ? 'kommen zusammen vor' : 'kommen selten zusammen vor';
  return `${both} ${how}: in ${countOf(top.together, 'Gespräch', 'Gesprächen')}, der Zufall ergäbe ${wholeOf(top.expected)}.`;
}

export function pairsLede({ pairs, interviews, themes: raised, leftOut, missing }: Compounding): string {
  const beyond = pairs.filter((p) => p.kind !== 'chance').length;
  const who = `${calls(interviews)} mit Themen. ${themes(raised)} von mindestens ${leastToPair} genannt, ${countOf(pairs.length, 'Paar', 'Paare')} geprüft, ${wholeOf(beyond)} mehr als Zufall.`;
  const none = `Keine mittleren Wertungen: Sie stehen für die ganze Umfrage, und weniger als ${leastInBand} Gespräche mit ${listOf(missing.map(manyOfBand))} zählen.`;
  return [who, ...left(leftOut), ...(pairs.length > 0 && missing.length > 0 ? [none] : [])].join(' ');
}

/** "3,1 (2,0 bis 4,2), n 11". */
export function meanText({ n, mean }: ScoreGroup): string {
  if (!mean) return `${calls(n)}, ${n < leastForMean ? 'zu wenige' : 'ohne Mittelwert'}`;
  return `${decimalOf(mean.value)} (${decimalOf(mean.low)} bis ${decimalOf(mean.high)}), n ${wholeOf(n)}`;
}

const shareText = ({ k, n }: { k: number; n: number }) => `${wholeOf(k)} von ${wholeOf(n)}`;

/** What promoters keep and what passives miss, as far as it is beyond noise. */
export function contrastFinding({ themes: all, passives, promoters }: Contrast): string {
  if (passives === 0 || promoters === 0) {
    const missing = (['passive', 'promoter'] as const).filter(
      (b) => (b === 'passive' ? passives : promoters) === 0,
    );
    return `Noch kein beendetes Gespräch mit ${missing.map(manyOfBand).join(' oder ')} hat Themen, also gibt es nichts gegenüberzustellen.`;
  }
  const sure = all.filter((t) => t.beyondNoise);
  const kept = sure.find((t) => t.difference > 0);
  const missed = sure.findLast((t) => t.difference < 0);
  if (!kept && !missed)
    return all.length === 0
      ? `Zu wenige Gespräche zum Vergleichen: kein Thema, das mindestens ${wholeOf(leastToContrast)} Passive und Promotoren zusammen nennen.`
      : `Passive und Promotoren unterscheiden sich in keinem Thema mehr als zufällig, soweit ${wholeOf(passives)} und ${wholeOf(promoters)} Gespräche das zeigen.`;
  const said = [
    kept &&
      `Promotoren nennen öfter „${nameIn(kept)}“ (${shareText(kept.promoter)} gegenüber ${shareText(kept.passive)})`,
    missed &&
      `Passive ${kept ? '' : 'nennen öfter '}„${nameIn(missed)}“ (${shareText(missed.passive)} gegenüber ${shareText(missed.promoter)})`,
  ].filter((part): part is string => Boolean(part));
  return `${said.join(', ')}.`;
}

const nameIn = (t: ThemeContrast): string => t.name || words.unnamed;

export function contrastLede({ themes: all, passives, promoters, leftOut, tooRare }: Contrast): string {
  const who = `${countOfBand(promoters, 'promoter')} und ${countOfBand(passives, 'passive')} gezählt, ${themes(all.length)} verglichen.`;
  const rare = `${themes(tooRare)} mit weniger als ${leastToContrast} Nennungen nicht verglichen.`;
  return [who, ...(tooRare > 0 ? [rare] : []), ...left(leftOut)].join(' ');
}

/** "−63 (−82 bis −25)". */
export const pointsText = ({ difference, low, high }: ThemeContrast): string =>
  `${signedOf(100 * difference)} (${signedOf(100 * low)} bis ${signedOf(100 * high)})`;
