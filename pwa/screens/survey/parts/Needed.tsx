import { useId, useState } from 'preact/hooks';
import { decimalOf, wholeOf } from '#core/browser/parts/figures.ts';
import { type AnswersNeeded, answersNeeded, type Moves, pairsCounted } from '#core/scores/index.ts';
import type { WaveHead } from '#core/waves/index.ts';
import { scoreWords } from '../scoreWords.ts';

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
        <h2>{scoreWords.needed.title}</h2>
      </div>
      <p class="scores-say">
        {scoreWords.needed.finding(needed.have, decimalOf(needed.marginNow), needed.population)}
      </p>
      <div class="needed-two">
        <div class="needed-fields">
          <NumberField label={scoreWords.needed.margin} value={margin} set={setMargin} />
          <NumberField label={scoreWords.needed.difference} value={difference} set={setDifference} />
          <PowerField value={power} set={setPower} />
          <NumberField
            label={scoreWords.needed.population}
            value={population}
            set={setPopulation}
            hint={scoreWords.needed.populationHint}
          />
        </div>
        <NeededTable
          needed={needed}
          margin={margin}
          difference={difference}
          pairs={moves ? pairsCounted(moves) : 0}
        />
      </div>
      <p class="small quiet">
        {scoreWords.needed.assumes(
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
      <label for={id}>{scoreWords.needed.power}</label>
      <select id={id} class="sel s" value={value} onChange={(event) => set(event.currentTarget.value)}>
        {Object.entries(scoreWords.needed.powers).map(([power, name]) => (
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
    [scoreWords.needed.marginRow(margin), needed.forMargin, scoreWords.needed.answers, needed.have],
    [scoreWords.needed.nextRow(difference), needed.inNext, scoreWords.needed.next, null],
    [scoreWords.needed.eachRow(difference), needed.inEach, scoreWords.needed.each, needed.have],
    [
      scoreWords.needed.pairsRow(difference),
      needed.pairs,
      scoreWords.needed.people,
      pairs > 0 ? pairs : null,
    ],
  ];
  return (
    <div class="tw">
      <table class="score-cards" aria-live="polite">
        <thead>
          <tr>
            <th scope="col">{scoreWords.needed.whatFor}</th>
            <th scope="col">{scoreWords.needed.takes}</th>
            <th scope="col">{scoreWords.needed.have}</th>
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
  return outcome.kind === 'neverEnough' ? scoreWords.needed.never : scoreWords.needed.wanted;
}

function haveOf(outcome: Outcome, have: number | null): string {
  if (have === null || outcome.kind !== 'needed') return '';
  return have >= outcome.n ? scoreWords.needed.enough(have) : scoreWords.needed.short(have, outcome.n - have);
}
