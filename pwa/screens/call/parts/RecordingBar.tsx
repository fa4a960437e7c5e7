import { useState } from 'preact/hooks';
import type { CallRecording } from '../recording.ts';
import { lengthOf, troubleWords, recordingWords as w } from '../recordingWords.ts';

/** Whether the call is being recorded, how much there is, and where it stays. Nothing where recording is no subject. */
export function RecordingBar({ recording }: { recording: CallRecording }) {
  const state = recording.state.value;
  const trouble = recording.trouble.value;
  const has = recording.parts.value.length > 0;
  if (recording.asksToDelete.value) return <AskToDelete recording={recording} />;
  if (!recording.may.value.ok && state === 'off' && !trouble) return null;
  const length = has ? lengthOf(recording.seconds.value, recording.bytes.value) : '';
  return (
    <section class={`call-rec ${state}`} aria-label={w.place}>
      {trouble ? (
        <p class="call-bad" role="alert">
          {troubleWords(trouble)}
        </p>
      ) : (
        <p>
          <span class="call-light" aria-hidden="true" />
          <Standing state={state} /> <span class="num">{length}</span>{' '}
          <span class="quiet call-rec-where">{state === 'off' ? '' : w.local}</span>
        </p>
      )}
      <Acts recording={recording} />
    </section>
  );
}

function Standing({ state }: { state: ReturnType<CallRecording['state']['peek']> }) {
  const says = { off: w.allowed, starting: w.starting, on: w.on, paused: w.paused };
  return <span class={state === 'on' ? 'strong' : ''}>{says[state]}</span>;
}

function Acts({ recording }: { recording: CallRecording }) {
  const state = recording.state.value;
  if (!recording.may.value.ok || recording.trouble.value === 'unsupported') return null;
  const press = (does: () => Promise<void>) => () => void does();
  if (state === 'on')
    return (
      <span class="acts">
        <button type="button" class="btn s" aria-label={w.pause} onClick={press(recording.pause)}>
          {w.pauseShort}
        </button>
        <button type="button" class="btn s" aria-label={w.stop} onClick={press(recording.stop)}>
          {w.stopShort}
        </button>
      </span>
    );
  return (
    <span class="acts">
      <button type="button" class="btn s" disabled={state === 'starting'} onClick={press(recording.start)}>
        {recording.parts.value.length > 0 ? w.recordOn : w.record}
      </button>
    </span>
  );
}

/** Consent was taken back: the question that follows from it. */
export function AskToDelete({ recording }: { recording: CallRecording }) {
  const [refused, setRefused] = useState(false);
  const remove = async () => setRefused(!(await recording.remove()));
  return (
    <section class="call-rec" aria-label={w.place}>
      <p role="alert">
        {refused ? w.notDeleted : w.withdrawn}{' '}
        <span class="num">{lengthOf(recording.seconds.value, recording.bytes.value)}</span>
      </p>
      <span class="acts">
        <button type="button" class="btn s danger" onClick={() => void remove()}>
          {w.delete}
        </button>
        <button type="button" class="btn s" onClick={recording.keep}>
          {w.keep}
        </button>
      </span>
    </section>
  );
}
