/** Why no copy is written just now, and what is safe; the button beside it tries. */
export const copiesWords = {
  leave: (folder: string) =>
    `Der Browser fragt erneut, bevor Kopien in den Ordner „${folder}“ geschrieben werden. Die Arbeit bleibt auf diesem Gerät erhalten.`,
  gone: (folder: string) =>
    `Den Ordner „${folder}“ gibt es nicht mehr, daher wird keine Kopie geschrieben. Die Arbeit bleibt auf diesem Gerät erhalten; in den Einstellungen lässt sich ein anderer Ordner wählen.`,
  full: (folder: string) =>
    `Im Ordner „${folder}“ ist kein Platz für eine Kopie. Die Arbeit bleibt auf diesem Gerät erhalten.`,
  failed: (folder: string) =>
    `Im Ordner „${folder}“ ließ sich keine Kopie schreiben. Die Arbeit bleibt auf diesem Gerät erhalten.`,
  partial: (folder: string) =>
    `Nicht alles in diesem Arbeitsbereich ließ sich lesen, oder er ist zu groß für eine Datei; daher ist die neueste Kopie im Ordner „${folder}“ nicht vollständig. Frühere Kopien bleiben, und es folgt ein neuer Versuch. Eine Sicherung, in den Einstellungen gespeichert, sagt, was fehlt.`,
  allow: 'Erlauben',
  again: 'Erneut versuchen',
};
