/** What is wrong on this device, what is safe and what to do. */
export const troublesWords = {
  unreadable: (where: string) =>
    `Some changes ${where} cannot be read on this device and are not on screen. They are kept, and go into every backup. A team’s server brings them by itself; otherwise look into an earlier copy or backup in Settings, or ask for help with a backup file.`,
  ofInterview: (name: string) => (name ? `of the interview with ${name}` : 'of an interview'),
  ofWorkspace: 'of this workspace',
  ofDocuments: (n: number) => `of ${n} interviews and other documents`,
  workspaces:
    'The list of workspaces on this device does not answer, so this is a new, empty one. What you have is kept: close other tabs of Sounding, then reload. What you type here is kept beside it.',
  surveys:
    'The surveys on this device cannot be read just now. They are kept: close other tabs of Sounding, then reload. One brought in before that may last only as long as this window.',
  start: {
    title: 'Sounding could not start',
    text: 'What you typed and imported is safe on this device. Close other tabs of Sounding, then reload. If that does not help, start the browser anew.',
  },
  reload: 'Reload',
  away: 'Put this line away',
};
