import './scores.css';
import { useState } from 'preact/hooks';
import { Dialog } from '#core/browser/parts/Dialog.tsx';
import { percentOf, wholeOf } from '#core/browser/parts/figures.ts';
import { Histogram } from '#core/browser/parts/Histogram.tsx';
import { BandMark } from '#core/browser/parts/marks.tsx';
import { NextBar } from '#core/browser/parts/NextBar.tsx';
import { useTurn } from '#core/browser/parts/useTurn.ts';
import { csvOf } from '#core/exchange/index.ts';
import { bandOf } from '#core/scores/index.ts';
import type { RejectedRow, WaveHead } from '#core/waves/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import { findingOf } from './finding.ts';
import { CsatHistogram } from './parts/CsatHistogram.tsx';
import { NeededAnswers } from './parts/Needed.tsx';
import { RejectedTable, saveRejected } from './parts/Rejected.tsx';
import { SamePeople } from './parts/SamePeople.tsx';
import { SameSatisfied } from './parts/SameSatisfied.tsx';
import { SatisfiedBy } from './parts/SatisfiedBy.tsx';
import { Since } from './parts/Since.tsx';
import { TrendOver } from './parts/TrendOver.tsx';
import { Weighted } from './parts/Weighted.tsx';
import { changeOf, figureIn, movesFound } from './readWave.ts';
import { figureOf, metricName, scoreWords, spanOf } from './scoreWords.ts';
import { undoImport } from './undo.ts';
import { useSamePeople } from './useSamePeople.ts';
import { todayOf } from './waveCycle.ts';
import { dateOf, words } from './words.ts';

/** What the survey says: the finding, the answers by score, who answered twice, the trend, and what more would take. */
export function WavePage({ head, before }: { head: WaveHead; before: WaveHead | null }) {
  const deps = useDeps();
  const { waves, cycles } = deps.state;
  const turn = useTurn(3);
  const same = useSamePeople(head, before);
  const found = same.kind === 'found' ? same.found : null;
  const finding = findingOf(head, before, found, todayOf(deps));
  const change = changeOf(head, before, found);
  const moves = head.metric === 'nps' ? movesFound(found) : null;
  const beside = waves.value.find(({ id, cycle }) => cycle === head.cycle && id !== head.id);
  const isCsat = head.metric === 'csat';
  const place = new Map(cycles.value.map((cycle, i) => [cycle.id as string, i]));
  const oldestFirst = [...waves.value].sort(
    (a, b) => (place.get(b.cycle) ?? 0) - (place.get(a.cycle) ?? 0) || a.importedAt - b.importedAt,
  );
  return (
    <>
      <main class="page">
        <div class="head">
          <h1>{finding.title}</h1>
          <p class="lede">
            {finding.lede} {beside && words.wave.also(beside)}
          </p>
        </div>
        <section>
          <div class="sect-h">
            <h2>{isCsat ? scoreWords.csat.histogram : words.wave.histogram}</h2>
            <button type="button" class="btn txt" onClick={() => saveHistogram(deps.files, head)}>
              {words.wave.csv}
            </button>
          </div>
          <div class="wave-hist">
            {isCsat ? (
              <CsatHistogram counts={head.histogram} />
            ) : (
              <Histogram counts={head.histogram} caption={words.wave.histogram} />
            )}
            <div>
              <Since head={head} change={change} />
              {same.kind === 'looking' && <p class="small quiet">{scoreWords.same.looking}</p>}
              {same.kind === 'failed' && <p class="small quiet">{scoreWords.same.failed}</p>}
            </div>
          </div>
          <details class="behind">
            <summary>{words.wave.table}</summary>
            <ScoreTable head={head} />
          </details>
        </section>
        {before && moves && found && <SamePeople head={head} before={before} moves={moves} found={found} />}
        {isCsat && change && found && <SameSatisfied found={found} />}
        {turn > 0 && isCsat && <SatisfiedBy head={head} />}
        {turn > 0 && <TrendOver head={head} waves={oldestFirst} />}
        {turn > 1 && (
          <>
            <Weighted head={head} />
            <NeededAnswers key={head.id} head={head} moves={moves} />
          </>
        )}
        {turn > 2 && (
          <section class="sect">
            <div class="sect-h">
              <h2>{words.wave.waves}</h2>
              <a href="/survey?new">{words.wave.another}</a>
            </div>
            <WaveTable heads={waves.value} shown={head.id} />
          </section>
        )}
      </main>
      {isCsat ? (
        <NextBar
          action={
            <a class="btn do" href="/survey?new">
              {words.wave.another}
            </a>
          }
        >
          <b class="strong">{scoreWords.csat.nextWhy}</b> {scoreWords.csat.nextText}
        </NextBar>
      ) : (
        <NextBar
          action={
            <a class="btn do" href="/segments">
              {words.wave.next}
            </a>
          }
        >
          <b class="strong">{words.wave.nextWhy}</b> {words.wave.nextText(head.dimensions)}
        </NextBar>
      )}
    </>
  );
}

/** The scores a question of this kind has. */
const scoresOf = (head: WaveHead) =>
  [...head.histogram.entries()].filter(([score]) => head.metric === 'nps' || (score >= 1 && score <= 5));

const bandName = (head: WaveHead, score: number): string =>
  head.metric === 'nps' ? bandOf(score) : score >= 4 ? scoreWords.csat.satisfied : scoreWords.csat.rest;

const shareOf = (head: WaveHead, n: number) => (head.answers > 0 ? n / head.answers : 0);

