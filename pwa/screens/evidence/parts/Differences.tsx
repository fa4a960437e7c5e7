import { useState } from 'preact/hooks';
import { BandMark } from '#core/browser/parts/marks.tsx';
import type { Disagreement } from '#core/themes/index.ts';
import { agreementWords, themeName } from '../agreementWords.ts';
import type { EvidenceModel } from '../model.ts';

const atFirst = 8;

/** What the two do not agree on, with the words it rests on, to be talked over and settled. */
export function Differences({ model, all }: { model: EvidenceModel; all: readonly Disagreement[] }) {
  const [whole, setWhole] = useState(false);
  const shown = whole ? all : all.slice(0, atFirst);
  return (
    <section class="sect">
      <div class="sect-h">
        <h2>{agreementWords.differences}</h2>
      </div>
      {all.length === 0 && <p class="quiet">{agreementWords.noDifferences}</p>}
      <ol class="evi-diff">
        {shown.map((one) => (
          <Difference key={`${one.interview.interview} ${one.theme}`} one={one} model={model} />
        ))}
      </ol>
      {all.length > shown.length && (
        <button type="button" class="btn s evi-more" onClick={() => setWhole(true)}>
          {agreementWords.more(all.length - shown.length)}
        </button>
      )}
    </section>
  );
}

function Difference({ one, model }: { one: Disagreement; model: EvidenceModel }) {
  const { interview } = one;
  const who = agreementWords.speaker(interview);
  const button = (holds: boolean, text: string) => (
    <button
      type="button"
      class="btn s"
      aria-pressed={one.settled === holds}
      aria-label={`${text}: ${themeName(one.name)}, ${who}`}
      onClick={() => void model.settle(one, holds)}
    >
      {text}
    </button>
  );
  return (
    <li>
      <div>
        <h3>
          {themeName(one.name)} <BandMark band={interview.band}>{who}</BandMark>
        </h3>
        <p class="small quiet">
          {agreementWords.hisNotHers(one)}{' '}
          <a href={`/call/${interview.interview}`} aria-label={`${agreementWords.toInterview}: ${who}`}>
            {agreementWords.toInterview}
          </a>
        </p>
      </div>
      <ul class="evi-notes">
        {one.notes.map(({ note, text }) => (
          <li key={note}>{text}</li>
        ))}
      </ul>
      <p class="acts">
        {button(true, agreementWords.holds)}
        {button(false, agreementWords.holdsNot)}
        {one.settled !== null && <span class="small">{agreementWords.settledAs(one.settled)}</span>}
      </p>
    </li>
  );
}
