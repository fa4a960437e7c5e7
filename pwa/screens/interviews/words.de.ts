import { countOf, dayOf, wholeOf } from '#core/browser/parts/figures.ts';
import { momentOf } from '#core/browser/parts/moment.ts';
import { bandWords } from '#core/browser/parts/words.ts';
import type { Line } from './lines.ts';

export const words = {
  loading: 'Die Interviews werden geöffnet',
  underWay: 'Im Gange',
  toCall: 'Von Ihnen anzurufen',
  held: 'Geführt',
  goOn: 'Weiter',
  open: 'Öffnen',
  call: 'Gespräch beginnen',
  guide: 'Der Leitfaden',
  score: 'Wertung',
  calls: (name: string) => `${name} ruft an`,
  calledBy: (name: string) => `geführt von ${name}`,
  noCycle: {
    title: 'Interviews beginnen mit einer Umfrage',
    text: 'Angerufen wird, wer geantwortet hat. Lesen Sie zuerst die Umfrage ein; dafür braucht es eine Datei und eine Minute.',
    action: 'Umfrage einlesen',
    href: '/survey',
  },
  nobody: {
    title: 'Noch ist niemand für einen Anruf ausgewählt',
    text: 'Wählen Sie 24 bis 30 Personen aus allen drei Gruppen. Jedes Gespräch hat vier Bereiche, eine Zeile zum Tippen und eine halbe Stunde.',
    action: 'Personen auswählen',
    href: '/people',
  },
  failed: {
    title: 'Die Interviews ließen sich nicht lesen',
    text: 'Der Browser hat Sounding seinen Speicher nicht gegeben. Es wurde nichts geändert. Schließen Sie andere Fenster von Sounding und öffnen Sie dieses noch einmal.',
    action: 'Zu den Personen',
    href: '/people',
  },
  noneToCall: 'Sie haben niemanden übernommen, der noch anzurufen ist.',
};

/** The opening sentence: what is held of what can be; `roster` leaves out who declined or did not appear. */
export function finding(lines: readonly Line[], roster: number): string {
  const held = lines.filter((l) => l.state === 'held').length;
  const all = Math.max(roster, held);
  if (all === 0) return 'Für ein Interview ist niemand mehr übrig.';
  if (held === 0 && all === 1) return 'Das eine Interview ist noch nicht geführt.';
  if (held === 0) return `Von ${wholeOf(all)} Interviews ist noch keines geführt.`;
  return `${wholeOf(held)} von ${countOf(all, 'Interview', 'Interviews')} ${held === 1 ? 'ist' : 'sind'} geführt.`;
}

/** What the notes say about the work that is left. */
export function lede(lines: readonly Line[]): string {
  const notes = lines.reduce((sum, l) => sum + l.notes, 0);
  const untagged = lines.reduce((sum, l) => sum + l.untagged, 0);
  if (notes === 0)
    return 'Notizen aus einem Gespräch stehen in der Treibertabelle, sobald sie ein Thema haben.';
  if (untagged === 0)
    return notes === 1
      ? 'Die eine Notiz hat ein Thema und zählt in der Treibertabelle.'
      : `Alle ${wholeOf(notes)} Notizen haben ein Thema und zählen in der Treibertabelle.`;
  return `Bisher ${countOf(notes, 'Notiz', 'Notizen')}; ${wholeOf(untagged)} davon ${untagged === 1 ? 'ist' : 'sind'} ohne Thema und ${untagged === 1 ? 'zählt' : 'zählen'} für keines.`;
}

/** "12 Notizen, 3 ohne Thema, 22. Oktober". */
export function detail(line: Line): string {
  if (line.state === 'toCall') return line.entry?.reason ?? '';
  const parts = [countOf(line.notes, 'Notiz', 'Notizen')];
  if (line.untagged > 0) parts.push(`${wholeOf(line.untagged)} ohne Thema`);
  if (line.startedAt > 0) parts.push(dayOf(momentOf(line.startedAt).day));
  return parts.join(', ');
}

/** What to do next and why, for the bar at the bottom. `line` is set when it is about one call. */
export function nextStep(
  lines: readonly Line[],
  free: number,
): { strong: string; text: string; action: string; line: Line | null; href: string } {
  const first = (state: Line['state']) => lines.find((l) => l.state === state && l.caller === '');
  const running = first('underWay');
  if (running)
    return {
      strong: 'Ein Gespräch ist im Gange.',
      text: 'Es geht dort weiter, wo es stehen blieb.',
      action: `Weiter mit ${running.name}`,
      line: running,
      href: '',
    };
  const next = first('toCall');
  if (next)
    return {
      strong: `Als Nächstes: ${next.name}.`,
      text: `${next.accountName}, ${bandWords.one[next.band]}, Wertung ${next.score}.`,
      action: `${next.name} anrufen`,
      line: next,
      href: '',
    };
  const loose = lines.find((l) => l.state === 'held' && l.untagged > 0);
  if (loose)
    return {
      strong: `${countOf(loose.untagged, 'Notiz', 'Notizen')} von ${loose.name} ohne Thema.`,
      text: 'Eine Ziffer ordnet jeder eines zu.',
      action: 'Themen zuordnen',
      line: loose,
      href: '',
    };
  if (free > 0)
    return {
      strong: `${countOf(free, 'Person ist', 'Personen sind')} noch frei.`,
      text: 'Übernehmen Sie, wen Sie anrufen werden.',
      action: 'Personen übernehmen',
      line: null,
      href: '/people',
    };
  return {
    strong: 'Jedes Interview ist geführt und hat seine Themen.',
    text: 'Die Treibertabelle zeigt, was die Wertung bewegt.',
    action: 'Treiber ansehen',
    line: null,
    href: '/drivers',
  };
}
