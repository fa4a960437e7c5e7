import { listOf, wholeOf } from '#core/browser/parts/figures.ts';
import { mostRaised } from './raisedBefore.ts';

export const raisedWords = {
  lead: 'Raised then:',
  /** "Price, Reliability, Speed and 2 more". */
  themes(names: readonly string[]): string {
    const rest = names.length - mostRaised;
    return listOf([...names.slice(0, mostRaised), ...(rest > 0 ? [`${wholeOf(rest)} more`] : [])]);
  },
};
