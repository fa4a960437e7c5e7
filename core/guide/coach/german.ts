import type { CoachLanguage } from './language.ts';

/** The probe coach in German. */
export const german: CoachLanguage = {
  language: 'de',
  words: {
    num: [
      ...['#', 'ein', 'eine', 'einen', 'einem', 'einer', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben'],
      ...['acht', 'neun', 'zehn', 'elf', 'zwölf', 'zwanzig', 'dreißig', 'dreissig', 'fünfzig', 'hundert'],
      ...['ein Dutzend', 'ein paar', 'mehrere', 'mehreren', 'einige', 'einigen', 'viele', 'vielen'],
      ...['eine halbe', 'einen halben', 'anderthalb'],
    ],
    period: [
      ...['Minute', 'Minuten', 'Stunde', 'Stunden', 'Tag', 'Tage', 'Tagen', 'Woche', 'Wochen', 'Monat'],
      ...['Monate', 'Monaten', 'Quartal', 'Quartale', 'Quartalen', 'Jahr', 'Jahre', 'Jahren', 'Morgen'],
      ...['Abend', 'Abende', 'Nacht', 'Nächte', 'Wochenende', 'Wochenenden'],
    ],
    month: [
      ...['Januar', 'Jänner', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September'],
      ...['Oktober', 'November', 'Dezember', 'Frühling', 'Frühjahr', 'Sommer', 'Herbst', 'Winter'],
    ],
    weekday: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonnabend', 'Sonntag'],
    money: [
      ...['€#', '€ #', '#€', '# €', '{num} Euro', '{num} Franken', '# CHF', 'CHF #', 'Fr. #', '{num} Dollar'],
      ...['{num} tausend', '#k', '{num} Millionen'],
    ],
    spent: ['Minute', 'Minuten', 'Stunde', 'Stunden', 'Tag', 'Tage', 'Tagen', 'Woche', 'Wochen', 'Abende'],
    times: ['zweimal', 'dreimal', 'viermal', 'fünfmal', 'sechsmal', 'zehnmal', 'mehrmals', '#-mal', '#mal'],
    who: ['ich', 'wir', 'sie', 'er', 'man', 'jemand'],
  },
  signs: {
    episode: [
      ...['letzte* {period}', 'letzte* Mal', 'letztes Mal', 'letzte* {weekday}', 'letzte* {month}'],
      ...['vorige* {period}', 'vergangene* {period}', 'gestern', 'vorgestern', 'neulich', 'kürzlich'],
      ...['heute Morgen', 'heute früh', 'diese* {period}', 'vor {num} {period}', 'am {weekday}'],
      ...['im {month}', 'am #. {month}', '#. {month}', '{date}'],
      ...['das erste Mal', 'beim ersten Mal', 'einmal, als', 'als {who}', 'damals'],
    ],
    frequency: [
      ...[
        '{times}',
        '{num} Mal',
        'jede* {period}',
        'jede* {weekday}',
        'jedes Mal',
        'jedesmal',
        'bei jedem *',
      ],
      ...['alle {num} {period}', 'täglich', 'wöchentlich', 'monatlich', 'jährlich', 'immer', 'immer wieder'],
      ...['oft', 'häufig', 'ständig', 'dauernd', 'andauernd', 'regelmäßig', 'regelmässig', 'meistens'],
      ...['manchmal', 'ab und zu', 'selten', 'fast nie', 'nach wie vor', 'seit {num} {period}'],
      ...['seit {month}', 'seit *', 'seit #', 'seitdem', 'seither', 'pro {period}', 'einmal im {period}'],
      ...['{num} von {num}', 'in Folge', 'hintereinander', 'die ganze Zeit', 'wochenlang', 'monatelang'],
    ],
    consequence: [
      ...['{money}', '{num} {spent}', 'koste*', 'gekostet', 'verloren', 'verlieren', 'musste', 'mussten'],
      ...['müssen wir', 'muss ich', 'müssen dann', 'deshalb', 'deswegen', 'dadurch', 'daher', 'darum'],
      ...['somit', 'zur Folge', 'führt* {gap} zu', 'dazu geführt', 'zu spät', 'verspätet', 'Verspätung*'],
      ...['verzöger*', 'verpasst', 'von Hand', 'manuell', 'händisch', 'Überstunden', 'Mehraufwand'],
      ...['doppelte Arbeit', 'umsonst', 'beschwer*', 'eskalier*', 'gekündigt', 'Umweg*', 'Notlösung*'],
      ...['Nacharbeit*', 'nicht mehr vertrau*', 'nutzen wir nicht mehr'],
    ],
    expectation: [
      ...['erwart*', 'sollte', 'sollten', 'hätte* {gap} sollen', 'hätte* {gap} müssen', 'eigentlich'],
      ...['versprochen', 'versprach*', 'zugesagt', 'zugesichert', 'hieß es', 'hiess es', 'wurde uns gesagt'],
      ...['gehofft', 'angenommen', 'ich dachte', 'wir dachten', 'gedacht', 'normalerweise', 'stattdessen'],
      ...['anstatt', 'statt', 'gewohnt', 'vorausgesetzt', 'umgekehrt'],
    ],
    fix: [
      ...['würde {gap} helfen', 'hilft {gap} wenn', 'geholfen', 'würde {gap} reichen', 'würde {gap} genügen'],
      ...[
        'reicht',
        'genügt',
        'wenn Sie',
        'wenn ihr',
        'wenn man',
        'müsste',
        'müssten',
        'bräuchte',
        'bräuchten',
      ],
      ...['brauche ich', 'brauchen wir', 'wir brauchen', 'ich brauche', 'wünsche*', 'wünscht*'],
      ...['hätte* gern*', 'möchte', 'möchten', 'bitte', 'am besten', 'besser wäre', 'wäre {gap} besser'],
      ...['wäre gut', 'wäre schön', 'wäre hilfreich', 'könnten Sie', 'könntet ihr', 'die Lösung'],
    ],
  },
  cause: [
    'weil',
    'wegen',
    'aufgrund',
    'liegt {gap} an',
    'liegt daran',
    'kommt davon',
    'der Grund',
    'Ursache',
  ],
  parts: {
    episode: {
      problem: [
        { kind: 'expand', text: 'Erzählen Sie mir vom letzten Mal. Was ist geschehen, von Anfang an?' },
        { kind: 'explain', text: 'Wo waren Sie gerade, und was haben Sie gesehen?' },
      ],
      strength: [
        { kind: 'expand', text: 'Erzählen Sie mir, wie es zuletzt so war. Was ist geschehen?' },
        { kind: 'explain', text: 'Wer war dabei, und was hat wer getan?' },
      ],
    },
    frequency: {
      problem: [
        { kind: 'explain', text: 'Wie oft kommt das vor, und seit wann?' },
        { kind: 'expand', text: 'Wann war das Mal davor?' },
      ],
      strength: [
        { kind: 'explain', text: 'Wie oft ist das so, und seit wann?' },
        { kind: 'expand', text: 'Wann war es anders?' },
      ],
    },
    consequence: {
      problem: [
        { kind: 'ladder', text: 'Was kam danach, für Sie und die Menschen um Sie herum?' },
        { kind: 'explain', text: 'Wie viel Zeit oder Geld ging hinein, falls überhaupt?' },
      ],
      strength: [
        { kind: 'ladder', text: 'Was wird Ihnen dadurch möglich?' },
        { kind: 'explain', text: 'Wie haben Sie es vorher gemacht?' },
      ],
    },
    expectation: {
      problem: [
        { kind: 'explain', text: 'Was hatten Sie erwartet?' },
        { kind: 'expand', text: 'Woher kam diese Erwartung?' },
      ],
      strength: [
        { kind: 'explain', text: 'Wie war das im Vergleich zu dem, was Sie erwartet hatten?' },
        { kind: 'expand', text: 'Was waren Sie bis dahin gewohnt?' },
      ],
    },
    fix: {
      problem: [
        { kind: 'explain', text: 'Was müsste anders sein, damit es für Sie stimmt?' },
        { kind: 'expand', text: 'Woran würden Sie merken, dass es erledigt ist?' },
      ],
      strength: [
        { kind: 'explain', text: 'Was muss so bleiben, wie es ist?' },
        { kind: 'expand', text: 'Was müsste geschehen, damit Ihnen das verloren geht?' },
      ],
    },
  },
  value: { kind: 'ladder', text: 'Und was macht das für Sie wichtig?' },
  beneath: { kind: 'explain', text: 'Was steht aus Ihrer Sicht dahinter?' },
  playBack: { kind: 'playBack', text: 'Bisher habe ich Folgendes verstanden … Wo liege ich falsch?' },
  echo: { kind: 'echo', text: '„{words}“?' },
  wait: { kind: 'wait', text: 'Zählen Sie bis fünf, bevor Sie sprechen.' },
};
