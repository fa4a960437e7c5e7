import { listOf, wholeOf } from '#core/browser/parts/figures.ts';
import { mostRaised } from './raisedBefore.ts';

export const raisedWords = {
  lead: 'Damals ging es um:',
  /** "Preis, Zuverlässigkeit, Tempo und 2 weitere". */
  themes(names: readonly string[]): string {
    const rest = names.length - mostRaised;
    const more = `${wholeOf(rest)} ${rest === 1 ? 'weiteres' : 'weitere'}`;
    return listOf([...names.slice(0, mostRaised), ...(rest > 0 ? [more] : [])]);
  },
};
