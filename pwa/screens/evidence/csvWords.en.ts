/** Heads of the columns of each part as a file. */
export const csvWords = {
  yes: 'yes',
  no: 'no',
  saturation: [
    ...['Whose', 'Interview', 'New themes', 'Themes so far', 'New in the run', 'Share of the base'],
    'State',
  ],
  pairs: [
    ...['Theme', 'With', 'Together', 'By chance', '95% low', '95% high', 'p within bands', 'p corrected'],
    ...['Reading', 'Mean score of both', '95% low', '95% high', 'Mean score of one', '95% low', '95% high'],
  ],
  pairsOf: (band: string) => [`Both, ${band}`, `Of ${band}`],
  contrast: [
    ...['Theme', 'Category', 'Promoters raising it', 'Promoters', 'As good', 'As bad'],
    ...['Passives raising it', 'Passives', 'As good', 'As bad'],
    ...['Difference', '95% low', '95% high', 'p', 'p corrected', 'Beyond noise'],
  ],
  agreement: [
    ...['Theme', 'Both', 'Only the first', 'Only the second', 'Neither', 'Alike'],
    ...['Kappa', '95% low', '95% high'],
  ],
};
