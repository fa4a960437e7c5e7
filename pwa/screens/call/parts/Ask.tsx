import { areaNames } from '#core/guide/index.ts';
import type { CallModel } from '../model.ts';
import { probeWords, words } from '../words.ts';

/** The question in the size it is read from the corner of an eye, its probes, and what comes next. */
export function Ask({ model }: { model: CallModel }) {
  const asked = model.asked.value;
  if (!asked) return <section class="call-ask" />;
  const { question, text, number, of, upNext, language } = asked;
  const lang = language || undefined;
  return (
    <section class="call-ask" aria-label={areaNames[question.area]}>
      <p class="quiet call-kick">
        <b class="strong">{areaNames[question.area]}</b>, question {number} of {of}
      </p>
      <h1 lang={lang}>{text}</h1>
      {question.why && <p class="quiet small call-why">{words.tests(question.why)}</p>}
      <ul class="call-probes" lang={lang}>
        {question.probes.map((probe) => (
          <li key={probe.text}>
            <span>{probe.text}</span>
            <span class="quiet small" lang="en-GB">
              {probeWords[probe.kind]}
            </span>
          </li>
        ))}
      </ul>
      <p class="call-then quiet">
        {upNext ? (
          <>
            <span class="call-then-text">
              {words.upNext} <span lang={lang}>{upNext}</span>
            </span>
            <span class="call-then-acts">
              <button type="button" class="btn s call-hush" onClick={model.previous}>
                {words.previous}
              </button>
              <button type="button" class="btn s" onClick={model.next}>
                {words.next} <kbd>Ctrl Enter</kbd>
              </button>
            </span>
          </>
        ) : (
          <span class="call-then-text">{words.allAsked}</span>
        )}
      </p>
    </section>
  );
}
