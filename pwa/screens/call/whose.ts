import { rivalIn } from '#core/notes/index.ts';
import { alternativeWords } from './alternativeWords.ts';
import type { Option } from './offer.ts';
import { words } from './words.ts';

/** On which side somebody on offer stands; empty for a mere name, of whom that is not known. */
export function whoseName({ id, fits }: Pick<Option, 'id' | 'fits'>): string {
  if (rivalIn(id) !== null) return alternativeWords.competitor;
  if (fits === 'new') return alternativeWords.new;
  if (id.startsWith('member:')) return words.line.ours;
  return id.startsWith('person:') ? words.line.theirs : '';
}
