import { countOf, dayOf, percentOf, shareRangeOf, wholeOf } from '#core/browser/parts/figures.ts';
import type { Cell } from '#core/exchange/index.ts';
import type { ImportProgress, Stopped, WorkerGone } from '#core/ports/importer.ts';
import type { ListOutcome } from '#core/ports/lists.ts';
import type { WaveStoreFault } from '#core/ports/waves.ts';
import {
  type CountedPeople,
  type DuplicateReason,
  describeListFault,
  type InvitedReport,
  type LeftLine,
  type ListFault,
  type ListKind,
  type ListRole,
  type Outcome,
  type Rate,
  type RenewalsReport,
  type SkewOfValue,
  type UnlistedAnswer,
} from '#core/waves/index.ts';
import { listWords as english } from './listWords.en.ts';

export const listWords = {
  title: 'Eingeladen, verlängert, gegangen',
  lede: 'Listen aus Ihrem Umfragewerkzeug und Ihrem CRM, auf diesem Gerät gelesen. Behalten werden nur ihre Zahlen, keine ihrer Zeilen.',
  accept: english.accept,
  drop: 'Ziehen Sie die Datei hierher oder klicken Sie in dieses Feld und fügen Sie ihre Zeilen ein.',
  noSurvey: 'Lesen Sie zuerst die Umfrage dieses Quartals ein: Die Listen werden mit ihr zusammengeführt.',
  kinds: {
    invited: {
      title: 'Wer eingeladen war',
      what: 'Alle, denen die Umfrage gesendet wurde. Damit weiß Sounding, wie viele geantwortet haben und in welchen Segmenten.',
      choose: 'Liste der Eingeladenen auswählen',
      replace: 'Andere Liste der Eingeladenen auswählen',
      keep: 'Rücklaufquote behalten',
      remove: 'Liste der Eingeladenen entfernen',
    },
    customers: {
      title: 'Wer hätte eingeladen werden können',
      what: 'Alle Ihre Kontakte, mit denselben Segmenten. Damit zeigt Sounding, ob die Einladungen einige bevorzugt haben.',
      choose: 'Liste aller Kontakte auswählen',
      replace: 'Andere Liste aller Kontakte auswählen',
      keep: 'Diese Anteile behalten',
      remove: 'Liste aller Kontakte entfernen',
    },
    renewals: {
      title: 'Wer verlängert hat und wer gegangen ist',
      what: 'Eine Zeile je Firma: ihr Name oder ihre ID und ob sie verlängert hat, herabgestuft wurde oder gegangen ist. Umsatz und ein Datum helfen.',
      choose: 'Liste der Verlängerungen auswählen',
      replace: 'Andere Liste der Verlängerungen auswählen',
      keep: 'Kundenbindung behalten',
      remove: 'Liste der Verlängerungen entfernen',
    },
  } satisfies Record<ListKind, unknown>,
  reading: (file: string) => `${file} wird gelesen`,
  units: { bytes: 'Bytes', rows: 'Zeilen', people: 'Personen' } satisfies Record<
    ImportProgress['unit'],
    string
  >,
  joining: 'Wird mit der Umfrage zusammengeführt',
  columns: 'Was die Spalten bedeuten',
  columnName: (header: string) => `Was „${header}“ bedeutet`,
  meanings: 'Was aus einer Firma wurde',
  meaningName: (text: string) => `Was „${text}“ bedeutet`,
  everyLine: 'Alle Firmen dieser Liste gelten als',
  dateOrder: 'Ein Datum wie 03/04/2026 beginnt mit',
  dateOrders: { dmy: 'dem Tag', mdy: 'dem Monat' },
  notUnderstood: 'nicht verstanden: diese Zeilen zählen nicht',
  sayWhich: 'bitte wählen',
  roles: {
    personId: 'ID der Person',
    email: 'E-Mail',
    accountCrmId: 'ID der Firma',
    account: 'Firma',
    outcome: 'Was daraus wurde',
    date: 'Datum',
    revenue: 'Umsatz vorher',
    revenueAfter: 'Umsatz nachher',
    segment: 'Segment',
    ignore: 'Nicht benutzt',
  } satisfies Record<ListRole, string>,
  outcomes: {
    renewed: 'verlängert',
    downgraded: 'herabgestuft',
    left: 'gegangen',
    open: 'noch nicht entschieden',
  } satisfies Record<Outcome, string>,
  left: (n: number) =>
    `${countOf(n, 'Zeile ließ', 'Zeilen ließen')} sich nicht zuordnen oder ${n === 1 ? 'zählt' : 'zählen'} nicht`,
  unlisted: (n: number) =>
    `${countOf(n, 'Antwort kommt', 'Antworten kommen')} von Personen, die nicht auf der Liste stehen`,
  download: 'Als CSV herunterladen',
  firstOf: (shown: number, all: number) =>
    `Die ersten ${wholeOf(shown)} von ${wholeOf(all)}; die Datei zum Herunterladen enthält mehr.`,
  line: 'Zeile',
  value: 'Inhalt',
  reason: 'Warum',
  person: 'Person',
  email: 'E-Mail',
  company: 'Firma',
  leftFile: (file: string) => `${bare(file)} nicht zugeordnet.csv`,
  unlistedFile: (file: string) => `${bare(file)} Antworten nicht auf der Liste.csv`,
  rateFile: (cycle: string, dimension: string) => `${cycle} Rücklaufquote nach ${dimension}.csv`,
  keptFile: (cycle: string, dimension: string) => `${cycle} Kundenbindung nach ${dimension}.csv`,
  same: 'Genau diese Liste ist schon behalten; es würde sich nichts ändern.',
  leave: 'Datei verwerfen',
  kept: (list: ListKind) => `${listWords.kinds[list].title}: behalten.`,
  removed: (list: ListKind) => `${listWords.kinds[list].title}: entfernt.`,
  stale:
    'Gezählt an einer Umfrage, die nicht mehr da ist. Wählen Sie die Liste noch einmal, um neu zu zählen.',
  from: (file: string, by: string, at: number) =>
    `${file}, behalten${by ? ` von ${by}` : ''} am ${dateOf(at)}`,
  again: 'Um die nicht zugeordneten Zeilen zu sehen, wählen Sie die Datei noch einmal.',
  dimension: 'Nach',
  byScore: 'Niedrigste Antwort',
  whole: 'Alle',
  wholeAccounts: 'Alle Firmen',
  hits: (hits: number, of: number) => `${wholeOf(hits)} von ${wholeOf(of)}`,
  unknown: 'Nicht bekannt',
  table: 'Die Tabelle dazu',
  csv: 'CSV herunterladen',
  tooFew: 'zu wenige für eine Aussage',
  noSegments:
    'Keine Spalte dieser Liste und nichts, was die Umfrage über diese Firmen weiß, teilt sie in Segmente.',
  accountsOnly: (n: number, of: number) =>
    `Bei ${wholeOf(n)} von ${wholeOf(of)} kennt die Umfrage die Firma nicht, meist weil dort niemand geantwortet hat: Diese Quoten sind höher als die wahren.`,
  bands: {
    detractor: 'Ein Detraktor in der Firma',
    passive: 'Höchstens Passive',
    promoter: 'Nur Promotoren',
  },
  heads: {
    segment: 'Segment',
    rate: 'Rücklaufquote',
    interval: '95-%-Intervall',
    answered: 'Geantwortet',
    invited: 'Eingeladen',
    shareInvited: 'Anteil an Eingeladenen',
    shareAnswers: 'Anteil an Antworten',
    shareAll: 'Anteil an allen Kontakten',
    kept: 'Gehaltene Firmen',
    companies: 'Firmen',
    left: 'Gegangen',
    downgraded: 'Herabgestuft',
    revenueKept: 'Gehaltener Umsatz',
    low: 'Untergrenze',
    high: 'Obergrenze',
    reading: 'Lesart',
  },
  beyond: 'anders als die übrigen, mehr als Zufall',
  noise: 'kann Zufall sein',
  more: (n: number) => `${countOf(n, 'weiterer Wert', 'weitere Werte')} in der Tabelle dazu.`,
  people: {
    title: 'Dieselben Personen in zwei Umfragen',
    what: 'Personen sind dieselben nach ID, dann nach E-Mail. Wer unter zwei Namen dieselbe sein könnte, steht auf einer Liste und bleibt zwei, bis Sie es anders sagen.',
    look: 'Nach denselben Personen suchen',
    looking: 'Personen werden verglichen',
    none: 'Niemand in diesen Umfragen sieht nach jemand anderem aus.',
    same: 'Dieselbe Person',
    two: 'Zwei Personen',
    saidSame: (name: string) => `dieselbe Person, sagt ${name || 'jemand'}`,
    saidTwo: (name: string) => `zwei Personen, sagt ${name || 'jemand'}`,
    unsay: 'Zurücknehmen',
    of: (a: string, b: string) => `${a} und ${b}`,
    first: 'Die eine',
    second: 'Die andere',
    why: 'Warum',
    answer: 'Was Sie sagen',
    shown: (n: number, all: number) => `Die ersten ${wholeOf(n)} von ${wholeOf(all)}.`,
    csv: 'CSV herunterladen',
    file: (cycle: string) => `${cycle} mögliche Dubletten.csv`,
  },
} as const;

