import { countOf, wholeOf } from '#core/browser/parts/figures.ts';

export const codingWords = {
  loading: 'Das Interview wird geöffnet',
  title: 'Ordnen Sie für sich zu, was gesagt wurde',
  speaker: (who: string) => `Es spricht: ${who}.`,
  lede: 'Sie sehen die Notizen und Ihre eigenen Zuordnungen. Die aus dem Gespräch und die von anderen bleiben verborgen, bis Sie abgeben. Was Sie hier zuordnen, ändert nichts am Interview.',
  quoted: (text: string) => `„${text}“`,
  field: (n: number) => `Thema für Notiz ${wholeOf(n)}`,
  hint: 'Thema eingeben, Enter nimmt das erste',
  nothing: 'Kein Thema heißt so. Neue Themen entstehen im Codebuch.',
  add: (name: string) => `„${name}“ zuordnen`,
  remove: (name: string) => `„${name}“ wegnehmen`,
  grade: (name: string, severity: string) => `Schwere von „${name}“: ${severity}. Drücken für die nächste`,
  severities: ['nicht genannt', 'gering', 'mittel', 'hoch'] as const,
  handIn: (tags: number) =>
    tags === 0 ? 'Ohne Zuordnung abgeben' : `${countOf(tags, 'Zuordnung', 'Zuordnungen')} abgeben`,
  why: 'Einmal abgegeben, bleibt es so.',
  whyMore: 'Danach steht es neben dem, was die andere Person zugeordnet hat.',
  ask: {
    title: 'Diese Codierung abgeben',
    text: 'Von da an wird sie mit der anderen verglichen und lässt sich nicht mehr ändern. So sieht die Übereinstimmung durch ein Gespräch darüber nicht besser aus.',
    empty: 'Sie haben nichts zugeordnet. Das sagt, dass keines der Themen genannt wurde.',
    stay: 'Weiter codieren',
  },
  drop: 'Diese Codierung verwerfen',
  dropped: 'Ihre Codierung ist verworfen.',
  undo: 'Rückgängig',
  handedIn: {
    title: 'Ihre Codierung ist abgegeben',
    text: 'Sie bleibt, wie sie ist. Wo eine zweite Person abgegeben hat, werden die beiden verglichen.',
    action: 'Übereinstimmung ansehen',
  },
  noNotes: {
    title: 'Hier gibt es noch nichts zu codieren',
    text: 'Dieses Interview hat auf diesem Gerät keine Notizen. Sobald es welche hat, lässt es sich codieren.',
    action: 'Zurück zu den Belegen',
  },
  lost: {
    title: 'Dieses Interview ist nicht hier',
    text: 'Vielleicht stammt der Link aus einem anderen Arbeitsbereich, oder das Interview ist noch nicht auf diesem Gerät.',
    action: 'Zurück zu den Belegen',
  },
  failed: {
    title: 'Das Interview konnte nicht geöffnet werden',
    text: 'Es ist sicher, wo es ist. Nichts wurde geändert. Öffnen Sie es noch einmal.',
  },
  again: 'Noch einmal öffnen',
  unnamed: 'Ein Thema, das hier noch keinen Namen hat',
};
