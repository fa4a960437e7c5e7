import { useEffect, useState } from 'preact/hooks';
import type { OverlayLink, OverlayState } from '#core/ports/overlay.ts';
import { useDeps } from '#pwa/app/deps.ts';
import { pairingWords as w } from './pairingWords.ts';

/** Pairing with the browser extension, and what it has. */
export function PairingPart() {
  const { overlay } = useDeps();
  return overlay ? <Pairing overlay={overlay} /> : null;
}

function Pairing({ overlay }: { overlay: OverlayLink }) {
  const { say } = useDeps();
  const [state, setState] = useState<OverlayState>(overlay.state);
  useEffect(() => {
    setState(overlay.state);
    return overlay.watch(setState);
  }, [overlay]);
  const isPaired = state.kind === 'noExtension' ? state.paired : state.kind !== 'notPaired';
  const unpair = async () => {
    await overlay.unpair();
    say(w.unpaired);
  };
  return (
    <section class="set">
      <h2>{w.title}</h2>
      <div>
        <p class="quiet">{w.what}</p>
        <p role="status">{w.state(state)}</p>
        {state.kind !== 'looking' && state.kind !== 'noExtension' && !isPaired && (
          <CodeForm overlay={overlay} />
        )}
        {state.kind !== 'looking' && isPaired && (
          <div class="acts">
            <button type="button" class="btn" onClick={() => void unpair()}>
              {w.unpair}
            </button>
          </div>
        )}
      </div>
    </section>
  );
}

function CodeForm({ overlay }: { overlay: OverlayLink }) {
  const { say } = useDeps();
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState('');
  const [isBusy, setBusy] = useState(false);
  const pair = async (event: Event) => {
    event.preventDefault();
    if (isBusy || code.trim() === '') return;
    setBusy(true);
    const outcome = await overlay.pair(code);
    setBusy(false);
    if (outcome.ok) say(w.paired);
    else setWrong(w.refusal(outcome.why));
  };
  return (
    <form class="field" onSubmit={(event) => void pair(event)}>
      <label for="pairing-code">{w.label}</label>
      <input
        id="pairing-code"
        class="in"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        maxLength={40}
        placeholder="XXXX-XXXX"
        value={code}
        aria-invalid={wrong !== ''}
        aria-describedby="pairing-hint"
        onInput={(event) => {
          setCode(event.currentTarget.value);
          setWrong('');
        }}
      />
      <span id="pairing-hint" class={wrong ? 'wrong' : 'hint'} role={wrong ? 'alert' : undefined}>
        {wrong || w.hint}
      </span>
      <div class="acts">
        <button type="submit" class="btn do" aria-disabled={isBusy || undefined}>
          {w.pair}
        </button>
      </div>
    </form>
  );
}
