/** What the interviews say about a copy of the work. */
export const offerWords = {
  label: 'A copy of your work',
  text: {
    folder:
      'Your interviews are on this device alone. Sounding can keep a copy in a folder of yours, by itself, after every call.',
    file: 'Your interviews are on this device alone, and this browser writes no copies by itself. Save a backup file now and then.',
  },
  take: { folder: 'Choose a folder for copies', file: 'Save a backup file' },
  later: 'Not now',
  chosen: 'A copy is written after every call. Settings shows the last one.',
  partial:
    'The file is saved, but not all could be read. Save another in Settings, which says what is missing.',
  failed: 'That did not work. Your work is kept on this device as before. Settings tries again.',
};
