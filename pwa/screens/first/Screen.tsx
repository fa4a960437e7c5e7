import './first.css';
import { useEffect, useState } from 'preact/hooks';
import { DropZone } from '#core/browser/parts/DropZone.tsx';
import { Brand } from '#core/browser/parts/marks.tsx';
import { Progress } from '#core/browser/parts/Progress.tsx';
import { useDeps, useTools } from '#pwa/app/deps.ts';
import { Examples } from './Examples.tsx';
import { words } from './words.ts';

/** The first minute: your survey, or a look around. Once the workspace holds something this is no place to be. */
export default function Screen() {
  const { state, go } = useDeps();
  const isEmpty = state.waves.value.length === 0 && state.cycles.value.length === 0;
  const [inventing, setInventing] = useState(false);
  useEffect(() => {
    if (!isEmpty && !inventing) go('/survey', 'replace');
  }, [isEmpty, inventing]);
  if (!isEmpty && !inventing) return null;
  return (
    <div class="fst">
      <header class="fh">
        <Brand />
        <span class="small quiet">{words.promise}</span>
      </header>
      <main>
        <h1>
          {words.title[0]} <br class="hide-s" />
          {words.title[1]}
        </h1>
        <p class="lede">{words.lede}</p>
        <div class="two">
          <OwnSurvey />
          <LookAround onBusy={setInventing} />
        </div>
        <Examples />
      </main>
      <footer>
        <ol class="path" aria-label={words.method}>
          {words.stages.map((stage, i) => (
            <li key={stage} class={i === 0 ? 'c' : ''}>
              {stage}
            </li>
          ))}
        </ol>
      </footer>
    </div>
  );
}

function OwnSurvey() {
  const { go } = useDeps();
  const { inbox } = useTools();
  const w = words.own;
  return (
    <DropZone
      label={w.choose}
      accept={w.accept}
      takesPaste
      onFile={(file) => {
        inbox.value = file;
        go('/survey?new');
      }}
      beside={
        <span class="quiet hide-s">
          {w.paste} <kbd>{w.keys}</kbd>
        </span>
      }
      below={<p class="small quiet">{w.needs}</p>}
    >
      <h2>{w.title}</h2>
      <p class="quiet">{w.text}</p>
    </DropZone>
  );
}

function LookAround({ onBusy }: { onBusy(busy: boolean): void }) {
  const { go } = useDeps();
  const { company } = useTools();
  const [at, setAt] = useState<{ done: number; all: number } | null>(null);
  const [fault, setFault] = useState('');
  const w = words.look;
  const look = async () => {
    if (at) return;
    onBusy(true);
    setFault('');
    setAt({ done: 0, all: 0 });
    const made = await company.add((done, all) => setAt({ done, all }));
    // still busy while the next screen is fetched: this one must not think itself left behind
    if (made.ok) return go('/segments', 'replace');
    setAt(null);
    setFault(made.why);
    onBusy(false);
  };
  return (
    <section class="look">
      <h2>{w.title}</h2>
      <p class="quiet">{w.text}</p>
      {fault && (
        <p class="callout bad" role="alert">
          {fault}
        </p>
      )}
      {at ? (
        <Progress doing={w.doing} done={at.done} all={at.all} unit={w.unit} />
      ) : (
        <div class="acts">
          <button type="button" class="btn" onClick={() => void look()}>
            {w.open}
          </button>
        </div>
      )}
      <p class="small quiet">
        {w.before} <a href="/settings">{w.bringBack}</a>
      </p>
    </section>
  );
}
