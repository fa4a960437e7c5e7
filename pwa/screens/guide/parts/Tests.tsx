import { useId, useState } from 'preact/hooks';
import { areaNames, type Hypothesis, mostOf, questionOf, wordingHint } from '#core/guide/index.ts';
import type { GuideModel } from '../guideModel.ts';
import { passedOverText, reachRule, reachText } from '../reachWords.ts';
import { whenText, words } from '../words.ts';
import type { Hands } from './useHands.ts';

/** What the calls of the cycle test beside the guide, and what else would be worth it. */
export function Tests(props: { model: GuideModel; language: string; hands: Hands }) {
  const { model, language, hands } = props;
  const id = useId();
  const ground = model.cycle.ground.value;
  const [starters, findings] = [true, false].map((usual) =>
    model.offered.value.filter((h) => (h.source === 'starter') === usual),
  ) as [Hypothesis[], Hypothesis[]];
  return (
    <section class="sect" aria-labelledby={id}>
      <div class="sect-h">
        <h2 id={id}>{words.tests.title(model.cycle.name.value)}</h2>
      </div>
      {!ground ? (
        <p class="quiet">{words.tests.noCycle}</p>
      ) : (
        <>
          <p class="quiet gd-why">
            {words.tests.why} {reachRule}
          </p>
          {ground.hypotheses.length === 0 ? (
            <p>{words.tests.none}</p>
          ) : (
            <ul class="gd-hyps">
              {ground.hypotheses.map((h) => (
                <Taken key={h.id} hypothesis={h} {...props} />
              ))}
            </ul>
          )}
          {findings.length > 0 && (
            <>
              <h3 class="gd-off">{words.tests.found}</h3>
              <Offered hypotheses={findings} language={language} hands={hands} />
            </>
          )}
          {starters.length > 0 && (
            <details class="gd-off">
              <summary>
                <h3>{words.tests.starters}</h3> <span class="quiet num">{starters.length}</span>
              </summary>
              <Offered hypotheses={starters} language={language} hands={hands} />
            </details>
          )}
        </>
      )}
    </section>
  );
}

function Offered(props: { hypotheses: readonly Hypothesis[]; language: string; hands: Hands }) {
  const { hypotheses, language, hands } = props;
  return (
    <ul class="gd-hyps">
      {hypotheses.map((h) => (
        <li key={h.id}>
          <About hypothesis={h} language={language} />
          <button
            type="button"
            class="btn s"
            aria-label={words.tests.takeName(questionOf(h, language).text)}
            onClick={() => void hands.take([h])}
          >
            {words.tests.take}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The question as it is asked, the ground for it, and of whom. */
function About({ hypothesis, language }: { hypothesis: Hypothesis; language: string }) {
  const { text, why } = questionOf(hypothesis, language);
  const whom = whenText(hypothesis.when);
  const about = [hypothesis.source === 'starter' ? '' : (why ?? ''), whom, areaNames[hypothesis.area]];
  return (
    <div>
      <p lang={language || undefined}>{text}</p>
      <p class="small quiet">{about.filter(Boolean).join(' · ')}</p>
    </div>
  );
}

/** Of how many it is asked, and that who is on screen is not: a call holds a few, so some can be passed over. */
function Reach({ hypothesis, model }: { hypothesis: Hypothesis; model: GuideModel }) {
  const { reach, passedOver, who } = model.respondent;
  const all = reach.value.get(hypothesis.id);
  const never = all !== undefined && all.asked === 0;
  const isPassedOver = passedOver.value.has(hypothesis.id) && !(never && all.concerns > 0);
  if (!all && !isPassedOver) return null;
  return (
    <p class="small">
      {all && <span class={never ? 'strong' : 'quiet'}>{reachText(all)}</span>}{' '}
      {isPassedOver && <span class="quiet">{passedOverText(who.value.name)}</span>}
    </p>
  );
}

function Taken(props: { hypothesis: Hypothesis; model: GuideModel; language: string; hands: Hands }) {
  const { hypothesis, model, language, hands } = props;
  const { text } = questionOf(hypothesis, language);
  // what is typed here is the truth of this field: the document answers a moment later
  const [own, setOwn] = useState(hypothesis.text);
  const hint = wordingHint(own, language);
  return (
    <li>
      <div>
        <About hypothesis={hypothesis} language={language} />
        <Reach hypothesis={hypothesis} model={model} />
        <details class="gd-own">
          <summary class="small">{words.tests.words}</summary>
          <textarea
            class="area"
            rows={2}
            lang={language || undefined}
            aria-label={words.tests.wordsOf(text)}
            maxLength={mostOf.text}
            placeholder={text}
            value={own}
            onInput={(event) => {
              setOwn(event.currentTarget.value);
              void model.cycle.reword(hypothesis, event.currentTarget.value);
            }}
          />
          {hint && <p class="small strong">{words.hint[hint]}</p>}
        </details>
      </div>
      <button
        type="button"
        class="btn s"
        aria-label={words.tests.dropName(text)}
        onClick={() => void hands.drop(hypothesis)}
      >
        {words.tests.drop}
      </button>
    </li>
  );
}
