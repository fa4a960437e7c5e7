import { Progress } from '#core/browser/parts/Progress.tsx';
import { type Cell, csvOf } from '#core/exchange/index.ts';
import type { Met, PossibleDuplicate, SamePerson } from '#core/waves/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import { duplicateReasons, samePeopleFinding, listWords as w } from '../listWords.ts';
import type { PairsModel } from '../pairsModel.ts';

const says = w.people;
const shown = 50;

/** Who answered this survey and the one before, and who may be one person under two names. */
export function SamePeoplePart({ model, cycle }: { model: PairsModel; cycle: string }) {
  const pairs = model.pairs.value;
  return (
    <article class="qtr-list" aria-label={says.title}>
      <h3>{says.title}</h3>
      {pairs.kind === 'asked' ? (
        <Progress
          doing={says.looking}
          done={pairs.progress?.done ?? 0}
          all={pairs.progress?.all ?? 0}
          unit="people"
          onCancel={model.cancel}
        />
      ) : pairs.kind === 'found' ? (
        <>
          <p class="qtr-finding" role="status">
            {samePeopleFinding(pairs.counts, pairs.before)}
          </p>
          {pairs.people.possibleCount === 0 ? (
            <p class="quiet">{says.none}</p>
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
          <p class="quiet">{says.what}</p>
          <div class="acts">
            <button type="button" class="btn" onClick={() => void model.look()}>
              {says.look}
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
      says.first,
      w.email,
      w.company,
      says.second,
      w.email,
      w.company,
      says.why,
      says.answer,
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
    files.save(says.file(cycle), 'text/csv', csvOf([head, ...rows]));
  };
  return (
    <>
      <div class="tw">
        <table class="qtr-table qtr-pairs">
          <thead>
            <tr>
              <th scope="col">{says.first}</th>
              <th scope="col">{says.second}</th>
              <th scope="col">{says.why}</th>
              <th scope="col">{says.answer}</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, shown).map((pair) => (
              <tr key={pair.id}>
                <th scope="row">
                  <Who met={pair.a} />
                </th>
                <td data-label={says.second}>
                  <Who met={pair.b} />
                </td>
                <td data-label={says.why} class="quiet">
                  {duplicateReasons[pair.reason]}
                </td>
                <td data-label={says.answer}>
                  <Answer model={model} pair={pair} said={said.get(pair.id)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {all > shown && <p class="small quiet">{says.shown(shown, all)}</p>}
      <button type="button" class="btn txt" onClick={save}>
        {says.csv}
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
  said ? (said.same ? says.saidSame(said.byName) : says.saidTwo(said.byName)) : '';

function Answer(props: { model: PairsModel; pair: PossibleDuplicate; said: SamePerson | undefined }) {
  const { model, pair, said } = props;
  const of = says.of(pair.a.name || pair.a.email, pair.b.name || pair.b.email);
  if (said)
    return (
      <span>
        {answerText(said)}{' '}
        <button
          type="button"
          class="btn txt"
          aria-label={`${says.unsay}: ${of}`}
          onClick={() => void model.unsay(pair)}
        >
          {says.unsay}
        </button>
      </span>
    );
  return (
    <span class="acts">
      <button
        type="button"
        class="btn s"
        aria-label={`${says.same}: ${of}`}
        onClick={() => void model.say(pair, true)}
      >
        {says.same}
      </button>
      <button
        type="button"
        class="btn s"
        aria-label={`${says.two}: ${of}`}
        onClick={() => void model.say(pair, false)}
      >
        {says.two}
      </button>
    </span>
  );
}
