import { useEffect, useState } from 'preact/hooks';
import type { Copies, CopyFolderState, CopyState } from '#core/ports/copies.ts';
import { useDeps } from '#pwa/app/deps.ts';
import { copiesWords as w } from './copiesWords.ts';

/** Copies in a folder of the user's: chosen once, then written without asking. */
export function CopiesPart() {
  const { openCopies } = useDeps();
  return openCopies ? <Kept openCopies={openCopies} /> : null;
}

function Kept({ openCopies }: { openCopies(): Promise<Copies> }) {
  const { say } = useDeps();
  const [copies, setCopies] = useState<Copies | null>(null);
  const [state, setState] = useState<CopyState | null>(null);
  const [fault, setFault] = useState('');
  useEffect(() => {
    let stop = () => {};
    let left = false;
    openCopies().then(
      (opened) => {
        if (left) return;
        setCopies(opened);
        setState(opened.state);
        stop = opened.watch(() => setState(opened.state));
      },
      () => setFault(w.failed),
    );
    return () => {
      left = true;
      stop();
    };
  }, [openCopies]);
  const after = (work: Promise<unknown>) => {
    setFault('');
    work.catch(() => setFault(w.failed));
  };
  return (
    <section class="set">
      <h2>{w.title}</h2>
      <div>
        <p class="strong">{w.lede}</p>
        <p>{w.why}</p>
        {state?.kind === 'unsupported' && <p class="callout">{w.unsupported}</p>}
        {fault && (
          <p class="callout bad" role="alert">
            {fault}
          </p>
        )}
        {copies && state?.kind === 'off' && (
          <div class="acts">
            <button type="button" class="btn" onClick={() => after(copies.choose())}>
              {w.choose}
            </button>
            <span class="quiet small">{w.hint}</span>
          </div>
        )}
        {copies && state?.kind === 'on' && (
          <On
            copies={copies}
            state={state}
            after={after}
            onStop={() => after(copies.stop().then(() => say(w.stopped)))}
          />
        )}
        <p class="quiet small">{w.what}</p>
      </div>
    </section>
  );
}

function On(props: {
  copies: Copies;
  state: CopyFolderState;
  after(work: Promise<unknown>): void;
  onStop(): void;
}) {
  const { copies, state, after } = props;
  const { clock } = useDeps();
  const trouble = state.paused ? null : state.trouble;
  return (
    <>
      <p class={trouble ? 'callout' : 'strong'} role="status">
        {w.state(state, clock.now())}
      </p>
      {state.fuller && <p class="callout">{w.fuller(state.fuller)}</p>}
      <div class="acts" aria-busy={state.copying}>
        {state.paused ? (
          <button type="button" class="btn" onClick={() => after(copies.pause(false))}>
            {w.resume}
          </button>
        ) : (
          <>
            <button type="button" class="btn" onClick={() => after(copies.copyNow())}>
              {trouble === null ? w.now : trouble === 'leave' ? w.allow : w.again}
            </button>
            <button type="button" class="btn txt" onClick={() => after(copies.pause(true))}>
              {w.pause}
            </button>
          </>
        )}
        <button type="button" class="btn txt" onClick={() => after(copies.choose())}>
          {w.other}
        </button>
        <button type="button" class="btn txt" onClick={props.onStop}>
          {w.stop}
        </button>
      </div>
    </>
  );
}
