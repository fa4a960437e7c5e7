import { useComputed } from '@preact/signals';
import { Brand } from '#core/browser/parts/marks.tsx';
import { areas as allAreas, areaNames } from '#core/guide/index.ts';
import type { CallModel } from '../model.ts';
import { areaWords, clockOf, saveWords, syncWords, usedOf, usedShort, words } from '../words.ts';

const date = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });

/** Where things stand: how long, what is saved, what is synced. */
export function TopLine({ model, onKeys }: { model: CallModel; onKeys(): void }) {
  const head = model.head.value;
  return (
    <header class="ctop">
      <a class="brand" href="/interviews">
        <Brand>
          <span class="hide-s">{words.back}</span>
          <span class="vh only-s">{words.back}</span>
        </Brand>
      </a>
      <span class="quiet call-day">{head && date.format(head.startedAt)}</span>
      <State model={model} />
      <Clock model={model} />
      <button type="button" class="btn icon" aria-label={words.keys} title={words.keys} onClick={onKeys}>
        ?
      </button>
      {model.step.value !== 'after' && (
        <button type="button" class="btn s" disabled={!head} onClick={model.end}>
          {words.end}
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
      {saveWords(save, model.notes.value.length)} <span class="quiet">{sync}</span>
    </p>
  );
}

/** Its own part, so that a passing second draws nothing else. */
function Clock({ model }: { model: CallModel }) {
  const text = useComputed(() => clockOf(model.seconds.value));
  return (
    <span class="call-clock num strong" role="timer" aria-live="off">
      {text}
    </span>
  );
}

/** The four areas as one line that fills: time used against planned, a tick where something was noted. */
export function AreaLine({ model }: { model: CallModel }) {
  const now = model.asked.value?.question.area;
  return (
    <nav aria-label={words.areas}>
      <ol class="call-areas">
        {model.areas.value.map((area) => {
          const current = area.area === now && model.step.value === 'ask';
          return (
            <li key={area.area} class={current ? 'call-now' : ''} style={{ flexGrow: area.planned }}>
              <button
                type="button"
                aria-current={current ? 'step' : undefined}
                title={`Ctrl Shift ${allAreas.indexOf(area.area) + 1}`}
                disabled={model.step.value !== 'ask'}
                onClick={() => model.toArea(area.area)}
              >
                <span class="call-fill">
                  <span style={{ width: `${Math.min(100, (100 * area.used) / area.planned)}%` }} />
                </span>
                <span class="call-lb">
                  {area.covered && <span class="call-mk" />}
                  <span class="call-lb-name">{areaNames[area.area]}</span>
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
        })}
      </ol>
    </nav>
  );
}
