import type { ComponentChildren } from 'preact';
import { localeSpoken } from '#core/browser/parts/figures.ts';
import { areaNames } from '#core/guide/index.ts';
import type { CallModel } from '../model.ts';
import { probeWords, words } from '../words.ts';
import { Led } from './Led.tsx';

/** The question in the size it is read from the corner of an eye, its probes, and what belongs to it. */
export function Ask({ model, children }: { model: CallModel; children?: ComponentChildren }) {
  const asked = model.asked.value;
  if (!asked)
    return (
      <section class="call-ask">
        <Led model={model} />
      </section>
    );
  const { question, text, number, of, language, probe: sought } = asked;
  const lang = language || undefined;
  return (
    <section class="call-ask" aria-label={areaNames[question.area]}>
      <Led model={model} />
      <p class="quiet call-kick">
        <b class="strong">{areaNames[question.area]}</b>, {words.question(number, of)}
      </p>
      <h1 lang={lang}>{text}</h1>
      {question.why && <p class="quiet small call-why">{words.tests(question.why)}</p>}
      <ul class="call-probes" lang={lang}>
        {question.probes.map((probe, i) => (
          <li key={probe.text} class={i === sought ? 'call-sought' : ''}>
            <span>{probe.text}</span>
            <span class="quiet small" lang={localeSpoken()}>
              {probeWords[probe.kind]}
            </span>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

/** What is asked after this, and the way there and back: beneath all that scrolls, so that it is always in sight. */
export function Then({ model }: { model: CallModel }) {
  const asked = model.asked.value;
  if (!asked) return null;
  const { upNext, hasNext } = asked;
  const lang = asked.language || undefined;
  return (
    <p class="call-then quiet">
      {upNext ? (
        <span class="call-then-text">
          {words.upNext} <span lang={lang}>{upNext}</span>
        </span>
      ) : (
        <span class="call-then-text">{words.allAsked}</span>
      )}
      <span class="call-then-acts">
        <button type="button" class="btn s call-hush" onClick={model.previous}>
          {words.previous}
        </button>
        {hasNext && (
          <button type="button" class="btn s" onClick={model.next}>
            {words.next} <kbd>Ctrl Enter</kbd>
          </button>
        )}
      </span>
    </p>
  );
}
