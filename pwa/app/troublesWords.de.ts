/** What is wrong on this device, what is safe and what to do. */
export const troublesWords = {
  unreadable: (where: string) =>
    `Einige Änderungen ${where} lassen sich auf diesem Gerät nicht lesen und fehlen auf dem Bildschirm. Sie bleiben erhalten und kommen in jede Sicherung. Der Server eines Teams bringt sie von selbst; sonst in den Einstellungen in eine frühere Kopie oder Sicherung hineinsehen oder mit einer Sicherungsdatei um Hilfe bitten.`,
  ofInterview: (name: string) => (name ? `am Interview mit ${name}` : 'an einem Interview'),
  ofWorkspace: 'an diesem Arbeitsbereich',
  ofDocuments: (n: number) => `an ${n} Interviews und anderen Dokumenten`,
  away: 'Zeile ausblenden',
};
