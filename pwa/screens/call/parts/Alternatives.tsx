import { Pick } from '#core/browser/parts/Pick.tsx';
import { standings } from '#core/themes/index.ts';
import { alternativeWords as w } from '../alternativeWords.ts';
import type { CallModel } from '../model.ts';
import './alternatives.css';

/** Competitors that came up, each with how far the customer went; nothing where none did. */
export function Alternatives({ model }: { model: CallModel }) {
  const named = model.alternatives.named.value;
  if (named.length === 0) return null;
  return (
    <>
      <h2>{w.title}</h2>
      <p class="quiet">{w.why}</p>
      <ul class="call-alternatives">
        {named.map(({ id, name, notes, standing }) => (
          <li key={id}>
            <b class="strong">{name}</b>
            <span class="quiet small num">{notes > 0 && w.notes(notes)}</span>
            {model.watches ? (
              <span class="quiet">{w.standings[standing]}</span>
            ) : (
              <Pick
                label={w.went(name)}
                options={standings.map((value) => ({ value, name: w.standings[value] }))}
                value={standing}
                onPick={(next) => model.alternatives.went(id, next)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
