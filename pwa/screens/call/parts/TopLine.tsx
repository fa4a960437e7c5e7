import { useComputed } from '@preact/signals';
import { localeSpoken } from '#core/browser/parts/figures.ts';
import { Brand } from '#core/browser/parts/marks.tsx';
import { type AreaProgress, areas as allAreas, areaNames } from '#core/guide/index.ts';
import { filledOf, widthsOf } from '../areaBar.ts';
import type { CallModel } from '../model.ts';
import { areaWords, clockOf, hereWords, saveWords, syncWords, usedOf, usedShort, words } from '../words.ts';
import { dragged } from './noteDrag.ts';

const dayOf = (at: number) =>
  new Date(at).toLocaleDateString(localeSpoken(), { weekday: 'long', day: 'numeric', month: 'long' });

/** Where things stand: how long, what is saved, what is synced. */
export function TopLine({ model, onKeys }: { model: CallModel; onKeys(): void }) {
  const head = model.head.value;
  const runs = model.step.value !== 'after' && !model.holder.value;
  return (
    <header class="ctop">
      <a class="brand" href="/interviews">
        <Brand>
          <span class="hide-s">{words.back}</span>
          <span class="vh only-s">{words.back}</span>
        </Brand>
      </a>
      <span class="quiet call-day">{head && dayOf(head.startedAt)}</span>
      <State model={model} />
      <Clock model={model} />
      {runs && <PauseButton model={model} />}
      <button
        type="button"
        class="btn icon hide-s"
        aria-label={words.keys}
        title={words.keys}
        onClick={onKeys}
      >
        ?
      </button>
      {runs && (
        <button type="button" class="btn s" disabled={!head} onClick={model.end}>
          <span class="hide-s">{words.end}</span>
          <span class="only-s">{words.endBrief}</span>
        </button>
      )}
    </header>
  );
}

function State({ model }: { model: CallModel }) {
  const save = model.save.value;
  const trouble = save.kind === 'onlyInMemory';
  const sync = syncWords(model.sync.value);
  const offline = model.sync.value.kind === 'offline';
  return (
    <p class={trouble ? 'state call-bad' : 'state'} role={trouble ? 'alert' : undefined}>
      {offline && <span class="call-off" aria-hidden="true" />}
      {!model.watches && `${saveWords(save, model.notes.value.length)} `}
      <span class="quiet">{sync}</span> <Here model={model} />
    </p>
  );
}

/** Who else is here: their names as they give them, in the words of the guide. */
function Here({ model }: { model: CallModel }) {
  const others = model.others.value;
  if (others.length === 0) return null;
  return (
    <span class="call-here">
      <span class="call-here-long">{hereWords(others)}</span>
      <span class="call-here-short">{hereWords(others, 'short')}</span>
    </span>
  );
}

function PauseButton({ model }: { model: CallModel }) {
  const paused = model.paused.value;
  const name = paused ? words.led.resume : words.pause;
  return (
    <button
      type="button"
      class="btn icon call-pause"
      aria-label={name}
      title={`${name} (Ctrl Shift Space)`}
      onClick={model.pause}
    >
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        {paused ? <path d="M3 1l8 5-8 5z" /> : <path d="M2 1h3v10H2zM7 1h3v10H7z" />}
      </svg>
    </button>
  );
}

/** Its own part, so that a passing second draws nothing else. */
function Clock({ model }: { model: CallModel }) {
  const text = useComputed(() => clockOf(model.seconds.value));
  return (
    <span
      class={`call-clock num strong ${model.paused.value ? 'call-still' : ''}`}
      role="timer"
      aria-live="off"
    >
      {text}
      {model.paused.value && <span class="vh">, {words.paused}</span>}
    </span>
  );
}

/** The four areas as one line that fills: time used against planned, a tick where something was noted. */
export function AreaLine({ model }: { model: CallModel }) {
  const now = model.asked.value?.question.area;
  const areas = model.areas.value;
  const widths = widthsOf(areas);
  const drop = dragged.value?.drop;
  const over = drop && 'area' in drop ? drop.area : null;
  return (
    <nav aria-label={words.areas}>
      <ol class="call-areas">
        {areas.map((area, i) => (
          <AreaItem
            key={area.area}
            area={area}
            width={widths[i] ?? 1}
            isNow={area.area === now}
            isOver={area.area === over}
            model={model}
          />
        ))}
      </ol>
    </nav>
  );
}

/** Its own part, and one that reads a signal: drawn again only for what changed of this very area. */
function AreaItem(props: {
  area: AreaProgress;
  width: number;
  isNow: boolean;
  isOver: boolean;
  model: CallModel;
}) {
  const { area, width, isNow, isOver, model } = props;
  const isAsking = model.step.value === 'ask';
  const isCurrent = isNow && isAsking;
  return (
    <li
      data-area={area.area}
      class={[isCurrent ? 'call-now' : '', isOver ? 'call-over' : ''].join(' ').trim()}
      style={{ flexGrow: width }}
    >
      <button
        type="button"
        aria-current={isCurrent ? 'step' : undefined}
        title={`Ctrl Shift ${allAreas.indexOf(area.area) + 1}`}
        disabled={!isAsking}
        onClick={() => model.toArea(area.area)}
      >
        <span class="call-fill">
          <span style={{ width: `${filledOf(area)}%` }} />
        </span>
        <span class="call-lb">
          {area.covered && <span class="call-mk" />}
          <span class="call-lb-name">{areaNames[area.area]}</span>
          <span class="call-lb-brief" aria-hidden="true">
            {words.areaBrief[area.area]}
          </span>
          <span class="quiet num call-lb-long">{usedOf(area)}</span>
          <span class="quiet num call-lb-short">
            {usedShort(area)}
            <span class="call-lb-unit"> {words.minutes}</span>
          </span>
          <span class="vh">, {areaWords(area)}</span>
        </span>
      </button>
    </li>
  );
}
