import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { SatisfactionOnly } from '#core/browser/parts/SatisfactionOnly.tsx';
import { Waiting } from '#core/browser/parts/Waiting.tsx';
import { onlySatisfactionOf } from '#core/sample/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import './people.css';
import { makePeopleModel, type PeopleModel } from './model.ts';
import { Choose } from './parts/Choose.tsx';
import { Roster } from './parts/Roster.tsx';
import { faultText, words } from './words.ts';

/** Whom to interview: the draw, and the roster that it fills. */
export default function Screen() {
  const deps = useDeps();
  const [round, setRound] = useState(0);
  const model = useMemo(() => makePeopleModel(deps), [deps, round]);
  useEffect(() => model.dispose, [model]);
  return <People model={model} again={() => setRound(round + 1)} />;
}

function People({ model, again }: { model: PeopleModel; again(): void }) {
  const view = model.view.value;
  const { cycle, waves } = useDeps().state;
  const satisfaction = onlySatisfactionOf(cycle.value, waves.value);
  if (view.kind === 'noWave' && satisfaction) return <SatisfactionOnly head={satisfaction} on="people" />;
  switch (view.kind) {
    case 'loading':
      return (
        <main class="page">
          <Waiting what={words.loading} />
        </main>
      );
    case 'noWave':
      return (
        <Calm title={words.noWave.title} text={words.noWave.text}>
          <a class="btn do" href="/survey">
            {words.noWave.action}
          </a>
        </Calm>
      );
    case 'failed':
      return <Failed fault={view.fault} again={again} />;
    case 'choose':
      return <ChoosePage model={model} again={again} />;
    case 'roster':
      return <Roster model={model.roster} invitations={model.invitations} />;
  }
}

function ChoosePage({ model, again }: { model: PeopleModel; again(): void }) {
  const view = model.selection.view.value;
  switch (view.kind) {
    case 'loading':
      return (
        <main class="page">
          <Waiting what={words.loading} />
        </main>
      );
    case 'failed':
      return <Failed fault={view.fault} again={again} />;
    case 'noPeople': {
      const which = view.unnamed ? 'unnamed' : 'named';
      return (
        <Calm
          title={words.noPeople.title[which]}
          text={words.noPeople.text[which]}
          note={words.noPeople.example}
        >
          <a class="btn do" href="/survey?new">
            {words.noPeople.action}
          </a>
          <a class="btn" href="/segments">
            {words.noPeople.segments}
          </a>
        </Calm>
      );
    }
    case 'ready':
      return <Choose model={model.selection} selection={view.selection} />;
  }
}

function Failed(props: { fault: Parameters<typeof faultText>[0]; again(): void }) {
  const { title, text } = faultText(props.fault);
  return (
    <Calm title={title} text={text}>
      {props.fault.kind === 'damaged' ? (
        <a class="btn do" href="/survey?new">
          {words.survey}
        </a>
      ) : (
        <button type="button" class="btn do" onClick={props.again}>
          {words.again}
        </button>
      )}
    </Calm>
  );
}

function Calm(props: { title: string; text: string; note?: string; children: ComponentChildren }) {
  return (
    <main class="page">
      <div class="head">
        <h1>{props.title}</h1>
        <p class="lede">{props.text}</p>
        {props.note && <p class="ppl-note small quiet">{props.note}</p>}
      </div>
      <div class="acts">{props.children}</div>
    </main>
  );
}
