import { percentOf, signedOf, wholeOf } from '#core/browser/parts/figures.ts';
import { BandMark } from '#core/browser/parts/marks.tsx';
import type { SamePeopleFound } from '#core/ports/samePeople.ts';
import {
  answersIn,
  beforeIn,
  comparePairs,
  type Moves,
  movementIn,
  nowIn,
  npsOf,
} from '#core/scores/index.ts';
import { type Band, bands, type WaveHead } from '#core/waves/index.ts';
import { scoreWords } from '../scoreWords.ts';
import { words } from '../words.ts';

const topFirst: readonly Band[] = [...bands].reverse();

/** Those who answered both surveys, each compared with themselves, and where they went. */
export function SamePeople({
  head,
  before,
  moves,
  found,
}: {
  head: WaveHead;
  before: WaveHead;
  moves: Moves;
  found: SamePeopleFound;
}) {
  const change = comparePairs(moves);
  const [was, is] = [npsOf(beforeIn(moves)), npsOf(nowIn(moves))];
  if (change.kind === 'tooFew' || was.kind === 'tooFew' || is.kind === 'tooFew') return null;
  const { hidden } = movementIn({ ...change, kind: 'difference' }, change.bands);
  const leftOut = scoreWords.same.leftOut(found.ambiguous, found.conflicting);
  const range = scoreWords.since.range(change.low, change.high);
  const went = scoreWords.same.went(
    wholeOf(was.value),
    wholeOf(is.value),
    signedOf(change.value),
    range,
    change.beyondNoise,
  );
  return (
    <section class="sect same">
      <div class="sect-h">
        <h2>{scoreWords.same.title(change.n[0])}</h2>
      </div>
      <div class="same-two">
        <div>
          <p class="scores-say">{went}</p>
          <p>{scoreWords.same.steps(change.worse, change.better, change.same)}</p>
          {hidden && <p>{scoreWords.same.hidden[hidden]}</p>}
          <p class="small quiet">
            {[
              scoreWords.same.how(found.byId, found.byEmail, found.bySaid),
              leftOut,
              change.isSmall && scoreWords.same.small,
            ]
              .filter(Boolean)
              .join(' ')}
          </p>
        </div>
        <MoveTable moves={moves} before={before.cycleName} now={head.cycleName} />
      </div>
    </section>
  );
}

/** The heaviest cell off the diagonal gets the darkest ground; figures say the same. */
function MoveTable({ moves, before, now }: { moves: Moves; before: string; now: string }) {
  const most = Math.max(
    1,
    ...bands.flatMap((from) => bands.map((to) => (from === to ? 0 : moves[from][to]))),
  );
  return (
    <div class="tw">
      <table class="moves">
        <caption>{scoreWords.same.table(before, now)}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="vh">{scoreWords.same.before(before)}</span>
            </th>
            {topFirst.map((band) => (
              <th scope="col" class="rt" key={band}>
                <BandMark band={band}>{words.since.bands[band]}</BandMark>
              </th>
            ))}
            <th scope="col" class="rt quiet">
              {scoreWords.same.all}
            </th>
          </tr>
        </thead>
        <tbody>
          {topFirst.map((from) => (
            <tr key={from}>
              <th scope="row">
                <BandMark band={from}>{words.since.bands[from]}</BandMark>
              </th>
              {topFirst.map((to) => (
                <Cell
                  key={to}
                  people={moves[from][to]}
                  stayed={from === to}
                  weight={moves[from][to] / most}
                />
              ))}
              <td class="rt quiet">{wholeOf(answersIn(moves[from]))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ people, stayed, weight }: { people: number; stayed: boolean; weight: number }) {
  return stayed ? (
    <td class="rt quiet stayed">{wholeOf(people)}</td>
  ) : (
    <td class="rt moved" style={{ '--share': percentOf(weight) }}>
      {wholeOf(people)}
    </td>
  );
}
