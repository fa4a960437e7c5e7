import { countOf, wholeOf } from '#core/browser/parts/figures.ts';
import type { EditRefusal } from '#core/segments/index.ts';

/** What the dialog says that renames, merges, bins and hides values. */
export const valuesWords = {
  open: 'Edit values',
  title: (dimension: string) => `Values of ${dimension}`,
  lede: 'How values are read here, for every survey and everybody in the workspace. The survey itself is not touched.',
  dimension: 'Dimension',
  find: 'Find a value',
  caption: (dimension: string) => `Values of ${dimension} with their answers and score`,
  value: 'Value',
  before: 'In the file',
  asFile: 'as it is',
  rename: 'Rename',
  renameOf: (value: string) => `Rename ${value}`,
  nameOf: (value: string) => `New name of ${value}`,
  keep: 'Keep',
  cancel: 'Cancel',
  pick: (value: string) => `Choose ${value} to merge`,
  separate: 'Separate',
  separateOf: (value: string) => `Separate ${value} again`,
  hide: 'Hide',
  show: 'Show',
  hideOf: (value: string, hidden: boolean) => `${hidden ? 'Show' : 'Hide'} ${value}`,
  chosen: (n: number) => `${countOf(n, 'value', 'values')} chosen.`,
  mergeHint: 'Choose two or more values to make them one.',
  mergeInto: 'Merge into',
  merge: (n: number) => `Merge ${wholeOf(n)} values`,
  instead: (by: string) => `Merge with ${by} instead`,
  more: (n: number) =>
    `${countOf(n, 'more value has', 'more values have')} fewer answers; a search finds them.`,
  notSent: (n: number) =>
    `${countOf(n, 'more value', 'more values')} with fewer answers are not listed. Gather them into “Other”.`,
  ranges: {
    hint: 'Nearly all values are numbers.',
    field: 'Ranges begin at',
    do: 'Put into ranges',
    on: (edges: string) => `Numbers stand in ranges that begin at ${edges}.`,
    off: 'Take the ranges away',
    /** As they are typed. */
    edges: (edges: readonly number[]) => edges.join(', '),
    commaIsDecimal: false as boolean,
  },
  split: {
    hint: (sign: string) => `Cells seem to hold several values with “${sign}” between them.`,
    do: (sign: string) => `Split at “${sign}”`,
    on: (sign: string) => `Split at “${sign}”: one person may count in several segments.`,
    off: 'Do not split',
  },
  gather: {
    field: 'Fewest answers of a value that stands for itself',
    do: 'Gather the rest into “Other”',
    on: 'Rare values are gathered into “Other”.',
    off: 'Take “Other” apart',
  },
  done: {
    renamed: (value: string, to: string) => `${value} is now ${to}.`,
    merged: (n: number, into: string) => `${countOf(n, 'value', 'values')} merged into ${into}.`,
    separated: (value: string) => `${value} is separated again.`,
    changed: (dimension: string) => `The values of ${dimension} are read anew.`,
  },
};

/** Why a value cannot be edited as asked. */
export function editRefusalText(refusal: EditRefusal): string {
  switch (refusal.kind) {
    case 'noName':
      return 'A value needs a name.';
    case 'nameTooLong':
      return `A name may have ${refusal.most} characters; this one has ${refusal.got}.`;
    case 'nameTaken':
      return `${refusal.by} is there already.`;
    case 'nothingChosen':
      return 'No value has that many answers: fewer would leave nothing but “Other”.';
    case 'noNumbers':
      return 'Write numbers with a comma between them, such as 10, 50, 200.';
    case 'tooManyEdges':
      return `At most ${refusal.most} numbers: more ranges would be no overview.`;
  }
}
