import { useState } from 'preact/hooks';
import { ThemeName } from '#core/browser/parts/marks.tsx';
import { knownOf, understoodWords, coachAfter as w, coachWords as words } from '../coachWords.ts';
import type { Mechanism } from '../mechanism.ts';
import type { CallModel } from '../model.ts';
import { Roots } from './Beneath.tsx';
import { Marks, Parts } from './Parts.tsx';

/** After the call: how far each theme's mechanism is known, so that the rest can be filled in or asked again. */
export function Understood({ model }: { model: CallModel }) {
  const { coach } = model;
  const all = coach.all.value;
  // Chosen once: what is open must not close under somebody's hand.
  const [first] = useState(() => all.find((m) => !m.isKnown)?.id);
  if (all.length === 0) return null;
  return (
    <>
      <h2>{w.title}</h2>
      <p class="quiet">{understoodWords(all)}</p>
      <ul class="coach-open" data-own-keys>
        {all.map((mechanism) => (
          <li key={mechanism.id}>
            <details open={mechanism.id === first}>
              <summary>
                <ThemeName name={mechanism.name} category={mechanism.category} />
                <Marks of={mechanism} />
                <span class="quiet small num">{knownOf(mechanism)}</span>
              </summary>
              <fieldset class="coach-set" disabled={model.watches} aria-label={words.parts(mechanism.name)}>
                <Parts of={mechanism} coach={coach} />
                <Roots of={mechanism} coach={coach} />
              </fieldset>
              <ToAsk of={mechanism} language={coach.language.value} />
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}

function ToAsk({ of, language }: { of: Mechanism; language: string }) {
  const probe = of.probes.find((p) => p.part !== null);
  if (!probe) return null;
  return (
    <p>
      <span class="quiet">{w.ask}</span> <span lang={language}>{probe.text}</span>
    </p>
  );
}
