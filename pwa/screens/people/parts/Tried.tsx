import { reasonText, shownReason } from '#core/sample/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import { chooseWords, triedText } from '../chooseWords.ts';
import type { Drawn } from '../drawing.ts';
import { rosterWords } from '../rosterWords.ts';
import type { Selection, SelectionModel } from '../selection.ts';

/** What a changed number, segment or seed would do to the people drawn, before it is kept. */
export function Tried({ model, tried }: { model: SelectionModel; tried: NonNullable<Selection['tried']> }) {
  const deps = useDeps();
  const keep = async () => {
    const undo = await model.keep();
    deps.say(chooseWords.tried.kept, { name: chooseWords.tried.putBack, run: undo });
  };
  return (
    <section class="callout ask ppl-tried" aria-label={chooseWords.tried.title}>
      <h2>{chooseWords.tried.title}</h2>
      <p role="status">{triedText(tried)}</p>
      <div class="ppl-tried-two">
        <Side title={chooseWords.tried.come} people={tried.come} />
        <Side title={chooseWords.tried.go} people={tried.go} />
      </div>
      <div class="acts">
        <button type="button" class="btn" onClick={() => void keep()}>
          {chooseWords.tried.keep}
        </button>
        <button type="button" class="btn txt" onClick={model.undo}>
          {chooseWords.tried.undo}
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
          <summary class="quiet">{chooseWords.tried.more(more.length)}</summary>
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
          {person.name || rosterWords.unnamed}{' '}
          <span class="small quiet">{shownReason(reasonText(reason))}</span>
        </li>
      ))}
    </ul>
  );
}
