import { countOf, decimalOf, wholeOf } from '#core/browser/parts/figures.ts';
import type { BackupFault } from '#core/exchange/index.ts';
import { unreachable } from '#core/model/result.ts';
import type { BackupPreview, BringInFault, LeftOut } from '#core/ports/backup.ts';
import type { Space } from '#core/ports/space.ts';

const size = (bytes: number): string =>
  bytes < 1e6
    ? `${wholeOf(bytes / 1e3)} kB`
    : bytes < 1e9
      ? `${decimalOf(bytes / 1e6)} MB`
      : `${decimalOf(bytes / 1e9)} GB`;

const list = new Intl.ListFormat('de');
const date = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeStyle: 'short' });
const unchanged = 'Es wurde nichts geändert.';

export const words = {
  title: 'Einstellungen',
  lede: 'Alles hier betrifft diesen Browser auf diesem Gerät.',
  you: {
    title: 'Sie',
    label: 'Ihr Name',
    hint: 'Steht bei Ihren Notizen und bei den Personen, die Sie übernehmen, für alle, die mit Ihnen arbeiten.',
    kept: (name: string) => (name ? `Ihr Name ist jetzt ${name}.` : 'Ihr Name ist entfernt.'),
  },
  device: {
    title: 'Dieses Gerät',
    kept: 'Der Browser hat zugesagt, Ihre Arbeit zu behalten, bis Sie sie entfernen.',
    mayBeCleared:
      'Der Browser darf Ihre Arbeit löschen, wenn der Platz knapp wird. Bitten Sie ihn, sie zu behalten, oder speichern Sie ab und zu eine Sicherung.',
    unknown: 'Dieser Browser sagt nicht, ob er Ihre Arbeit behält. Speichern Sie ab und zu eine Sicherung.',
    ask: 'Den Browser bitten, sie zu behalten',
    refused:
      'Der Browser hat noch nicht zugestimmt. Meist ändert sich das, wenn Sie Sounding installieren oder einige Tage benutzen.',
    agreed: 'Der Browser behält Ihre Arbeit ab jetzt.',
    room: ({ used, allowed }: Space) =>
      used === null
        ? ''
        : allowed === null
          ? `${size(used)} belegt.`
          : `${size(used)} von ${size(allowed)} belegt.`,
  },
  backup: {
    title: 'Sicherung',
    text: 'Eine Datei mit allem in diesem Arbeitsbereich: Umfragen, Personen, Interviews, Themen und der Zeile, die Sie gerade getippt haben. Geheime Schlüssel sind nicht darin.',
    make: 'Sicherung speichern',
    making: 'Der Arbeitsbereich wird gesammelt',
    made: (name: string) => `${name} ist gespeichert.`,
    madeWithout({ interviews, documents, waves, tooLarge, unlisted }: LeftOut): string {
      const missing = [
        interviews > 0 && countOf(interviews, 'Interview', 'Interviews'),
        documents > 0 && countOf(documents, 'weiteres Dokument', 'weitere Dokumente'),
        waves > 0 && countOf(waves, 'Umfrage', 'Umfragen'),
      ].filter((part) => part !== false);
      return [
        'Die Sicherung ist gespeichert, aber nicht vollständig.',
        missing.length > 0 && `Hier nicht lesbar: ${list.format(missing)}.`,
        unlisted && 'Der Browser hat nicht alles genannt, was er enthält; es kann mehr fehlen.',
        (missing.length > 0 || unlisted) &&
          'Frühere Sicherungen behalten. Neu laden oder warten, bis die Festplatte antwortet, dann noch einmal sichern.',
        tooLarge > 0 &&
          `Zu groß für eine Datei: ${countOf(tooLarge, 'Umfrage', 'Umfragen')}. Die Dateien aufheben, aus denen sie kamen.`,
      ]
        .filter(Boolean)
        .join(' ');
    },
    bring: 'In eine Sicherung hineinsehen',
    bringText:
      'Sie sehen, was eine Sicherung enthält, bevor sie übernommen wird. Sie wird ein eigener Arbeitsbereich; dieser bleibt, wie er ist.',
    reading: 'Die Sicherung wird gelesen',
    bringing: 'Die Sicherung wird übernommen',
    unit: 'Teilen',
    lookTitle: 'Was diese Sicherung enthält',
    open: 'Als Arbeitsbereich öffnen',
    leave: 'Nicht übernehmen',
    madeOn: (at: number) => `Erstellt am ${date.format(at)}.`,
    counts: (p: BackupPreview): [string, string][] => [
      [
        'Umfragen',
        p.waves.length > 0
          ? p.waves.map((x) => `${x.cycleName}, ${countOf(x.rows, 'Person', 'Personen')}`).join('; ')
          : 'keine',
      ],
      ['Interviews', wholeOf(p.interviews)],
      ['Notizen', wholeOf(p.notes)],
      ['Themen', wholeOf(p.themes)],
      ['Unfertige Zeilen', wholeOf(p.drafts)],
    ],
    beside:
      'Dieser Browser hat schon einen Arbeitsbereich gleicher Herkunft. Die Sicherung kommt daneben, nie hinein.',
    safe: 'Sounding öffnet den neuen Arbeitsbereich und startet neu. Der jetzige bleibt in diesem Browser.',
    failed: 'Das hat nicht geklappt, und es wurde nichts geändert. Versuchen Sie es noch einmal.',
    fault(why: BackupFault | BringInFault): string {
      switch (why.kind) {
        case 'notABackup':
          return `Das ist keine Sicherung von Sounding. ${unchanged}`;
        case 'newer':
          return `Diese Sicherung stammt von einer neueren Version von Sounding. Aktualisieren Sie zuerst, dann übernehmen Sie sie. ${unchanged}`;
        case 'tooLarge':
          return `Diese Datei ist entpackt größer, als eine Sicherung sein darf. ${unchanged}`;
        case 'damaged':
          return `Diese Sicherung ist beschädigt (${why.part}), darum wird nichts davon übernommen. ${unchanged}`;
        case 'quota':
          return `Für die Sicherung ist auf diesem Gerät kein Platz. ${unchanged}`;
        case 'unavailable':
          return `Dieser Browser gibt Sounding keinen Speicher, wie es private Fenster tun. ${unchanged}`;
        default:
          return unreachable(why);
      }
    },
  },
  language: {
    title: 'Sprache',
    label: 'Sprache der Ansichten',
    hint: 'Leitfäden, Notizen und Namen bleiben in der Sprache, in der sie geschrieben wurden.',
    unreachable:
      'Die Wörter dieser Sprache ließen sich nicht laden. Versuchen Sie es noch einmal, sobald ein Netz da ist.',
  },
  look: {
    title: 'Aussehen',
    label: 'Hell oder dunkel',
    system: 'Wie das System',
    light: 'Hell',
    dark: 'Dunkel',
  },
  company: {
    title: 'Die erfundene Firma',
    there: (name: string) =>
      `${name} ist in diesem Arbeitsbereich: zwei Umfragen, die Personen und ihre Interviews, alles als erfunden gekennzeichnet. Wenn Sie sie entfernen, bleibt alles Eigene, wie es ist.`,
    absent:
      'Ein Beispiel zum Umsehen. Es ist überall als erfunden gekennzeichnet und mit einem Schritt wieder weg.',
    remove: 'Erfundene Firma entfernen',
    add: 'Erfundene Firma öffnen',
    doing: 'Eine Firma wird erfunden',
    unit: 'Teilen',
    removed: 'Die erfundene Firma ist weg. An Ihren Daten wurde nichts geändert.',
  },
};
