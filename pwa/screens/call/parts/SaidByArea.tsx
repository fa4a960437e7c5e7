import { areaNames } from '#core/guide/index.ts';
import type { CallModel } from '../model.ts';
import { clockOf, usedOf, words } from '../words.ts';
import { NoteText } from './Notes.tsx';

/** Every area with its time and, folded, what was said under it. One that holds nothing says so. */
export function SaidByArea({ model }: { model: CallModel }) {
  const notes = model.notes.value;
  return (
    <ul class="call-cov">
      {model.areas.value.map((area) => {
        const said = notes.filter((n) => n.note.area === area.area);
        return (
          <li key={area.area} class={area.covered ? 'call-y' : 'call-n'}>
            <span class="call-mk" aria-hidden="true" />
            <span class="strong">{areaNames[area.area]}</span>
            <span class="quiet num">
              {usedOf(area)}
              {!area.covered && `, ${words.after.notCovered}`}
            </span>
            {said.length > 0 && (
              <details class="call-said">
                <summary>{words.after.show(said.length)}</summary>
                <ol>
                  {said.map((view) => (
                    <li key={view.note.id}>
                      <span class="quiet small num">{clockOf(view.note.at)}</span>
                      <NoteText view={view} />
                    </li>
                  ))}
                </ol>
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}
