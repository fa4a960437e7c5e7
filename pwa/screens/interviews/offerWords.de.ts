/** What the interviews say about a copy of the work. */
export const offerWords = {
  label: 'Eine Kopie der Arbeit',
  text: {
    folder:
      'Die Interviews liegen nur auf diesem Gerät. Sounding kann nach jedem Gespräch selbst eine Kopie in einen Ordner schreiben.',
    file: 'Die Interviews liegen nur auf diesem Gerät, und dieser Browser schreibt von selbst keine Kopien. Hin und wieder eine Sicherungsdatei speichern.',
  },
  take: { folder: 'Ordner für Kopien wählen', file: 'Sicherungsdatei speichern' },
  later: 'Nicht jetzt',
  chosen: 'Nach jedem Gespräch wird eine Kopie geschrieben. Die letzte steht in den Einstellungen.',
  partial:
    'Die Datei ist gespeichert, aber nicht alles war lesbar. In den Einstellungen noch einmal sichern; dort steht, was fehlt.',
  failed:
    'Das hat nicht geklappt. Die Arbeit bleibt wie bisher auf diesem Gerät erhalten. In den Einstellungen geht es noch einmal.',
};
