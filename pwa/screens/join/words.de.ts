import { unreachable } from '#core/model/result.ts';
import type { InvitationPreview, TeamRefusal } from '#core/ports/team.ts';

const safe = 'Auf diesem Gerät wurde nichts geändert.';

/** What is wrong with the invitation or its server, and what to do. */
export function joinRefusal(why: TeamRefusal | { kind: 'noInvitation' }): string {
  switch (why.kind) {
    case 'noInvitation':
      return 'In dieser Adresse steht keine Einladung. Öffnen Sie den ganzen Link, den Sie bekommen haben, bis zum letzten Zeichen.';
    case 'unreachable':
      return `Der Server hat nicht geantwortet. ${safe} Prüfen Sie Ihr Netz und versuchen Sie es noch einmal.`;
    case 'wrongSecret':
      return `Der Server kennt diese Einladung nicht, oder eine neuere hat sie ersetzt. ${safe} Bitten Sie um einen neuen Link.`;
    case 'tooManyAttempts':
      return `Von hier wurden zu viele falsche Einladungen versucht. ${safe} Warten Sie eine Minute und versuchen Sie es noch einmal.`;
    case 'serverOlder':
      return `Der Server ist älter als diese App. ${safe} Er muss zuerst aktualisiert werden.`;
    case 'serverNewer':
      return `Der Server ist neuer als diese App. ${safe} Laden Sie neu, um die neue Version zu erhalten.`;
    case 'notStored':
      return `Auf dem Server ist kein Platz mehr. ${safe}`;
    case 'exists':
    case 'failed':
      return `Der Server hat auf eine Weise geantwortet, die Sounding nicht versteht. ${safe}`;
    default:
      return unreachable(why);
  }
}

const title: Record<InvitationPreview['role'], string> = {
  member: 'Sie sind eingeladen, in einem Arbeitsbereich mitzuarbeiten',
  reader: 'Sie sind eingeladen, einen Arbeitsbereich zu lesen',
};

const here: Record<InvitationPreview['here'], string> = {
  no: 'Er öffnet sich als eigener Arbeitsbereich. Was Sie in diesem Browser haben, bleibt, wo es ist; nichts wird zusammengeführt.',
  joined:
    'Dieser Browser ist schon in diesem Arbeitsbereich. Ein erneuter Beitritt öffnet ihn mit dieser Einladung.',
  alone:
    'Dieser Browser hat eine Kopie genau dieses Arbeitsbereichs, die nie geteilt wurde. Der Beitritt bringt beide zusammen: Was in der Kopie ist, geht an das Team.',
};

const may: Record<InvitationPreview['role'], string> = {
  member:
    'Sie und die anderen sehen dieselben Umfragen, Personen, Interviews und Themen, und alle können sie ändern.',
  reader: 'Sie sehen, was die anderen tun. Was Sie ändern, bleibt auf Ihrem eigenen Gerät.',
};

export const words = {
  asking: 'Der Server wird nach Ihrer Einladung gefragt',
  cannot: 'Diese Einladung öffnet nichts',
  title: (preview: InvitationPreview) => title[preview.role],
  lede: 'Er liegt auf dem Server, von dem diese Seite kommt. Das geschieht, wenn Sie beitreten.',
  what: 'Was der Beitritt bewirkt',
  list: (preview: InvitationPreview) => [
    here[preview.here],
    may[preview.role],
    'Sie können ohne Netz weiterarbeiten; was Sie tun, wird gesendet, sobald eines da ist.',
    'Um frühere Arbeit mitzunehmen, speichern Sie zuerst in den Einstellungen eine Sicherung und öffnen Sie sie danach dort.',
  ],
  label: 'Ihr Name',
  hint: 'Steht bei Ihren Notizen, für alle, die mit Ihnen arbeiten. Sie können ihn später ändern.',
  act: 'Dem Arbeitsbereich beitreten',
  doing: 'Beitritt läuft',
  next: 'Ihre andere Arbeit bleibt in diesem Browser.',
  again: 'Noch einmal versuchen',
  home: 'Zum Start',
};
