import { useDeps } from '#pwa/app/deps.ts';
import type { Line, RosterModel } from '../roster.ts';
import { refusalText, words } from '../words.ts';

/** Refusals and no-shows that nobody has been drawn for: one press each. */
export function EmptyPlaces({ model }: { model: RosterModel }) {
  const lines = model.empty.value;
  if (lines.length === 0) return null;
  return (
    <section class="ppl-empty" aria-label={words.empty.title}>
      <h2>{words.empty.title}</h2>
      <ul>
        {lines.map((line) => (
          <EmptyPlace key={line.entry.id} line={line} model={model} />
        ))}
      </ul>
    </section>
  );
}

function EmptyPlace({ line: { entry }, model }: { line: Line; model: RosterModel }) {
  const deps = useDeps();
  const name = entry.name || words.roster.unnamed;
  const draw = async () => {
    const drawn = await model.substitute(entry);
    if ('kind' in drawn) return deps.say(refusalText(drawn));
    deps.say(words.empty.drawn(drawn.name || words.roster.unnamed, name), {
      name: words.undo,
      run: () => void model.withdraw(entry, drawn.key),
    });
  };
  return (
    <li>
      <span>
        <b class="strong">{name}</b> {words.empty.happened(entry.state)}.{' '}
        <span class="quiet">{entry.reason}</span>
      </span>
      <button type="button" class="btn s" aria-label={words.empty.drawFor(name)} onClick={() => void draw()}>
        {words.empty.draw}
      </button>
    </li>
  );
}