const bare = (file: string): string => file.replace(/\.[a-z]+$/i, '');
const date = new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'long' });
const dateOf = (at: number): string => date.format(at);

/** "42 % (38 bis 46 %)". */
export const rateText = (rate: Rate): string =>
  `${percentOf(rate.value)} (${shareRangeOf(rate.low, rate.high)})`;

export function invitedFinding(r: Pick<InvitedReport, 'invited' | 'answered'>, rate: Rate | null): string {
  if (!rate || r.answered === 0)
    return `Von ${countOf(r.invited, 'eingeladenen Person', 'eingeladenen Personen')} ist keine unter den Antworten: Liste und Umfrage benennen Personen wahrscheinlich auf verschiedene Weise.`;
  return `${wholeOf(r.answered)} von ${countOf(r.invited, 'eingeladenen Person', 'eingeladenen Personen')} ${r.answered === 1 ? 'hat' : 'haben'} geantwortet: ${rateText(rate)}.`;
}

export const customersFinding = (people: number): string =>
  `${countOf(people, 'Kontakt hätte', 'Kontakte hätten')} eingeladen werden können.`;

export function retentionFinding(
  { all, counts }: Pick<RenewalsReport, 'all' | 'counts'>,
  kept: Rate | null,
  revenue: Rate | null,
): string {
  if (!kept) return `Von ${countOf(counts.open, 'Firma', 'Firmen')} ist noch keine entschieden.`;
  const money = revenue ? ` Von ihrem Umsatz blieben ${rateText(revenue)}.` : '';
  return `${wholeOf(kept.hits)} von ${countOf(all.accounts, 'Firma', 'Firmen')} ${kept.hits === 1 ? 'wurde' : 'wurden'} gehalten: ${rateText(kept)}.${money}`;
}

