import type { CopyFolderState, CopyTrouble } from '#core/ports/copies.ts';

const time = new Intl.DateTimeFormat('de', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('de', { day: 'numeric', month: 'long' });
const sameDay = (a: number, b: number) => new Date(a).toDateString() === new Date(b).toDateString();

/** "heute um 14:02", "am 24. November um 09:10". */
const when = (at: number, now: number): string =>
  `${sameDay(at, now) ? 'heute' : `am ${day.format(at)}`} um ${time.format(at)}`;

const troubles: Record<CopyTrouble, string> = {
  leave: 'Der Browser fragt erneut, bevor Sounding dort schreiben darf.',
  gone: 'Den Ordner gibt es nicht mehr. Vielleicht wurde er verschoben oder umbenannt: ihn oder einen anderen wählen.',
  full: 'Wo der Ordner liegt, ist kein Platz mehr. Platz schaffen, dann erneut versuchen.',
  partial:
    'Eine neuere ist nicht vollständig, weil sich hier nicht alles lesen ließ oder nicht alles in eine Datei passt. Frühere bleiben, und es folgt ein neuer Versuch. Wer eine Sicherung speichert, erfährt, was fehlt.',
  failed: 'Der letzte Versuch, dort zu schreiben, ist misslungen. In einigen Minuten folgt der nächste.',
};

export const copiesWords = {
  title: 'Kopien',
  lede: 'Eine Kopie in einem eigenen Ordner',
  why: 'Was ein Browser aufbewahrt, kann verloren gehen: Daten werden gelöscht, eine Festplatte versagt, ein Laptop bleibt im Zug. In einen eigenen Ordner, am besten einen, der synchronisiert oder gesichert wird, schreibt Sounding selbst eine Kopie: sobald Änderungen zur Ruhe gekommen sind und nach jedem Gespräch.',
  what: 'Eine Kopie ist eine Sicherungsdatei: eine Woche lang die letzte jedes Tages, dazu die vollste. Aufnahmen von Gesprächen bleiben auf diesem Gerät. Lesen kann sie, wer den Ordner öffnen kann.',
  unsupported:
    'Dieser Browser lässt keine Seite in einen Ordner schreiben; Chrome und Edge auf einem Computer tun es. Nach viel neuer Arbeit erinnern die Interviews daran, eine Sicherungsdatei zu speichern.',
  choose: 'Ordner wählen',
  hint: 'Am besten einen eigenen, etwa „Sounding“ in den Dokumenten.',
  other: 'Anderen Ordner wählen',
  now: 'Jetzt kopieren',
  allow: 'Erlauben',
  again: 'Erneut versuchen',
  pause: 'Anhalten',
  resume: 'Fortfahren',
  stop: 'Beenden',
  stopped: 'Es werden keine Kopien mehr geschrieben. Die im Ordner bleiben.',
  failed:
    'Das hat nicht geklappt. Die Arbeit bleibt wie bisher auf diesem Gerät erhalten. Bitte noch einmal.',
  /** How things stand, in a sentence or two. */
  state(state: CopyFolderState, now: number): string {
    if (state.copying) return `Eine Kopie wird in den Ordner „${state.folder}“ geschrieben.`;
    const last =
      state.lastAt === null
        ? `Noch keine Kopie im Ordner „${state.folder}“.`
        : `Letzte Kopie ${when(state.lastAt, now)}, im Ordner „${state.folder}“.`;
    if (state.paused) return `${last} Angehalten: Geschrieben wird erst nach „Fortfahren“.`;
    return state.trouble ? `${last} ${troubles[state.trouble]}` : last;
  },
  /** An earlier copy has more than twice as much in it. */
  fuller: (date: string) =>
    `Dieser Arbeitsbereich enthält viel weniger als am ${day.format(new Date(`${date}T12:00`))}. Die Kopie jenes Tages bleibt im Ordner.`,
};
