import { useId, useState } from 'preact/hooks';
import { decimalOf, wholeOf } from '#core/browser/parts/figures.ts';
import { type AnswersNeeded, answersNeeded, type Moves, pairsCounted } from '#core/scores/index.ts';
import type { WaveHead } from '#core/waves/index.ts';
import { scoreWords } from '../scoreWords.ts';

const w = scoreWords.needed;

/** How many answers a wanted precision or change takes, reckoned from this survey's own spread. */
export function NeededAnswers({ head, moves }: { head: WaveHead; moves: Moves | null }) {
  const [margin, setMargin] = useState('3');
  const [difference, setDifference] = useState('5');
  const [population, setPopulation] = useState(head.nonResponses > 0 ? String(head.rows) : '');
  const [power, setPower] = useState('0.8');
  const asked = Math.floor(numberIn(population));
  const needed = answersNeeded(
    {
      metric: head.metric,
      histogram: head.histogram,
      ...(asked > 0 && { invited: asked }),
      ...(moves && { moves }),
    },
    { margin: numberIn(margin), difference: numberIn(difference), power: Number(power) },
  );
  if (needed.kind === 'tooFew') return null;
  return (
    <section class="sect needed">
      <div class="sect-h">
        <h2>{w.title}</h2>
      </div>
      <p class="scores-say">{w.finding(needed.have, decimalOf(needed.marginNow), needed.population)}</p>
      <div class="needed-two">
        <div class="needed-fields">
          <NumberField label={w.margin} value={margin} set={setMargin} />
          <NumberField label={w.difference} value={difference} set={setDifference} />
          <PowerField value={power} set={setPower} />
          <NumberField label={w.population} value={population} set={setPopulation} hint={w.populationHint} />
        </div>
        <NeededTable
          needed={needed}
          margin={margin}
          difference={difference}
          pairs={moves ? pairsCounted(moves) : 0}
        />
      </div>
      <p class="small quiet">
        {w.assumes(
          wholeOf(needed.deviation),
          decimalOf(needed.correlation, 2),
          needed.isCorrelationAssumed,
          moves ? pairsCounted(moves) : 0,
        )}
      </p>
    </section>
  );
}

const numberIn = (text: string): number => Number(text.trim().replace(',', '.')) || 0;

function NumberField({
  label,
  value,
  set,
  hint,
}: {
  label: string;
  value: string;
  set(value: string): void;
  hint?: string;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="in s"
        inputMode="decimal"
        value={value}
        onInput={(event) => set(event.currentTarget.value)}
        {...(hint && { 'aria-describedby': `${id}h` })}
      />
      {hint && (
        <span class="hint" id={`${id}h`}>
          {hint}
        </span>
      )}
    </div>
  );
}

function PowerField({ value, set }: { value: string; set(value: string): void }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{w.power}</label>
      <select id={id} class="sel s" value={value} onChange={(event) => set(event.currentTarget.value)}>
        {Object.entries(w.powers).map(([power, name]) => (
          <option key={power} value={power}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

type Outcome = AnswersNeeded['forMargin'] | AnswersNeeded['inNext'];

function NeededTable({
  needed,
  margin,
  difference,
  pairs,
}: {
  needed: AnswersNeeded;
  margin: string;
  difference: string;
  pairs: number;
}) {
  const rows: readonly (readonly [string, Outcome, (n: number) => string, number | null])[] = [
    [w.marginRow(margin), needed.forMargin, w.answers, needed.have],
    [w.nextRow(difference), needed.inNext, w.next, null],
    [w.eachRow(difference), needed.inEach, w.each, needed.have],
    [w.pairsRow(difference), needed.pairs, w.people, pairs > 0 ? pairs : null],
  ];
  return (
    <div class="tw">
      <table class="score-cards" aria-live="polite">
        <thead>
          <tr>
            <th scope="col">{w.whatFor}</th>
            <th scope="col">{w.takes}</th>
            <th scope="col">{w.have}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([what, outcome, say, have]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td class={outcome.kind === 'needed' ? 'strong' : 'quiet'}>{saidOf(outcome, say)}</td>
              <td class="quiet">{haveOf(outcome, have)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function saidOf(outcome: Outcome, say: (n: number) => string): string {
  if (outcome.kind === 'needed') return say(outcome.n);
  return outcome.kind === 'neverEnough' ? w.never : w.wanted;
}

function haveOf(outcome: Outcome, have: number | null): string {
  if (have === null || outcome.kind !== 'needed') return '';
  return have >= outcome.n ? w.enough(have) : w.short(have, outcome.n - have);
}
