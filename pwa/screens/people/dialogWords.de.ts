import type { InvitationKind, InvitationProblem, LocalTime } from '#core/sample/index.ts';

/** What the dialogs of the roster say: to invite, arrange, hand over, add, ask for a score, write the texts. */
export const dialogWords = {
  invite: {
    title: (name: string) => `${name} einladen`,
    subject: 'Betreff',
    mail: 'Im E-Mail-Programm öffnen',
    copy: 'Text kopieren',
    copied: 'Kopiert.',
    notCopied:
      'Dieser Browser hat das Kopieren nicht erlaubt. Markieren Sie den Text und kopieren Sie ihn von Hand.',
    mark: 'Als eingeladen vermerken',
    marked: (name: string) => `${name} ist als eingeladen vermerkt.`,
    write: 'Diesen Text ändern',
    tooLong:
      'Dieser Text ist länger, als manche E-Mail-Programme aus einem Link übernehmen. Kopieren Sie ihn stattdessen.',
    noMail: 'Keine E-Mail-Adresse ist bekannt. Laden Sie am Telefon ein oder kopieren Sie den Text.',
    noName:
      'Ihr Name ist hier nicht bekannt, daher endet der Text ohne ihn. Eintragen können Sie ihn in den Einstellungen.',
    broken: 'So lässt sich dieser Text nicht senden:',
    purpose: 'Warum dieses Gespräch',
  },
  arrange: {
    title: (name: string) => `Gespräch mit ${name} vereinbaren`,
    day: 'Tag',
    time: 'Uhrzeit, nach Ihrer Uhr',
    minutes: 'Minuten',
    save: 'Vereinbaren und Kalenderdatei speichern',
    only: 'Ohne Datei vereinbaren',
    noZone: 'Der Ort ist nicht bekannt und damit auch die Uhrzeit dort nicht.',
    done: (name: string, when: string) => `Das Gespräch mit ${name} ist vereinbart: ${when}.`,
    past: 'Wählen Sie einen Tag und eine Uhrzeit, die noch kommen.',
  },
  hand: {
    title: (name: string) => `Gespräch mit ${name} übergeben`,
    to: 'An wen',
    nobody:
      'In diesem Arbeitsbereich hat sonst noch niemand gearbeitet. Geben Sie das Gespräch zurück, dann kann es jemand anderes aus dem Team übernehmen.',
    save: (name: string) => `An ${name} übergeben`,
    choose: 'Wählen Sie jemanden aus dem Team',
    done: (name: string, to: string) => `${to} ruft jetzt ${name} an.`,
  },
  add: {
    title: 'Person von außerhalb der Umfrage hinzufügen',
    text: 'Sie ist überall als solche gekennzeichnet und nimmt nicht an der Auswahl teil.',
    name: 'Name',
    email: 'E-Mail',
    phone: 'Telefon',
    account: 'Firma',
    zone: 'Zeitzone',
    zoneHint: 'Zum Beispiel Europe/Berlin oder +02:00. Darf leer bleiben.',
    score: 'Gegebene Wertung',
    scoreUnknown: 'Noch nicht bekannt',
    band: 'Gruppe',
    bandUnknown: 'Nicht bekannt',
    bandHint: 'Nach dem, was Sie wissen. Sobald es eine Wertung gibt, entscheidet sie.',
    why: 'Warum diese Person gefragt werden soll',
    save: 'Auf die Anrufliste setzen',
    done: (name: string) => `${name} steht auf der Anrufliste.`,
  },
  ask: {
    title: (name: string) => `Zuerst ${name} nach einer Wertung fragen`,
    text: 'Auf einer Skala von 0 bis 10: Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen? Die Fragen des Gesprächs richten sich nach der Antwort.',
    begin: (score: number) => `Gespräch mit Wertung ${score} beginnen`,
    choose: 'Genannte Wertung wählen',
    label: 'Wertung von 0 bis 10',
  },
  texts: {
    title: 'Einladungstexte',
    label: 'Für wen der Text ist',
    for: {
      detractor: 'Detraktoren',
      passive: 'Passive',
      promoter: 'Promotoren',
      outside: 'Andere',
    } satisfies Record<InvitationKind, string>,
    subject: 'Betreff',
    body: 'Text',
    hint: 'Diese Stellen werden für jede Person gefüllt. Was nach | steht, gilt, wo der Wert fehlt:',
    score: 'Dieser Text darf die Wertung nennen',
    scoreHint: 'Kunden erfahren ihre Wertung nur, wenn Sie es hier erlauben.',
    preview: (name: string) => `So liest es ${name}`,
    noPreview: 'Noch bekommt niemand auf der Anrufliste diesen Text.',
    save: 'Text speichern',
    saved: 'Der Text ist für alle gespeichert.',
    usual: 'Zurück zum üblichen Text',
  },
};

/** What keeps a text from being sent. */
export function problemText(problem: InvitationProblem): string {
  switch (problem.kind) {
    case 'unknownPlaceholder':
      return problem.name ? `„{{${problem.name}}}“ ist nicht bekannt.` : '„{{}}“ nennt nichts.';
    case 'noValue':
      return `„{{${problem.name}}}“ ist bei dieser Person nicht bekannt. Schreiben Sie „{{${problem.name}|etwas anderes}}“, um dann etwas anderes zu sagen.`;
    case 'scoreNotTold':
      return '„{{score}}“ würde die Wertung nennen. Dieser Text erlaubt das nicht.';
  }
}

/** "dort 10:40", "dort Sa 06:10, außerhalb der Arbeitszeit". */
export function thereText({ text, weekday, isOfficeHours }: LocalTime): string {
  return isOfficeHours ? `dort ${text}` : `dort ${weekday} ${text}, außerhalb der Arbeitszeit`;
}

const moment = new Intl.DateTimeFormat('de-DE', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
});

/** "Di., 13. Oktober um 14:00", by the clock of whoever reads it. */
export const momentText = (at: number): string => moment.format(at);
