import type { Band } from '#core/waves/index.ts';

/** The tables as files: their names, and the heads of their columns. */
export const csvWords = {
  yes: 'yes',
  no: 'no',
  quoted: (text: string) => `“${text}”`,
  drivers: {
    file: (cycle: string, band: Band, segment: string) => `drivers ${cycle} ${band}s ${segment}`,
    head: (others: readonly Band[]) => [
      ...['Driver', 'Category', 'Band', 'Raised by', 'Tagged calls', '95% low', '95% high'],
      ...['Severity', 'Interviews at that severity', 'Segments', 'Against other segments'],
      ...['Over cycles', 'Beyond noise', 'Compared with', 'Raised by then', 'Calls compared then'],
      ...['In their words', 'Speaker', 'Pinned', 'Accounts', 'Revenue a year', 'Accounts with known revenue'],
      ...others.flatMap((b) => [`Raised by ${b}s`, `Tagged calls with ${b}s`]),
      ...['Part of', 'Paragraph'],
    ],
  },
  everyone: {
    file: (cycle: string) => `drivers ${cycle} everyone weighted`,
    head: (all: readonly Band[]) => [
      ...['Driver', 'Category', 'Share weighted to the survey', 'Standard error', '95% low', '95% high'],
      ...all.flatMap((b) => [`Raised by ${b}s`, `Tagged calls with ${b}s`, `Weight of ${b}s`]),
      'Accounts',
    ],
  },
  matrix: {
    file: (dimension: string, cycle: string, band: Band) => `drivers by ${dimension} ${cycle} ${band}s`,
    picture: 'drivers-by-segment.png',
    head: () => [
      ...['Driver', 'Band', 'Dimension', 'Segment', 'Raised by', 'Calls compared', '95% low', '95% high'],
      ...['Raised elsewhere', 'Compared elsewhere', 'p', 'p corrected', 'Beyond noise'],
    ],
  },
};
