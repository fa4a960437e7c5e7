import type { Change } from '../../model/change.ts';
import type { DocName } from '../../model/docName.ts';
import { rivalRef } from '../../notes/index.ts';
import { competitor, sighting, sightingId } from '../../themes/index.ts';
import { topicOf } from './themes.ts';

/** The competitors that the invented customers speak of. */
const rivals = [
  { id: 'sample-tallyhouse', name: 'Tallyhouse', feature: 'a close in four days' },
  { id: 'sample-ledgerline', name: 'Ledgerline', feature: 'consolidation while you wait' },
] as const;

/** Those that a text names, as a note keeps them. */
export const rivalsNamedIn = (text: string): { id: string; name: string }[] =>
  rivals.filter(({ name }) => text.includes(name)).map(({ id, name }) => ({ id: rivalRef(id), name }));

/** Puts them into the codebook, under the theme they come up with, marked as sample. */
export function rivalChanges(codebook: DocName): Change[] {
  const theme = topicOf('rivalFaster').id;
  return rivals.map(({ id, name, feature }) =>
    competitor.put(codebook, id, { name, feature, theme, sample: true }),
  );
}

/** Words of a note whose customer has weighed what it names. */
const weighed = /looked at|demonstration|shown|offered/i;

/** How far the customer of an interview went, as one of its notes tells. */
export function wentChanges(codebook: DocName, interview: string, text: string): Change[] {
  if (!weighed.test(text)) return [];
  return rivals
    .filter(({ name }) => text.includes(name))
    .map(({ id }) => {
      const went = { competitor: id, interview, standing: 'evaluated', sample: true } as const;
      return sighting.put(codebook, sightingId(id, interview), went);
    });
}
