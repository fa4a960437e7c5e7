import { NextBar } from '#core/browser/parts/NextBar.tsx';
import { Pick } from '#core/browser/parts/Pick.tsx';
import type { Line, Order, RosterModel, Show } from '../roster.ts';
import { rosterFinding, rosterLede, windowHint, windowText, words } from '../words.ts';
import { RosterLine } from './RosterLine.tsx';
import { useArrival } from './useArrival.ts';
import { useCall } from './useCall.ts';

const shows: readonly Show[] = ['open', 'mine', 'all'];

/** The roster of the cycle: who is to be called, by whom, and how much time is left. */
export function Roster({ model }: { model: RosterModel }) {
  const heading = useArrival();
  const summary = model.summary.value;
  const lines = model.lines.value;
  return (
    <>
      <main class="page">
        <div class="head">
          <h1 ref={heading} tabIndex={-1}>
            {rosterFinding(summary)}
          </h1>
          <p class="lede">{rosterLede(summary)}</p>
        </div>
        <div class="sect-h">
          <h2>{words.roster.title}</h2>
          <Pick
            label={words.roster.showLabel}
            options={shows.map((s) => ({ value: s, name: words.roster.show[s] }))}
            value={model.show.value}
            onPick={model.showOnly}
          />
        </div>
        {lines.length > 0 ? (
          <RosterTable model={model} lines={lines} />
        ) : (
          <p class="ppl-none quiet">{words.roster.nothing[model.show.value]}</p>
        )}
        <p class="ppl-more">
          <a href="/people?choose">{words.roster.more}</a>
        </p>
      </main>
      <Next model={model} />
    </>
  );
}

function RosterTable({ model, lines }: { model: RosterModel; lines: readonly Line[] }) {
  return (
    <table class="ppl roster">
      <caption class="vh">{words.roster.caption}</caption>
      <thead>
        <tr>
          <Head model={model} order="name">
            {words.roster.person}
          </Head>
          <Head model={model} order="score">
            {words.roster.score}
          </Head>
          <th scope="col">{words.roster.why}</th>
          <Head model={model} order="time" hint={windowHint}>
            {words.roster.time}
          </Head>
          <th scope="col">{words.roster.reach}</th>
          <th scope="col">{words.roster.state}</th>
          <th scope="col">{words.roster.interviewer}</th>
          <th scope="col">
            <span class="vh">{words.roster.call}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <RosterLine key={line.entry.id} line={line} model={model} />
        ))}
      </tbody>
    </table>
  );
}

function Head(props: { model: RosterModel; order: Order; hint?: string; children: string }) {
  const current = props.model.order.value === props.order;
  return (
    <th scope="col" aria-sort={current ? 'ascending' : undefined} title={props.hint}>
      <button type="button" class="sort" onClick={() => props.model.orderBy(props.order)}>
        {props.children}
      </button>
    </th>
  );
}

/** The next call: one of mine or a free one, reachable, with the fewest days left. */
function Next({ model }: { model: RosterModel }) {
  const call = useCall(model);
  const next = model.next.value;
  if (!next)
    return (
      <NextBar
        action={
          <a class="btn do" href="/drivers">
            {words.roster.drivers}
          </a>
        }
      >
        <b class="strong">{words.roster.nobodyLeft}</b>{' '}
        <span class="quiet">{words.roster.nobodyLeftWhy}</span>
      </NextBar>
    );
  const { entry, window } = next;
  return (
    <NextBar
      action={
        <button type="button" class="btn do" onClick={() => void call(next)}>
          {words.roster.callName(entry.name || words.roster.unnamed)}
        </button>
      }
    >
      <b class="strong">{words.roster.nextIs(entry.name || words.roster.unnamed, entry.accountName)}</b>{' '}
      <span class="quiet">
        {entry.reason}. {windowText(window).text}.
      </span>
    </NextBar>
  );
}
