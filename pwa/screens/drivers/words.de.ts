import { countOf, decimalOf, listOf, percentOf, shortOf, wholeOf } from '#core/browser/parts/figures.ts';
import { manyOfBand, ofBand } from '#core/browser/parts/germanBands.ts';
import {
  type DriverRow,
  type Impact,
  leastInCycle,
  leastInSegment,
  leastRaising,
  leastShare,
  longQuote,
  type QuoteReading,
  type SegmentReach,
  type SegmentTest,
  type SeverityReading,
} from '#core/themes/index.ts';
import { type Band, bands } from '#core/waves/index.ts';
import { segmentsOf } from './words.en.ts';

export { earlyBelow } from './words.en.ts';
export { segmentsOf };

export const severityNames = ['nicht genannt', 'gering', 'mittel', 'hoch'] as const;

export const bandNames: Readonly<Record<Band, { one: string; many: string; title: string }>> = {
  detractor: { one: 'Detraktor', many: 'Detraktoren', title: 'Detraktoren' },
  passive: { one: 'Passiv', many: 'Passive', title: 'Passive' },
  promoter: { one: 'Promotor', many: 'Promotoren', title: 'Promotoren' },
};

export const words = {
  unnamed: 'Ein Thema, das auf diesem Gerät noch keinen Namen hat',
  of: 'von',
  bandLabel: 'Wessen Interviews',
  heads: {
    name: 'Treiber',
    frequency: 'Genannt von, 95-%-Intervall',
    said: 'In ihren Worten',
    severity: 'Schwere',
    segments: 'Segmente',
    change: 'Über die Zyklen',
  },
  title: (band: Band) => `Was die Wertung bewegt: wie viele ${bandNames[band].many} es nannten`,
  caption: (band: Band) =>
    `Treiber, die ${bandNames[band].many} nannten, mit Häufigkeit, Worten, Schwere, Segmenten und Firmen`,
  quoteGone: {
    withheld: 'Zitat nicht gezeigt: Dafür fehlt die Einwilligung',
    none: 'Zitat gibt es nicht mehr',
  },
  csv: 'CSV herunterladen',
  show: (who: string) => `Treiber zeigen: ${who}`,
  loading: 'Die Interviews werden gelesen',
  noCycle: {
    title: 'Treiber kommen nach einer Umfrage und ihren Gesprächen',
    text: 'Diese Tabelle wird sagen, was die Wertung bewegt: „14 von 30 Detraktoren nannten Zuverlässigkeit (30 bis 64 %)“, in deren eigenen Worten. Am Anfang steht eine Umfrage.',
    action: 'Umfrage einlesen',
  },
  nobody: {
    title: 'Noch wurde kein Gespräch geführt',
    text: 'Jedes Thema, das in einem Gespräch zugeordnet wird, erscheint hier sofort: wie viele es nannten, wie schwer es wiegt, in welchen Segmenten, in wessen Worten. Zum Beispiel: „14 von 30 Detraktoren nannten Zuverlässigkeit (30 bis 64 %)“.',
    action: 'Personen auswählen',
  },
  noneInBand: (band: Band) => `Noch wurden keine ${manyOfBand(band)} befragt`,
  noneTagged: (band: Band) => `In den Gesprächen mit ${manyOfBand(band)} ist noch kein Thema zugeordnet`,
  whyBand: {
    detractor: 'Sie sagen, was misslang und was sie zurückgewinnen würde.',
    passive: 'Sie sagen, was ihnen zum Promotor fehlt, und brauchen den kleinsten Anstoß.',
    promoter: 'Sie sagen, was bleiben muss.',
  } satisfies Record<Band, string>,
  failed: {
    title: 'Die Treibertabelle ließ sich nicht erstellen',
    text: 'Die Interviews sind sicher, wo sie sind. Nur diese Zusammenfassung ist misslungen. Öffnen Sie die Seite noch einmal.',
  },
  again: 'Noch einmal öffnen',
  noQuote: 'Zu diesem Treiber ist noch kein Wortlaut notiert.',
  withheld: (n: number) =>
    n === 1
      ? 'Ein Zitat ist notiert, aber nicht zum Zeigen freigegeben.'
      : `${wholeOf(n)} Zitate sind notiert, aber keines ist zum Zeigen freigegeben.`,
  rules: [
    'Ein Interview zählt für jeden Treiber einmal, und nur wenn ihm Themen zugeordnet sind: Notizen ohne Thema sagen nicht, was nicht genannt wurde. Ein größerer Treiber zählt ein Interview, das einen seiner Teile nannte, einmal und steht nicht in der Liste, wenn ein Teil allein ihn ausmacht. Zusammengezählt werden die Gruppen nur unter „Alle“, gewichtet nach der Umfrage: Detraktoren werden öfter angerufen, als sie antworten.',
    'Schwere meint Schaden: die höchste Stufe, die mindestens ein Drittel der Interviews mit diesem Treiber angab, jedes mit seiner schwersten Nennung. Lob gibt keine an. Bei weniger als einem Drittel: nicht genannt.',
    `Ein Segment steht in der Liste, wenn mindestens ${leastRaising} Interviews und ${percentOf(leastShare)} der dort geführten mit Themen den Treiber nannten. „Gehäuft“ ist eine eigene Aussage: Unter den Interviews dieser Gruppe nennen ihn dort mehr als sonst (exakter Test nach Fisher, über alle Treiber und Segmente der Tabelle korrigiert nach Benjamini und Hochberg, unter 5 %). Verglichen wird innerhalb einer Gruppe, denn Detraktoren werden nicht überall gleich oft angerufen, und nur bei mindestens ${leastInSegment} Interviews dort und sonst, die Themen haben und vorbei sind. „Über alle Segmente“ heißt, dass sich kein Unterschied fand, und den können so wenige Gespräche verbergen.`,
    `Über die Zyklen: dieser Zyklus gegen den letzten mit mindestens ${leastInCycle} Interviews der Gruppe, die Themen haben und vorbei sind (exakter Test) und ab drei Zyklen die Linie über alle, korrigiert über alle Treiber. „Steigt“ und „fällt“ steht nur da, wenn es mehr als Zufall ist. Vorausgesetzt ist, dass jedes Mal dieselbe Art von Personen angerufen wurde.`,
    `Worte: die angehefteten, sonst die schwersten mit Einwilligung zum Zitat, dann die längsten bis ${longQuote} Zeichen, dann aus dem frühesten Gespräch.`,
    'Firmen: jede einmal, wie viele Personen von dort den Treiber auch nannten. Der Umsatz, wo er bekannt ist.',
  ],
  rulesTitle: 'Wie jede Zahl entsteht',
  elsewhere: [{ name: 'Wie weit dem zu trauen ist', href: '/evidence' }] as readonly {
    name: string;
    href: string;
  }[],
};

