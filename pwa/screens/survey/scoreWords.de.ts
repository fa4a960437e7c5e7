import { countOf, decimalOf, listOf, wholeOf } from '#core/browser/parts/figures.ts';
import type { Break, Trend } from '#core/scores/index.ts';
import { shownDimension, shownValue } from '#core/segments/index.ts';
import type { Metric } from '#core/waves/index.ts';
import { figureOf, metricName, signedBounds, slopeBounds } from './scoreWords.en.ts';

export { figureOf, metricName, signedBounds, slopeBounds, spanOf } from './scoreWords.en.ts';

const people = (n: number) => countOf(n, 'Person', 'Personen');
const answers = (n: number) => countOf(n, 'Antwort', 'Antworten');
const points = (n: number) => countOf(n, 'Punkt', 'Punkte');

/** Clauses whose verb comes first: "Im Vergleich mit Q1 hat sich die Skala geändert". */
const breaks: Readonly<Record<Break, string>> = {
  metric: 'wird etwas anderes gemessen',
  scale: 'hat sich die Skala geändert',
  wording: 'heißt die Frage anders',
};

const shortBreaks: Readonly<Record<Break, string>> = {
  metric: 'andere Messgröße',
  scale: 'andere Skala',
  wording: 'anderer Name',
};

export const scoreWords = {
  finding: {
    alone: (metric: Metric, score: string) => `Der ${metricName[metric]} ist ${score}.`,
    satisfied: (n: string, of: string) => `${n} von ${of} sind zufrieden: Sie gaben eine 4 oder 5.`,
    otherMetric: (before: string) =>
      `${before} hat etwas anderes gemessen, daher gibt es nichts zu vergleichen.`,
    broken: (before: string, why: readonly Break[]) =>
      `Im Vergleich mit ${before} ${why.map((one) => breaks[one]).join(' und ')}. Prüfen Sie, ob es dieselbe Frage ist.`,
    same: (pairs: number) =>
      `${people(pairs)} ${pairs === 1 ? 'hat' : 'haben'} beide Male geantwortet und ${pairs === 1 ? 'wird' : 'werden'} mit sich selbst verglichen.`,
  },
  since: {
    satisfied: 'gaben 4 oder 5',
    range: (low: number, high: number) => signedBounds(low, high).join(' bis '),
  },
  same: {
    title: (n: number) => `${people(n)} ${n === 1 ? 'hat' : 'haben'} beide Male geantwortet`,
    went: (from: string, to: string, by: string, range: string, beyond: boolean) =>
      `Der NPS dieser Personen ging von ${from} auf ${to}: ${by} (${range}), ${beyond ? 'mehr als Zufall' : 'das kann Zufall sein'}.`,
    stayed: (at: string) => `Der NPS dieser Personen blieb bei ${at}.`,
    satisfied: (before: string, now: string) =>
      `Davon waren vorher ${before} zufrieden, jetzt sind es ${now}.`,
    steps: (worse: number, better: number, stayed: number) =>
      `Um eine oder zwei Gruppen gefallen: ${wholeOf(worse)}, gestiegen: ${wholeOf(better)}, gleich geblieben: ${wholeOf(stayed)}.`,
    hidden: {
      drained: 'Unter ihnen sind Promotoren und Detraktoren mehr geworden, die Mitte weniger.',
      gathered: 'Unter ihnen sind Promotoren und Detraktoren weniger geworden, die Mitte mehr.',
    },
    table: (before: string, now: string) => `Personen nach Gruppe: Zeilen ${before}, Spalten ${now}`,
    before: (name: string) => `Gruppe in ${name}`,
    all: 'alle',
    how: (byId: number, byEmail: number, bySaid: number) => {
      const said = bySaid > 0 ? ` ${wholeOf(bySaid)}, weil Ihr Team sie als eine Person bezeichnet hat.` : '';
      if (byId === 0 && byEmail === 0 && said) return `Zugeordnet:${said}`;
      if (byEmail === 0) return `Über die Kennung zugeordnet.${said}`;
      if (byId === 0) return `Über die E-Mail zugeordnet.${said}`;
      return `${wholeOf(byId)} über die Kennung zugeordnet, ${wholeOf(byEmail)} über die E-Mail.${said}`;
    },
    leftOut: (ambiguous: number, conflicting: number) =>
      [
        ambiguous > 0
          ? `${countOf(ambiguous, 'Kennung oder E-Mail-Adresse kommt', 'Kennungen oder E-Mail-Adressen kommen')} in einer Umfrage mehr als einmal vor. Diese Antworten sind nicht zugeordnet.`
          : '',
        conflicting > 0
          ? `${countOf(conflicting, 'E-Mail-Adresse steht', 'E-Mail-Adressen stehen')} neben zwei verschiedenen Kennungen. Diese Antworten sind auf keinem Weg zugeordnet.`
          : '',
      ]
        .filter(Boolean)
        .join(' '),
    small: 'Weniger als 30 Personen: nur ein Hinweis.',
    looking: 'Personen, die beide Male geantwortet haben, werden gesucht.',
    failed:
      'Wer beide Male geantwortet hat, ließ sich nicht lesen. Alle werden als verschiedene Personen verglichen.',
  },
  trend: {
    title: 'Über alle Umfragen',
    verdict(trend: Trend, metric: Metric, slope: string, range: string): string {
      const name = metricName[metric];
      const n =
        trend.comparable < trend.marks.length
          ? `Über die ${trend.comparable} Umfragen seit der Änderung der Frage`
          : `Über ${trend.comparable} Umfragen`;
      switch (trend.verdict) {
        case 'rises':
          return `${n} stieg der ${name} um etwa ${slope} je Umfrage (${range}).`;
        case 'falls':
          return `${n} fiel der ${name} um etwa ${slope} je Umfrage (${range}).`;
        case 'level':
          return `${n} zeigt sich kein stetiger Trend, der mehr als Zufall ist.`;
        case 'uneven':
          return `${n} ging der ${name} auf und ab, mehr als Zufall. Ein einziger Trend beschreibt das nicht.`;
        case 'short':
          return `Ein Trend braucht drei vergleichbare Umfragen. ${trend.comparable === 1 ? 'Es gibt eine.' : 'Es gibt zwei.'}`;
      }
    },
    slope: (n: number) =>
      Math.abs(n) < 0.95 ? `${decimalOf(Math.abs(n))} Punkte` : points(Math.round(Math.abs(n))),
    range: (low: number, high: number) => slopeBounds(low, high).join(' bis '),
    picture: (metric: Metric, n: number) =>
      `${metricName[metric]} von ${n} Umfragen, jeweils mit 95-%-Intervall`,
    /** On the picture itself, where there is little room. */
    breakShort: (why: readonly Break[]) => why.map((one) => shortBreaks[one]).join(', '),
    notComparable: (why: readonly Break[]) =>
      `nicht vergleichbar: ${why.map((one) => shortBreaks[one]).join(', ')}`,
    axisFrom: (metric: Metric, at: number) => `Die Achse beginnt bei ${figureOf(metric, at)}.`,
    axisTo: (metric: Metric, at: number) => `Die Achse endet bei ${figureOf(metric, at)}.`,
    other: (n: number, metric: Metric) =>
      `${countOf(n, 'Umfrage misst', 'Umfragen messen')} den ${metricName[metric === 'nps' ? 'csat' : 'nps']} und ${n === 1 ? 'fehlt' : 'fehlen'} in diesem Bild.`,
    key: {
      beyond: 'Änderung mehr als Zufall',
      noise: 'kann Zufall sein',
      first: 'nichts zum Vergleich',
    },
    survey: 'Umfrage',
    interval: '95-%-Intervall',
    answers: 'Antworten',
    change: 'Änderung',
    note: 'Im Vergleich zur Umfrage davor',
    table: 'Die Tabelle dazu',
    small: 'weniger als 30 Antworten',
    steps:
      'Ein Schritt ist eine Umfrage, egal wie viel Zeit dazwischen liegt. Wer mehrmals geantwortet hat, wird hier nicht unterschieden.',
  },
  weighted: {
    title: 'Mit den Gewichten der Umfrage',
    found: (metric: Metric, plain: string, weighted: string, apart: boolean) =>
      apart
        ? `Gewichtet ist der ${metricName[metric]} ${weighted} statt ${plain}.`
        : `Gewichtet oder nicht: Der ${metricName[metric]} ist ${weighted}.`,
    plain: 'Jede Antwort gleich',
    weighted: 'Gewichtet',
    what: 'Kennzahl',
    interval: '95-%-Intervall',
    counts: 'Zählt wie',
    answers: (n: number) => answers(Math.round(n)),
    why: 'Mit Gewichten steht eine Antwort für mehr oder weniger Personen. Das kostet Genauigkeit, daher zählen die Antworten wie weniger. Alles andere auf dieser Seite und die Segmente zählen jede Antwort gleich.',
    unweighted: (n: number) => `${answers(n)} ohne Gewicht ${n === 1 ? 'fehlt' : 'fehlen'} hier.`,
    none: {
      tooFew: 'Keine Antwort hat ein Gewicht.',
      noWeight: 'Alle Gewichte sind 0.',
      oneTrial: 'Eine einzige Antwort hat keine Fehlerspanne.',
      noSpread: 'Alle gewichteten Antworten sind gleich, daher gibt es keine Fehlerspanne.',
    },
    small: 'Zählt wie weniger als 30 Antworten: nur ein Hinweis.',
  },
  needed: {
    title: 'Wie viele Antworten genügen',
    margin: 'Gewünschte Fehlerspanne, Punkte',
    difference: 'Änderung, die auffallen soll, Punkte',
    population: 'Personen, die man fragen kann',
    populationHint: 'Bei vielen leer lassen.',
    power: 'Chance, sie zu finden',
    powers: { '0.8': '80\u00a0%', '0.9': '90\u00a0%', '0.95': '95\u00a0%' } as Readonly<
      Record<string, string>
    >,
    whatFor: 'Was Sie wissen wollen',
    takes: 'Nötig',
    have: 'Vorhanden',
    marginRow: (margin: string) => `die Wertung auf ±${margin}`,
    eachRow: (difference: string) => `eine Änderung um ${difference} zwischen zwei Umfragen`,
    nextRow: (difference: string) => `eine Änderung um ${difference} von dieser Umfrage zur nächsten`,
    pairsRow: (difference: string) => `eine Änderung um ${difference} bei Personen, die beide Male antworten`,
    each: (n: number) => `je ${answers(n)}`,
    next: (n: number) => `${answers(n)} in der nächsten`,
    people: (n: number) => people(n),
    answers,
    never: 'keine Zahl: schon diese Umfrage lässt eine zu große Fehlerspanne',
    wanted: 'eine Zahl über 0',
    enough: (have: number) => `${wholeOf(have)}, genug`,
    short: (have: number, lacking: number) =>
      `${wholeOf(have)}, es ${lacking === 1 ? 'fehlt' : 'fehlen'} ${wholeOf(lacking)}`,
    finding: (have: number, margin: string, population: number | null) =>
      population === null
        ? `${answers(have)} ${have === 1 ? 'ergibt' : 'ergeben'} jetzt eine Fehlerspanne von ±${margin} Punkten.`
        : `${answers(have)} von ${people(population)}, die man fragen kann, ${have === 1 ? 'ergibt' : 'ergeben'} jetzt eine Fehlerspanne von ±${margin} Punkten. Intervalle an anderer Stelle sind breiter: Dort gelten die Antworten als Auswahl aus vielen.`,
    all: 'alle, die man fragen kann',
    assumes: (deviation: string, correlation: string, isAssumed: boolean, pairs: number) =>
      `Berechnet aus der Streuung dieser Antworten (Standardabweichung ${deviation} Punkte), zweiseitig bei 5\u00a0%. Für Personen, die beide Male antworten, gilt zwischen ihren zwei Antworten eine Korrelation von ${correlation}${isAssumed ? ', eine Annahme' : `, so gefunden bei ${people(pairs)}`}. Mehr Antworten verbessern keine Umfrage, die die falschen Personen erreicht.`,
  },
  satisfiedBy: {
    title: 'Zufriedenheit nach Segment, niedrigste zuerst',
    found: (below: readonly { value: string; dimension: string }[]) =>
      below.length === 0
        ? 'Kein Segment ist weniger zufrieden als alle anderen, soweit es mehr als Zufall ist.'
        : `Weniger zufrieden als alle anderen, mehr als Zufall: ${listOf([
            ...below.slice(0, 3).map((s) => `${shownValue(s.value)} (${shownDimension(s.dimension)})`),
            ...(below.length > 3 ? [`${below.length - 3} weitere`] : []),
          ])}.`,
    segment: 'Segment',
    csat: 'CSAT',
    answers: 'Antworten',
    reading: 'Gegenüber allen anderen',
    level: {
      below: 'darunter',
      above: 'darüber',
      noise: 'kann Zufall sein',
      tooFew: 'weniger als 30 Antworten',
    },
    more: (n: number) => `${countOf(n, 'weiteres Segment', 'weitere Segmente')} zeigen`,
    how: 'Die Linie steht für alle. Jedes Segment wird gegen alle anderen geprüft, korrigiert für die gemeinsam geprüften Segmente seiner Dimension (Benjamini-Hochberg, 5\u00a0%).',
  },
  csat: {
    nextWhy: 'Zufriedenheit sagt, wie es lief, nicht, wer bleibt.',
    nextText: 'Wen Sie anrufen, bestimmt eine Umfrage von 0 bis 10 im selben Zyklus.',
    histogram: 'Antworten von 1 bis 5',
    satisfied: 'zufrieden, 4 und 5',
    rest: 'nicht zufrieden, 1 bis 3',
  },
} as const;
