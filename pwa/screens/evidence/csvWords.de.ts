/** Heads of the columns of each part as a file. */
export const csvWords = {
  yes: 'ja',
  no: 'nein',
  saturation: [
    ...['Wessen', 'Interview', 'Neue Themen', 'Themen bisher', 'Neu in der Folge', 'Anteil an den ersten'],
    'Stand',
  ],
  pairs: [
    ...['Thema', 'Mit', 'Zusammen', 'Durch Zufall', '95 % unten', '95 % oben', 'p in den Gruppen'],
    ...['p korrigiert', 'Befund', 'Mittlere Wertung mit beiden', '95 % unten', '95 % oben'],
    ...['Mittlere Wertung mit einem', '95 % unten', '95 % oben'],
  ],
  pairsOf: (band: string) => [`Beide, ${band}`, `Alle ${band}`],
  contrast: [
    ...['Thema', 'Kategorie', 'Promotoren, die es nannten', 'Promotoren', 'Als gut', 'Als schlecht'],
    ...['Passive, die es nannten', 'Passive', 'Als gut', 'Als schlecht'],
    ...['Unterschied', '95 % unten', '95 % oben', 'p', 'p korrigiert', 'Mehr als Zufall'],
  ],
  agreement: [
    ...['Thema', 'Beide', 'Nur die erste', 'Nur die zweite', 'Keine', 'Gleich'],
    ...['Kappa', '95 % unten', '95 % oben'],
  ],
};
