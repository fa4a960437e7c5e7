/** What is wrong on this device, what is safe and what to do. */
export const troublesWords = {
  unreadable: (where: string) =>
    `Some changes ${where} cannot be read on this device and are not on screen. They are kept, and go into every backup. A team’s server brings them by itself; otherwise look into an earlier copy or backup in Settings, or ask for help with a backup file.`,
  ofInterview: (name: string) => (name ? `of the interview with ${name}` : 'of an interview'),
  ofWorkspace: 'of this workspace',
  ofDocuments: (n: number) => `of ${n} interviews and other documents`,
  away: 'Put this line away',
};