/** What joined, in one line. */
export function joinedText({ kind, report }: ListOutcome, list: ListKind): string {
  if (kind === 'people') {
    if (list === 'customers') return '';
    const { answeredById, answeredByEmail, nameless } = report;
    const nobody =
      nameless > 0
        ? ` ${countOf(nameless, 'Antwort hat', 'Antworten haben')} weder ID noch E-Mail und ${nameless === 1 ? 'kann' : 'können'} auf keiner Liste stehen.`
        : '';
    return `Zugeordnet: ${wholeOf(answeredById)} nach ID, ${wholeOf(answeredByEmail)} nach E-Mail.${nobody}`;
  }
  const { joinedById, joinedByName, firstDay, lastDay, counts } = report;
  const days = firstDay ? ` ${dayOf(firstDay)} bis ${dayOf(lastDay)}.` : '';
  const open =
    counts.open > 0
      ? ` ${countOf(counts.open, 'ist', 'sind')} noch nicht entschieden und ${counts.open === 1 ? 'zählt' : 'zählen'} nirgends.`
      : '';
  return `Firmen der Umfrage gefunden: ${wholeOf(joinedById)} nach ID, ${wholeOf(joinedByName)} nach genauem Namen.${open}${days}`;
}

const reasons: Readonly<Record<LeftLine['why'], string>> = {
  noKey: 'nichts zum Zuordnen: ID, E-Mail oder Name sind leer',
  repeated: 'steht weiter oben schon',
  ambiguous: 'diese E-Mail steht in Zeilen mit verschiedenen IDs',
  unknownAccount: 'keine Firma der Umfrage hat diese ID oder genau diesen Namen',
  severalAccounts: 'mehrere Firmen der Umfrage haben diesen Namen',
  otherId: 'die Firma dieses Namens hat in der Umfrage eine andere ID',
  unknownOutcome: 'was daraus wurde, ist nicht verstanden',
  contradicts: 'Zeilen dieser Firma widersprechen sich, und kein Datum sagt, welche später ist',
  superseded: 'eine spätere Zeile dieser Firma zählt',
};
export const leftReason = (why: LeftLine['why']): string => reasons[why];

