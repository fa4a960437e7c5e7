import { shownReason } from '#core/sample/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import type { RosterModel } from '../roster.ts';
import type { Line } from '../rosterLines.ts';
import { refusalText, rosterWords } from '../rosterWords.ts';
import { words } from '../words.ts';

/** Refusals and no-shows that nobody has been drawn for: one press each. */
export function EmptyPlaces({ model }: { model: RosterModel }) {
  const lines = model.empty.value;
  if (lines.length === 0) return null;
  return (
    <section class="ppl-empty" aria-label={rosterWords.empty.title}>
      <h2>{rosterWords.empty.title}</h2>
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
  const name = entry.name || rosterWords.unnamed;
  const draw = async () => {
    const drawn = await model.substitute(entry);
    if ('kind' in drawn) return deps.say(refusalText(drawn));
    deps.say(rosterWords.empty.drawn(drawn.name || rosterWords.unnamed, name), {
      name: words.undo,
      run: () => void model.withdraw(entry, drawn.key),
    });
  };
  return (
    <li>
      <span>
        <b class="strong">{name}</b> {rosterWords.empty.happened(entry.state)}.{' '}
        <span class="quiet">{shownReason(entry.reason)}</span>
      </span>
      <button
        type="button"
        class="btn s"
        aria-label={rosterWords.empty.drawFor(name)}
        onClick={() => void draw()}
      >
        {rosterWords.empty.draw}
      </button>
    </li>
  );
}
