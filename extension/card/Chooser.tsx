import type { CardReply } from '../background/messages.ts';
import { words } from './words.ts';

type Several = Extract<CardReply, { kind: 'several' }>;

/** Several people on one page: names to choose from, and no score before one is chosen. */
export function Chooser({
  people,
  others,
  choose,
}: Pick<Several, 'people' | 'others'> & { choose(index: number): void }) {
  return (
    <section class="notice">
      <h1>{words.several.title}</h1>
      <p class="quiet">{words.several.text(people.length + others)}</p>
      <ul class="people">
        {people.map((person, i) => (
          <li key={person.email}>
            <button type="button" onClick={() => choose(i)}>
              <bdi class="strong">{person.name || words.noName}</bdi>
              <bdi class="small quiet">{[person.email, person.accountName].filter(Boolean).join(', ')}</bdi>
            </button>
          </li>
        ))}
      </ul>
      {others > 0 && <p class="small quiet">{words.several.others(others)}</p>}
    </section>
  );
}
