import { ThemeName } from '#core/browser/parts/marks.tsx';
import { knownOf, coachAfter as w } from '../coachWords.ts';
import type { Mechanism } from '../mechanism.ts';
import type { CallModel } from '../model.ts';
import { Roots } from './Beneath.tsx';
import { Marks, Parts } from './Parts.tsx';

/** After the call: the themes whose mechanism is not known yet, to be filled in or asked again. */
export function Understood({ model }: { model: CallModel }) {
  const { coach } = model;
  const all = coach.all.value;
  if (all.length === 0) return null;
  const open = all.filter((m) => !m.isKnown);
  return (
    <>
      <h2>{w.title}</h2>
      <p class="quiet">{open.length === 0 ? w.all : w.some(open.length, all.length)}</p>
      <ul class="coach-open">
        {open.map((mechanism, i) => (
          <li key={mechanism.id}>
            <details open={i === 0}>
              <summary>
                <ThemeName name={mechanism.name} category={mechanism.category} />
                <Marks of={mechanism} />
                <span class="quiet small num">{knownOf(mechanism)}</span>
              </summary>
              <Parts of={mechanism} coach={coach} />
              <Roots of={mechanism} coach={coach} />
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
