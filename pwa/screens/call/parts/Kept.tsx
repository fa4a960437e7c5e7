import type { Signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { PlayerBar } from '#core/browser/parts/PlayerBar.tsx';
import { useDeps } from '#pwa/app/deps.ts';
import type { CallModel } from '../model.ts';
import type { CallRecording } from '../recording.ts';
import { lengthOf, troubleWords, recordingWords as w } from '../recordingWords.ts';
import { consentWords, words } from '../words.ts';
import { ConsentForm } from './Consent.tsx';
import { AskToDelete } from './RecordingBar.tsx';

/** What is there of the call beside the notes: its sound, its transcript, and what the customer agreed to. */
export function Kept(props: {
  model: CallModel;
  interview: string;
  recording: CallRecording | null;
  jump: Signal<{ second: number } | null>;
}) {
  const { model, recording } = props;
  return (
    <div class="call-kept">
      <h2>{w.title}</h2>
      {recording?.asksToDelete.value && <AskToDelete recording={recording} />}
      {recording && recording.bytes.value > 0 ? (
        <Sound recording={recording} jump={props.jump} />
      ) : (
        <p class="quiet">{recording?.trouble.value === 'unread' ? troubleWords('unread') : w.none}</p>
      )}
      <p>
        <a class="btn s" href={`/interviews/${props.interview}/transcript`}>
          {w.transcript}
        </a>
      </p>
      {model.head.value?.consentAsked && !model.watches && <ConsentLine model={model} />}
    </div>
  );
}

/** What the customer agreed to; it can be asked or changed once the call is over too. */
export function ConsentLine({ model }: { model: CallModel }) {
  const [asking, setAsking] = useState(false);
  const head = model.head.value;
  if (!head) return null;
  return (
    <div class={head.consentAsked ? '' : 'callout ask'}>
      <p>
        {head.consentAsked ? consentWords(head) : words.after.consent}{' '}
        <button type="button" class="btn txt" aria-expanded={asking} onClick={() => setAsking(!asking)}>
          {head.consentAsked ? w.consent : words.after.askNow}
        </button>
      </p>
      {asking && <ConsentForm model={model} onDone={() => setAsking(false)} />}
    </div>
  );
}

function Sound({ recording, jump }: { recording: CallRecording; jump: Signal<{ second: number } | null> }) {
  const { say } = useDeps();
  const [sure, setSure] = useState(false);
  const remove = async () => {
    setSure(false);
    say((await recording.remove()) ? w.deleted : w.notDeleted);
  };
  return (
    <>
      {recording.withdrawn.value ? (
        <p>{w.notPlayed}</p>
      ) : (
        <PlayerBar parts={recording.parts} sound={recording.sound} jump={jump} />
      )}
      <p class="small quiet">
        <span class="num">{lengthOf(recording.seconds.value, recording.bytes.value)}.</span> {w.where}{' '}
        {sure ? (
          <>
            <button type="button" class="btn s danger" onClick={() => void remove()}>
              {w.sure}
            </button>{' '}
            <button type="button" class="btn s" onClick={() => setSure(false)}>
              {w.cancel}
            </button>
          </>
        ) : (
          <button type="button" class="btn txt" onClick={() => setSure(true)}>
            {w.delete}
          </button>
        )}
      </p>
    </>
  );
}