function saveHistogram(files: ReturnType<typeof useDeps>['files'], head: WaveHead): void {
  const rows = scoresOf(head).map(([score, n]) => [
    score,
    bandName(head, score),
    n,
    Math.round(1e4 * shareOf(head, n)) / 1e4,
  ]);
  files.save(
    words.wave.csvFile(head.cycleName),
    'text/csv',
    csvOf([[words.wave.score, words.wave.band, words.wave.answers, words.wave.share], ...rows]),
  );
}

function ScoreTable({ head }: { head: WaveHead }) {
  return (
    <div class="tw">
      <table class="score-table">
        <thead>
          <tr>
            <th scope="col" class="rt">
              {words.wave.score}
            </th>
            <th scope="col">{words.wave.band}</th>
            <th scope="col" class="rt">
              {words.wave.answers}
            </th>
            <th scope="col" class="rt">
              {words.wave.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {scoresOf(head)
            .reverse()
            .map(([score, n]) => (
              <tr key={score}>
                <th scope="row" class="rt">
                  {score}
                </th>
                <td>{head.metric === 'nps' ? <BandMark band={bandOf(score)} /> : bandName(head, score)}</td>
                <td class="rt">{wholeOf(n)}</td>
                <td class="rt">{percentOf(shareOf(head, n))}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}

function WaveTable({ heads, shown }: { heads: readonly WaveHead[]; shown: string }) {
  const [undoing, setUndoing] = useState<WaveHead | null>(null);
  return (
    <div class="tw">
      <table class="waves">
        <thead>
          <tr>
            <th scope="col">{words.wave.cycle}</th>
            <th scope="col">{words.wave.file}</th>
            <th scope="col" class="rt">
              {words.wave.answers}
            </th>
            <th scope="col" class="rt">
              {words.wave.nps}
            </th>
            <th scope="col">{words.wave.interval}</th>
            <th scope="col" class="rt">
              {words.wave.rejected}
            </th>
            <th scope="col">{words.wave.imported}</th>
            <th scope="col">
              <span class="vh">{words.wave.undo}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {heads.map((head) => (
            <WaveRow key={head.id} head={head} now={head.id === shown} undo={() => setUndoing(head)} />
          ))}
        </tbody>
      </table>
      {undoing && <UndoDialog head={undoing} close={() => setUndoing(null)} />}
    </div>
  );
}

function WaveRow({ head, now, undo }: { head: WaveHead; now: boolean; undo(): void }) {
  const { state } = useDeps();
  const figure = figureIn(head);
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          class="sort"
          aria-current={now || undefined}
          onClick={() => {
            state.cycle.value = head.cycle;
          }}
        >
          <span class={now ? 'strong' : ''}>{head.cycleName}</span>
        </button>
        {head.sample && <span class="small quiet"> {words.wave.invented}</span>}
      </th>
      <td data-label={words.wave.file} class="file-name">
        {head.fileName}
      </td>
      <td data-label={words.wave.answers} class="rt">
        {wholeOf(head.answers)}
      </td>
      <td data-label={words.wave.nps} class="rt strong">
        {figure ? figureOf(head.metric, figure.value) : '–'}
        {head.metric === 'csat' && <span class="small quiet"> {metricName.csat}</span>}
      </td>
      <td data-label={words.wave.interval} class="quiet">
        {figure ? spanOf(head.metric, figure.low, figure.high) : ''}
      </td>
      <td data-label={words.wave.rejected} class="rt">
        {head.rejected > 0 ? <RejectedButton head={head} /> : '0'}
      </td>
      <td data-label={words.wave.imported} class="quiet">
        {dateOf(head.importedAt)}
      </td>
      <td class="rt">
        {!head.sample && (
          <button
            type="button"
            class="btn txt"
            aria-label={words.wave.undoName(head.fileName)}
            onClick={undo}
          >
            {words.wave.undo}
          </button>
        )}
      </td>
    </tr>
  );
}

function RejectedButton({ head }: { head: WaveHead }) {
  const deps = useDeps();
  const [rows, setRows] = useState<readonly RejectedRow[] | null>(null);
  return (
    <>
      <button
        type="button"
        class="btn txt num"
        aria-label={words.preview.seeRejected(head.rejected)}
        onClick={() => void deps.waves.rejected(head.id).then(setRows)}
      >
        {wholeOf(head.rejected)}
      </button>
      {rows && (
        <Dialog
          title={words.rejected.title(rows.length)}
          kind="wide"
          onClose={() => setRows(null)}
          actions={
            <button
              type="button"
              class="btn do"
              onClick={() => saveRejected(deps.files, head.fileName, rows, head.metric)}
            >
              {words.rejected.download}
            </button>
          }
        >
          <RejectedTable rows={rows.slice(0, 500)} all={rows.length} metric={head.metric} />
        </Dialog>
      )}
    </>
  );
}

function UndoDialog({ head, close }: { head: WaveHead; close(): void }) {
  const deps = useDeps();
  const undo = async () => {
    close();
    await undoImport(deps, head);
    deps.say(words.keep.undone(head.cycleName));
  };
  return (
    <Dialog
      title={words.wave.undoTitle}
      onClose={close}
      actions={
        <>
          <button type="button" class="btn" onClick={close}>
            {words.wave.keepIt}
          </button>
          <button type="button" class="btn do" onClick={() => void undo()}>
            {words.wave.undoDo}
          </button>
        </>
      }
    >
      <p>{words.wave.undoText(head.answers, head.fileName)}</p>
    </Dialog>
  );
}