export const duplicateReasons: Readonly<Record<DuplicateReason, string>> = {
  sameEmail: 'dieselbe E-Mail unter verschiedenen IDs',
  emailSpelling: 'E-Mails, die sich nur in der Schreibweise unterscheiden',
  nameAndAccount: 'derselbe Name in derselben Firma',
};

export const leftTable = (left: readonly LeftLine[]): Cell[][] => [
  [listWords.line, listWords.value, listWords.reason],
  ...left.map(({ line, value, why }): Cell[] => [line, value, reasons[why]]),
];

export const unlistedTable = (people: readonly UnlistedAnswer[]): Cell[][] => [
  [listWords.person, listWords.email, listWords.company],
  ...people.map(({ name, email, accountName }): Cell[] => [name, email, accountName]),
];

/** Empty for what the user stopped. */
export function listFaultText(fault: ListFault | WaveStoreFault | Stopped | WorkerGone): string {
  switch (fault.kind) {
    case 'stopped':
      return '';
    case 'workerGone':
      return `Das Lesen brach unerwartet ab (${fault.reason}). Es wurde nichts gespeichert. Wählen Sie die Datei noch einmal.`;
    case 'quota':
      return 'Dieses Gerät ist voll. Es wurde nichts gespeichert.';
    case 'unavailable':
      return `Dieser Browser gibt Sounding keinen Speicher (${fault.reason}), wie es private Fenster tun.`;
    case 'damaged':
      return 'Ein Teil der Umfrage ist auf diesem Gerät beschädigt. Lesen Sie die Umfrage noch einmal ein.';
    default:
      return describeListFault(fault);
  }
}

export function samePeopleFinding(p: CountedPeople, before: string): string {
  if (!before)
    return `${countOf(p.people, 'Person ist', 'Personen sind')} nach ID oder E-Mail bekannt; eine frühere Umfrage zum Vergleichen gibt es nicht.`;
  if (p.inSeveral === 0) return `Von niemandem ist bekannt, auch in ${before} geantwortet zu haben.`;
  const said = p.bySaid > 0 ? `, ${wholeOf(p.bySaid)}, weil Ihr Team sie als eine Person führt` : '';
  return `${countOf(p.inSeveral, 'Person ist', 'Personen sind')} in dieser Umfrage und in ${before}: ${wholeOf(p.byId)} nach ID, ${wholeOf(p.byEmail)} nach E-Mail${said}.`;
}

/** Which segments the invitations leaned to, beyond noise; empty when there is nothing to compare. */
export function skewFinding(all: readonly { dimension: string; skews: readonly SkewOfValue[] }[]): string {
  if (all.every(({ skews }) => skews.length === 0)) return '';
  const found = all.flatMap(({ skews }) => skews.filter((s) => s.beyondNoise).slice(0, 1));
  const [most] = found.sort((a, b) => Math.abs(b.invited - b.everybody) - Math.abs(a.invited - a.everybody));
  if (!most)
    return 'Kein Segment wurde zu oft oder zu selten eingeladen, jedenfalls nicht mehr als zufällig.';
  const how = most.invited > most.everybody ? 'zu oft' : 'zu selten';
  return `${most.name} wurde ${how} eingeladen: ${percentOf(most.invited)} der Eingeladenen, ${percentOf(most.everybody)} aller Kontakte.`;
}
