import { BandMark } from '#core/browser/parts/marks.tsx';
import { NextBar } from '#core/browser/parts/NextBar.tsx';
import { reasonText } from '#core/sample/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import { chooseWords, selectionFinding, selectionLede, shortfallText } from '../chooseWords.ts';
import { chosenFor } from '../chosenFor.ts';
import type { Drawn } from '../drawing.ts';
import { rosterWords } from '../rosterWords.ts';
import type { Selection, SelectionModel } from '../selection.ts';
import { bandNames } from '../words.ts';
import { LeftOut } from './LeftOut.tsx';
import { Quotas } from './Quotas.tsx';
import { Seed } from './Seed.tsx';
import { Study } from './Study.tsx';
import { Tried } from './Tried.tsx';
import { useArrival } from './useArrival.ts';

/** The selection: how many of whom, who was drawn and why, who was left out and why. */
export function Choose({ model, selection }: { model: SelectionModel; selection: Selection }) {
  const heading = useArrival();
  const short = selection.draw.outcomes.filter((o) => o.shortfall);
  return (
    <>
      <main class="page">
        <div class="head">
          <h1 ref={heading} tabIndex={-1}>
            {selectionFinding(selection)}
          </h1>
          <p class="lede">{selectionLede(selection)}</p>
          {selection.onRoster > 0 && (
            <p class="ppl-note">
              <a href="/people">{chooseWords.next.roster}</a>
            </p>
          )}
        </div>
        <div class="ppl-plan">
          <Quotas model={model} selection={selection} />
          <div class="ppl-side">
            <Study model={model} selection={selection} />
            <Seed model={model} seed={selection.seed} />
          </div>
        </div>
        {selection.tried && <Tried model={model} tried={selection.tried} />}
        {short.length > 0 && (
          <section class="sect">
            <div class="sect-h">
              <h2>{chooseWords.short.title}</h2>
            </div>
            <ul class="ppl-short">
              {short.map((o) => (
                <li key={`${o.quota.segment?.dimension} ${o.quota.segment?.value} ${o.quota.band}`}>
                  {shortfallText(o)}
                </li>
              ))}
            </ul>
          </section>
        )}
        <section class="sect">
          <div class="sect-h">
            <h2>{chooseWords.drawn.title}</h2>
          </div>
          {selection.draw.chosen.length > 0 ? (
            <DrawnTable chosen={selection.draw.chosen} come={selection.tried?.come ?? []} />
          ) : (
            <p class="quiet">{chooseWords.drawn.none}</p>
          )}
        </section>
        {selection.draw.leftOut.length > 0 && (
          <LeftOut leftOut={selection.draw.leftOut} rest={selection.rest} />
        )}
      </main>
      <Next model={model} selection={selection} />
    </>
  );
}

function DrawnTable({ chosen, come }: { chosen: readonly Drawn[]; come: readonly Drawn[] }) {
  const isNew = new Set(come.map(({ person }) => person.key));
  return (
    <table class="ppl">
      <caption class="vh">{chooseWords.drawn.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{chooseWords.drawn.person}</th>
          <th scope="col">{chooseWords.drawn.account}</th>
          <th scope="col">{chooseWords.drawn.score}</th>
          <th scope="col">{chooseWords.drawn.why}</th>
          <th scope="col">{chooseWords.drawn.reach}</th>
        </tr>
      </thead>
      <tbody>
        {chosen.map(({ person, reason }) => (
          <tr key={person.key}>
            <th scope="row">
              {person.name || rosterWords.unnamed}
              {person.role && <span class="small quiet">{person.role}</span>}
            </th>
            <td class="acc">{person.accountName}</td>
            <td class="sc">
              <BandMark band={reason.band}>
                {reason.score}, {bandNames[reason.band].one}
              </BandMark>
            </td>
            <td class="wy">
              {chosenFor({ reason: reasonText(reason), score: reason.score }).why}
              {isNew.has(person.key) && <span class="small quiet">{chooseWords.tried.comes}</span>}
            </td>
            <td class="rc quiet">
              {[person.email && chooseWords.drawn.email, person.phone && chooseWords.drawn.phone]
                .filter(Boolean)
                .join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Next({ model, selection }: { model: SelectionModel; selection: Selection }) {
  const deps = useDeps();
  const n = selection.draw.chosen.length;
  const cycle = deps.state.cycles.value.find((c) => c.id === deps.state.cycle.value)?.name ?? '';
  const full = selection.wanted.every((q) => q.want === 0) && selection.onRoster > 0;
  const confirm = async () => {
    const taken = await model.confirm();
    deps.go('/people');
    deps.say(chooseWords.confirmed(taken.length));
  };
  const strong = full
    ? chooseWords.next.full
    : n > 0
      ? chooseWords.next.strong(n, cycle)
      : chooseWords.next.nobody;
  return (
    <NextBar
      action={
        n > 0 ? (
          <button type="button" class="btn do" onClick={() => void confirm()}>
            {chooseWords.next.put(n)}
          </button>
        ) : (
          selection.onRoster > 0 && (
            <a class="btn do" href="/people">
              {chooseWords.next.roster}
            </a>
          )
        )
      }
    >
      <b class="strong">{strong}</b>{' '}
      <span class="quiet">{full ? chooseWords.next.fullWhy : chooseWords.next.why}</span>
    </NextBar>
  );
}
