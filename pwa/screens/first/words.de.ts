import { words as english } from './words.en.ts';

export const words = {
  promise: 'Ohne Server bleibt alles auf diesem Gerät.',
  title: ['Die Wertung zeigt, wo es weh tut.', 'Das Gespräch zeigt, warum.'],
  lede: 'Lesen Sie eine Umfrage ein. Nach einer Minute sehen Sie, welche Segmente sich um mehr als Zufall bewegt haben und wen Sie anrufen sollten.',
  own: {
    title: 'Mit Ihrer Umfrage beginnen',
    text: 'Ziehen Sie eine CSV- oder Excel-Datei hierher oder fügen Sie Zeilen ein. Sie sehen alles, bevor etwas behalten wird, und jeder Import lässt sich rückgängig machen.',
    choose: 'Umfragedatei auswählen',
    paste: 'oder Zeilen einfügen',
    keys: english.own.keys,
    needs:
      'Nötig ist eine Spalte: die Wertung von 0 bis 10. Besser mit Firma, E-Mail, Kommentar und Segmenten.',
    accept: english.own.accept,
  },
  look: {
    title: 'Sich erst umsehen',
    text: 'Quillon, ein erfundener Hersteller von Finanzsoftware: 1.648 Antworten, 48 Interviews und was sie ergaben. Probieren Sie alles aus; mit einem Klick ist sie wieder weg.',
    open: 'Erfundene Firma öffnen',
    doing: 'Eine Firma wird erfunden',
    unit: 'Teilen',
    before: 'Schon mit Sounding gearbeitet?',
    bringBack: 'Sicherung zurückholen',
  },
  get: {
    title: 'Was Sie bekommen, am Beispiel der erfundenen Firma',
    finding: {
      title: 'Ein Befund, der trägt.',
      text: 'Kunden im ersten Jahr: 25 weniger, mehr als Zufall.',
    },
    said: 'Es läuft an allen Tagen, nur nicht, wenn es zählt. Am Abschlusstag habe ich eine Tabelle offen, weil ich dem Knopf nicht mehr glaube.',
    reason: { title: 'Der Grund, im Wortlaut.', text: 'Ein Detraktor, Enterprise.' },
    driver: {
      title: 'Wie viele ihn teilen.',
      text: '14 von 30 Detraktoren, also 30 bis 64 von 100.',
    },
    now: 'jetzt 11',
    was: 'vorher 36',
    zero: '0',
    everyone: 'alle, 31',
    count: ['14', 'von 30'],
  },
  method: 'Die Methode',
  stages: ['Umfrage', 'Segmente', 'Personen', 'Interviews', 'Themen', 'Treiber'],
};
