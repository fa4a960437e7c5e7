import { rivalIn } from '#core/notes/index.ts';
import { alternativeWords as w } from '../alternativeWords.ts';

/** Somebody named in a note or a line; a competitor with the word, so that nobody takes it for a person. */
export function Named({ name, of }: { name: string; of: string | null }) {
  if (rivalIn(of) === null) return <span class="call-person">{name}</span>;
  return (
    <span>
      <span class="call-person c-competitive">{name}</span> <span class="quiet">{w.competitor}</span>
    </span>
  );
}
