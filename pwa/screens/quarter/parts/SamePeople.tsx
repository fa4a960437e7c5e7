import { Progress } from '#core/browser/parts/Progress.tsx';
import { type Cell, csvOf } from '#core/exchange/index.ts';
import type { Met, PossibleDuplicate, SamePerson } from '#core/waves/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import { duplicateReasons, samePeopleFinding, listWords as w } from '../listWords.ts';
import type { PairsModel } from '../pairsModel.ts';

const shown = 50;

/** Who answered this survey and the one before, and who may be one person under two names. */
export function SamePeoplePart({ model, cycle }: { model: PairsModel; cycle: string }) {
  const pairs = model.pairs.value;
  return (
    <article class="qtr-list" aria-label={w.people.title}>
      <h3>{w.people.title}</h3>
      {pairs.kind === 'asked' ? (
        <Progress
          doing={w.people.looking}
          done={pairs.progress?.done ?? 0}
          all={pairs.progress?.all ?? 0}
          unit={w.units.people}
          onCancel={model.cancel}
        />
      ) : pairs.kind === 'found' ? (
        <>
          <p class="qtr-finding" role="status">
            {samePeopleFinding(pairs.counts, pairs.before)}
          </p>
          {pairs.people.possibleCount === 0 ? (
            <p class="quiet">{w.people.none}</p>
          ) : (
            <Pairs
              model={model}
              found={pairs.people.possible}
              all={pairs.people.possibleCount}
              cycle={cycle}
            />
          )}
        </>
      ) : (
        <>
          {pairs.kind === 'refused' && (
            <p class="callout bad" role="alert">
              {pairs.text}
            </p>
          )}
          <p class="quiet">{w.people.what}</p>
          <div class="acts">
            <button type="button" class="btn" onClick={() => void model.look()}>
              {w.people.look}
            </button>
          </div>
        </>
      )}
    </article>
  );
}

interface PairsProps {
  model: PairsModel;
  found: readonly PossibleDuplicate[];
  all: number;
  cycle: string;
}

function Pairs({ model, found, all, cycle }: PairsProps) {
  const { files } = useDeps();
  const said = model.said.value;
  const save = () => {
    const head: Cell[] = [
      w.people.first,
      w.email,
      w.company,
      w.people.second,
      w.email,
      w.company,
      w.people.why,
      w.people.answer,
    ];
    const rows = found.map(({ id, a, b, reason }): Cell[] => [
      a.name,
      a.email,
      a.accountName,
      b.name,
      b.email,
      b.accountName,
      duplicateReasons[reason],
      answerText(said.get(id)),
    ]);
    files.save(w.people.file(cycle), 'text/csv', csvOf([head, ...rows]));
  };
  return (
    <>
      <div class="tw">
        <table class="qtr-table qtr-pairs">
          <thead>
            <tr>
              <th scope="col">{w.people.first}</th>
              <th scope="col">{w.people.second}</th>
              <th scope="col">{w.people.why}</th>
              <th scope="col">{w.people.answer}</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, shown).map((pair) => (
              <tr key={pair.id}>
                <th scope="row">
                  <Who met={pair.a} />
                </th>
                <td data-label={w.people.second}>
                  <Who met={pair.b} />
                </td>
                <td data-label={w.people.why} class="quiet">
                  {duplicateReasons[pair.reason]}
                </td>
                <td data-label={w.people.answer}>
                  <Answer model={model} pair={pair} said={said.get(pair.id)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {all > shown && <p class="small quiet">{w.people.shown(shown, all)}</p>}
      <button type="button" class="btn txt" onClick={save}>
        {w.people.csv}
      </button>
    </>
  );
}

function Who({ met }: { met: Met }) {
  return (
    <>
      {met.name || met.email}{' '}
      <span class="small quiet">
        {[met.name ? met.email : '', met.accountName].filter(Boolean).join(', ')}
      </span>
    </>
  );
}

const answerText = (said: SamePerson | undefined): string =>
  said ? (said.same ? w.people.saidSame(said.byName) : w.people.saidTwo(said.byName)) : '';

function Answer(props: { model: PairsModel; pair: PossibleDuplicate; said: SamePerson | undefined }) {
  const { model, pair, said } = props;
  const of = w.people.of(pair.a.name || pair.a.email, pair.b.name || pair.b.email);
  if (said)
    return (
      <span>
        {answerText(said)}{' '}
        <button
          type="button"
          class="btn txt"
          aria-label={`${w.people.unsay}: ${of}`}
          onClick={() => void model.unsay(pair)}
        >
          {w.people.unsay}
        </button>
      </span>
    );
  return (
    <span class="acts">
      <button
        type="button"
        class="btn s"
        aria-label={`${w.people.same}: ${of}`}
        onClick={() => void model.say(pair, true)}
      >
        {w.people.same}
      </button>
      <button
        type="button"
        class="btn s"
        aria-label={`${w.people.two}: ${of}`}
        onClick={() => void model.say(pair, false)}
      >
        {w.people.two}
      </button>
    </span>
  );
}