/** Where a driver was raised, in a few words. */
export function segmentsText(reach: SegmentReach): string {
  switch (reach.kind) {
    case 'named':
      return listOf(reach.affected.map((s) => s.value));
    case 'across':
      return 'über alle Segmente';
    case 'scattered':
      return 'zu verstreut, um eines zu nennen';
    case 'tooFew':
      return 'zu wenige, um es zu sagen';
  }
}

/** In how many of the calls that raise it: "in 10 von 17", "oder höher in 5 von 6". */
export function severityText({ level, reached, of }: SeverityReading): string {
  const share = `in ${wholeOf(reached)} von ${wholeOf(of)}`;
  switch (level) {
    case 0:
      return reached === 0 ? '' : `nur ${share}`;
    case 3:
      return share;
    default:
      return `oder höher ${share}`;
  }
}

export function impactText(impact: Impact): { accounts: string; revenue: string } {
  const accounts =
    impact.accounts === 0 ? 'Firmen nicht bekannt' : countOf(impact.accounts, 'Firma', 'Firmen');
  if (impact.revenueKnown === 0) return { accounts, revenue: '' };
  const part = impact.revenueKnown < impact.accounts ? `, bekannt für ${wholeOf(impact.revenueKnown)}` : '';
  return { accounts, revenue: `${shortOf(impact.revenue)} im Jahr${part}` };
}

