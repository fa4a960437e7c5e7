/** What is wrong on this device, what is safe and what to do. */
export const troublesWords = {
  unreadable: (where: string) =>
    `Einige Änderungen ${where} lassen sich auf diesem Gerät nicht lesen und fehlen auf dem Bildschirm. Sie bleiben erhalten und kommen in jede Sicherung. Der Server eines Teams bringt sie von selbst; sonst in den Einstellungen in eine frühere Kopie oder Sicherung hineinsehen oder mit einer Sicherungsdatei um Hilfe bitten.`,
  ofInterview: (name: string) => (name ? `am Interview mit ${name}` : 'an einem Interview'),
  ofWorkspace: 'an diesem Arbeitsbereich',
  ofDocuments: (n: number) => `an ${n} Interviews und anderen Dokumenten`,
  workspaces:
    'Die Liste der Arbeitsbereiche auf diesem Gerät antwortet nicht, daher ist dies ein neuer, leerer. Was da ist, bleibt erhalten: andere Tabs von Sounding schließen, dann neu laden. Was hier eingegeben wird, bleibt daneben erhalten.',
  surveys:
    'Die Umfragen auf diesem Gerät lassen sich gerade nicht lesen. Sie bleiben erhalten: andere Tabs von Sounding schließen, dann neu laden. Eine vorher hereingeholte hält womöglich nur so lange wie dieses Fenster.',
  start: {
    title: 'Sounding konnte nicht starten',
    text: 'Was eingegeben und importiert wurde, liegt sicher auf diesem Gerät. Andere Tabs von Sounding schließen, dann neu laden. Hilft das nicht, den Browser neu starten.',
  },
  reload: 'Neu laden',
  away: 'Zeile ausblenden',
};
