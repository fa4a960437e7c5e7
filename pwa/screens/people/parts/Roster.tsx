import { useState } from 'preact/hooks';
import { NextBar } from '#core/browser/parts/NextBar.tsx';
import { Pick } from '#core/browser/parts/Pick.tsx';
import { daysToPlan, shownReason } from '#core/sample/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import type { InvitationsModel } from '../invitations.ts';
import type { RosterModel } from '../roster.ts';
import { type Line, nextStepWith, type Order, type Show } from '../rosterLines.ts';
import { rosterFinding, rosterLede, rosterWords, windowHint, windowText } from '../rosterWords.ts';
import { purposeText, sinceClosed } from '../words.ts';
import { AddPerson } from './AddPerson.tsx';
import { AskScore } from './AskScore.tsx';
import { EmptyPlaces } from './EmptyPlaces.tsx';
import { Invite } from './Invite.tsx';
import { RosterLine } from './RosterLine.tsx';
import { Texts } from './Texts.tsx';
import { useArrival } from './useArrival.ts';
import { useCall } from './useCall.ts';
import { useClock } from './useClock.ts';
import { useGrowing } from './useGrowing.tsx';
import { Workloads } from './Workloads.tsx';

const shows: readonly Show[] = ['open', 'mine', 'all'];
/** Fewer people than this are found by looking. */
const findFrom = 15;

interface Models {
  model: RosterModel;
  invitations: InvitationsModel;
}

/** The roster of the cycle: who is to be called, by whom, and how much time is left. */
export function Roster({ model, invitations }: Models) {
  const { clock } = useDeps();
  const [open, setOpen] = useState<'add' | 'texts' | null>(null);
  const heading = useArrival();
  useClock(model.tick);
  const summary = model.summary.value;
  const lines = model.lines.value;
  const days = daysToPlan(model.closedOn.value, null, clock.now());
  const shut = () => setOpen(null);
  return (
    <>
      <main class="page">
        <div class="head">
          <h1 ref={heading} tabIndex={-1}>
            {rosterFinding(summary)}
          </h1>
          <p class="lede">{rosterLede(summary, model.progress.value)}</p>
          {days !== null && <p class="ppl-note small quiet">{sinceClosed(days)}</p>}
        </div>
        <EmptyPlaces model={model} />
        <div class="sect-h">
          <h2>{rosterWords.title}</h2>
          <Pick
            label={rosterWords.showLabel}
            options={shows.map((s) => ({ value: s, name: rosterWords.show[s] }))}
            value={model.show.value}
            onPick={model.showOnly}
          />
        </div>
        <div class="acts ppl-tools">
          {(summary.all >= findFrom || model.find.value !== '') && (
            <input
              type="search"
              class="in s ppl-find"
              aria-label={rosterWords.findLabel}
              placeholder={rosterWords.findLabel}
              value={model.find.value}
              onInput={(event) => model.findBy(event.currentTarget.value)}
            />
          )}
          <button type="button" class="btn s" onClick={() => setOpen('add')}>
            {rosterWords.add}
          </button>
          <button type="button" class="btn s" onClick={() => setOpen('texts')}>
            {rosterWords.texts}
          </button>
          <a href="/people?choose">{rosterWords.more}</a>
        </div>
        {lines.length > 0 ? (
          <RosterTable model={model} invitations={invitations} lines={lines} />
        ) : (
          <p class="ppl-none quiet">
            {model.find.value.trim() ? rosterWords.found : rosterWords.nothing[model.show.value]}
          </p>
        )}
        <Workloads model={model} />
      </main>
      <Next model={model} invitations={invitations} />
      {open === 'add' && <AddPerson model={model} onClose={shut} />}
      {open === 'texts' && <Texts model={model} invitations={invitations} onClose={shut} />}
    </>
  );
}

function RosterTable({ model, invitations, lines }: Models & { lines: readonly Line[] }) {
  const { shown, end } = useGrowing(lines);
  return (
    <>
      <table class="ppl roster" aria-rowcount={lines.length + 1}>
        <caption class="vh">{rosterWords.caption}</caption>
        <thead>
          <tr>
            <Head model={model} order="name">
              {rosterWords.person}
            </Head>
            <Head model={model} order="score">
              {rosterWords.score}
            </Head>
            <th scope="col">{rosterWords.why}</th>
            <Head model={model} order="time" hint={windowHint}>
              {rosterWords.time}
            </Head>
            <th scope="col">{rosterWords.reach}</th>
            <th scope="col">{rosterWords.state}</th>
            <th scope="col">{rosterWords.interviewer}</th>
            <th scope="col">
              <span class="vh">{rosterWords.call}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <RosterLine key={line.entry.id} line={line} model={model} invitations={invitations} />
          ))}
        </tbody>
      </table>
      {end}
    </>
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

/** Who is next, to be called or, where it is night or there is no telephone, to be invited. */
function Next({ model, invitations }: Models) {
  const { call, asking, shut } = useCall(model);
  const [inviting, setInviting] = useState<Line | null>(null);
  const next = model.next.value;
  if (!next)
    return (
      <NextBar
        action={
          <a class="btn do" href="/drivers">
            {rosterWords.drivers}
          </a>
        }
      >
        <b class="strong">{rosterWords.nobodyLeft}</b> <span class="quiet">{rosterWords.nobodyLeftWhy}</span>
      </NextBar>
    );
  const { entry, window, there } = next;
  const name = entry.name || rosterWords.unnamed;
  const isInvited = nextStepWith(next) === 'invite';
  return (
    <>
      <NextBar
        action={
          <button
            type="button"
            class="btn do long"
            onClick={() => (isInvited ? setInviting(next) : void call(next))}
          >
            {isInvited ? rosterWords.inviteName(name) : rosterWords.callName(name)}
          </button>
        }
      >
        <b class="strong">{rosterWords.nextIs(name, entry.accountName)}</b>{' '}
        <span class="quiet">
          {shownReason(entry.reason).replace(/\.$/, '')}. {windowText(window).text}.{' '}
          {isInvited ? rosterWords.whyInvite(entry.phone !== '', there) : purposeText(entry.band)}
        </span>
      </NextBar>
      {asking && <AskScore model={model} line={asking} onClose={shut} />}
      {inviting && (
        <Invite model={model} invitations={invitations} line={inviting} onClose={() => setInviting(null)} />
      )}
    </>
  );
}