/** "Passive 3 von 11": beside the band on screen, never added to it. */
export function otherBands(row: DriverRow, band: Band): { band: Band; text: string }[] {
  return bands
    .filter((b) => b !== band && row.byBand[b].n > 0)
    .map((b) => ({
      band: b,
      text: `${bandNames[b].many} ${wholeOf(row.byBand[b].k)} von ${wholeOf(row.byBand[b].n)}`,
    }));
}

/** Where the speaker stands. */
export function speaker(quote: Extract<QuoteReading, { kind: 'quote' }>): string {
  return segmentsOf(quote.segments);
}

/** A row in few words: "14 von 30 Detraktoren, Schwere hoch, Enterprise und Mid-market". */
export function rowText(row: DriverRow, band: Band): string {
  const { k, n } = row.frequency;
  return `${wholeOf(k)} von ${ofBand(n, band)}, Schwere ${severityNames[row.severity.level]}, ${segmentsText(row.reach)}`;
}

export const detailWords = {
  open: 'Belege und Absatz',
  close: 'Schließen',
  undo: 'Rückgängig',
  pinned: 'angeheftet',
  paragraph: 'In einem Absatz',
  paragraphOf: (name: string) => `Absatz zu „${name}“`,
  placeholder: 'Was geschieht, wem, seit wann, und was es kostet.',
  hint: 'Wird mit jedem Buchstaben gesichert, und andere können gleichzeitig schreiben. Zitate stehen als Verweise da und folgen ihrer Notiz und deren Einwilligung.',
  begun: (name: string) => `Begonnen von ${name}.`,
  two: 'Zweimal begonnen, von Leuten, die den Absatz der anderen nicht sehen konnten.',
  join: 'Zu einem machen',
  joined: 'Die beiden Absätze sind einer.',
  byBand: 'Nach Gruppe',
  bandsOf: { detractor: 'Detraktoren', passive: 'Passive', promoter: 'Promotoren' } satisfies Record<
    Band,
    string
  >,
  byCycle: 'Nach Zyklus',
  bySegment: 'Nach Segment, jedes gegen die anderen',
  ofCount: (k: number, n: number) => `${wholeOf(k)} von ${wholeOf(n)}`,
  test: (s: SegmentTest): string =>
    s.adjusted === null
      ? 'zu wenige für einen Vergleich'
      : `${wholeOf(s.elseK)} von ${wholeOf(s.elseN)} sonst, ${s.adjusted < 0.001 ? `p unter ${decimalOf(0.001, 3)}` : `p ${decimalOf(s.adjusted, 3)}`}`,
  mentions: (n: number) => `Was gesagt wurde, in ${countOf(n, 'Interview', 'Interviews')}`,
  moreInterviews: (n: number) => `${countOf(n, 'weiteres Interview', 'weitere Interviews')} zeigen`,
  scored: (band: Band, score: number) => `${bandNames[band].one}, Wertung ${wholeOf(score)}`,
  toInterview: 'Interview öffnen',
  notShown: 'Der Wortlaut wird nicht gezeigt: Es fehlt die Einwilligung zum Zitat.',
  quote: 'Im Absatz zitieren',
  pin: 'Diese Worte in der Tabelle zeigen',
  unpin: 'Wieder die Regel wählen lassen',
  pinnedNow: (name: string) => `Diese Worte stehen jetzt für „${name}“.`,
  unpinned: (name: string) => `Die Regel wählt die Worte für „${name}“ wieder.`,
  by: (who: string) => `, ${who}`,
};
