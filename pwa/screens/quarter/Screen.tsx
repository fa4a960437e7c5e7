import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { NextBar } from '#core/browser/parts/NextBar.tsx';
import { LinkPage, LoadingPage, PlainPage } from '#core/browser/parts/PlainPage.tsx';
import { useModel } from '#core/browser/parts/useModel.ts';
import { useDeps } from '#pwa/app/deps.ts';
import './quarter.css';
import { makeQuarterModel, type QuarterModel, type QuarterView } from './model.ts';
import { CalendarTable } from './parts/CalendarTable.tsx';
import { Lists } from './parts/Lists.tsx';
import { StartDialog } from './parts/StartDialog.tsx';
import { useDone } from './parts/useDone.ts';
import { Weeks } from './parts/Weeks.tsx';
import { finding, lede, nextText, stepPlaces, stepWords, words } from './words.ts';

/** The twelve weeks of the cycle on screen, and the lists that belong to its survey. */
export default function Screen() {
  const [model] = useModel(makeQuarterModel, useDeps());
  return <Quarter model={model} />;
}

function Quarter({ model }: { model: QuarterModel }) {
  const [moving, setMoving] = useState(false);
  const view = model.view.value;
  const dialog = moving && (
    <StartDialog
      model={model}
      startsOn={view.kind === 'ready' ? view.startsOn : ''}
      close={() => setMoving(false)}
    />
  );
  switch (view.kind) {
    case 'loading':
      return <LoadingPage what={words.loading} />;
    case 'noCycle':
      return <LinkPage {...words.noCycle} href="/survey" />;
    case 'noStart':
      return (
        <PlainPage title={words.noStart.title(view.name)} text={words.noStart.text}>
          <button type="button" class="btn do" onClick={() => setMoving(true)}>
            {words.change}
          </button>
          {dialog}
        </PlainPage>
      );
    case 'ready':
      return (
        <Ready model={model} view={view} move={() => setMoving(true)}>
          {dialog}
        </Ready>
      );
  }
}

interface ReadyProps {
  model: QuarterModel;
  view: Extract<QuarterView, { kind: 'ready' }>;
  move(): void;
  children: ComponentChildren;
}

function Ready({ model, view, move, children }: ReadyProps) {
  const { calendar, facts, today } = view;
  return (
    <>
      <main class="page">
        <div class="head">
          <h1>{finding(calendar, facts)}</h1>
          <p class="lede">{lede(calendar)}</p>
        </div>
        <section>
          <div class="sect-h">
            <h2>{words.calendar}</h2>
            <span class="acts">
              <button type="button" class="btn txt" onClick={move}>
                {words.change}
              </button>
              <button type="button" class="btn txt" onClick={model.downloadCsv}>
                {words.csv}
              </button>
            </span>
          </div>
          <Weeks model={model} calendar={calendar} facts={facts} today={today} />
          <details class="qtr-behind">
            <summary>{words.table}</summary>
            <CalendarTable calendar={calendar} today={today} />
          </details>
        </section>
        <Lists model={model.lists} cycle={view.name} />
        {children}
      </main>
      {/* one primary action a screen: while a list is looked at, it is to keep it */}
      {model.lists.coming.value.kind !== 'review' && <Next model={model} view={view} />}
    </>
  );
}

/** The first step that is open: gone to where its work is done, or called done here. */
function Next({ model, view }: Pick<ReadyProps, 'model' | 'view'>) {
  const done = useDone();
  const { next } = view.calendar;
  if (!next)
    return (
      <NextBar
        action={
          <a class="btn do" href="/survey?new">
            {words.noCycle.action}
          </a>
        }
      >
        <b class="strong">{words.allDone}</b>
      </NextBar>
    );
  const { id } = next.step;
  const name = stepWords[id];
  const place = stepPlaces[id];
  const says = nextText(next);
  return (
    <NextBar
      action={
        place ? (
          <a class="btn do" href={place.href}>
            {place.action}
          </a>
        ) : (
          <button type="button" class="btn do long" onClick={() => done(model.tick(id), words.ticked(name))}>
            {words.callDone(name)}
          </button>
        )
      }
    >
      <b class="strong">{says.strong}</b> <span class="quiet">{says.text}</span>
    </NextBar>
  );
}
