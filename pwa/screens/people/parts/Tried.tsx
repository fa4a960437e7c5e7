import { reasonText } from '#core/sample/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import type { Drawn } from '../drawing.ts';
import type { Selection, SelectionModel } from '../selection.ts';
import { triedText, words } from '../words.ts';

/** What a changed number, segment or seed would do to the people drawn, before it is kept. */
export function Tried({ model, tried }: { model: SelectionModel; tried: NonNullable<Selection['tried']> }) {
  const deps = useDeps();
  const keep = async () => {
    const undo = await model.keep();
    deps.say(words.tried.kept, { name: words.tried.putBack, run: undo });
  };
  return (
    <section class="callout ask ppl-tried" aria-label={words.tried.title}>
      <h2>{words.tried.title}</h2>
      <p role="status">{triedText(tried)}</p>
      <div class="ppl-tried-two">
        <Side title={words.tried.come} people={tried.come} />
        <Side title={words.tried.go} people={tried.go} />
      </div>
      <div class="acts">
        <button type="button" class="btn" onClick={() => void keep()}>
          {words.tried.keep}
        </button>
        <button type="button" class="btn txt" onClick={model.undo}>
          {words.tried.undo}
        </button>
      </div>
    </section>
  );
}

/** Names shown at once; the others unfold. */
const atOnce = 8;

function Side({ title, people }: { title: string; people: readonly Drawn[] }) {
  if (people.length === 0) return null;
  const more = people.slice(atOnce);
  return (
    <div>
      <h3>{title}</h3>
      <Names people={people.slice(0, atOnce)} />
      {more.length > 0 && (
        <details>
          <summary class="quiet">{words.tried.more(more.length)}</summary>
          <Names people={more} />
        </details>
      )}
    </div>
  );
}

function Names({ people }: { people: readonly Drawn[] }) {
  return (
    <ul>
      {people.map(({ person, reason }) => (
        <li key={person.key}>
          {person.name || words.roster.unnamed} <span class="small quiet">{reasonText(reason)}</span>
        </li>
      ))}
    </ul>
  );
}
