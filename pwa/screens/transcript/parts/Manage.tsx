import { useState } from 'preact/hooks';
import { sides } from '#core/notes/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import type { Shown, TranscriptModel } from '../model.ts';
import { clockOf, secondsTyped, words } from '../words.ts';
import { Attach } from './Attach.tsx';

/** Which transcript is on screen; another one; taking it away. */
export function Manage({ model, shown }: { model: TranscriptModel; shown: Shown }) {
  const { say } = useDeps();
  const [asks, setAsks] = useState<'nothing' | 'attach' | 'remove'>('nothing');
  const all = model.transcripts.value;
  const toggle = (what: 'attach' | 'remove') => setAsks(asks === what ? 'nothing' : what);
  const remove = () => {
    model.remove();
    setAsks('nothing');
    say(words.removed);
  };
  return (
    <>
      <div class="tx-manage">
        {all.length > 1 && (
          <select
            class="sel s"
            aria-label={words.which}
            value={shown.head.id}
            onChange={(event) => model.show(event.currentTarget.value)}
          >
            {all.map((t) => (
              <option key={t.id} value={t.id}>
                {t.name || words.pasted}
              </option>
            ))}
          </select>
        )}
        {all.length === 1 && <span class="quiet tx-name">{shown.head.name || words.pasted}</span>}
        {!model.watches && <Offset model={model} seconds={shown.head.offset} />}
        <span class="acts" hidden={model.watches}>
          <button
            type="button"
            class="btn s"
            aria-expanded={asks === 'attach'}
            onClick={() => toggle('attach')}
          >
            {words.another}
          </button>
          <button
            type="button"
            class="btn s"
            aria-expanded={asks === 'remove'}
            onClick={() => toggle('remove')}
          >
            {words.remove}
          </button>
        </span>
      </div>
      {asks === 'attach' && <Attach model={model} />}
      {asks === 'remove' && (
        <p class="callout ask">
          <button type="button" class="btn s danger" onClick={remove}>
            {words.sure}
          </button>{' '}
          <button type="button" class="btn s" onClick={() => setAsks('nothing')}>
            {words.cancel}
          </button>
        </p>
      )}
    </>
  );
}

function Offset({ model, seconds }: { model: TranscriptModel; seconds: number }) {
  const take = (input: HTMLInputElement) => {
    const typed = secondsTyped(input.value);
    if (typed === null) input.value = clockOf(seconds);
    else model.sayOffset(typed);
  };
  return (
    <label class="tx-offset small">
      {words.offset}{' '}
      <input
        class="in s num"
        size={6}
        value={clockOf(seconds)}
        onChange={(event) => take(event.currentTarget)}
      />{' '}
      <span class="quiet">{words.offsetWhy}</span>
    </label>
  );
}

/** Whose words each speaker's are. */
export function Speakers({ model, shown }: { model: TranscriptModel; shown: Shown }) {
  return (
    <fieldset class="tx-speakers">
      <legend>
        <h2>{words.speakers}</h2>
      </legend>
      <p class="quiet small">{words.speakersWhy}</p>
      <ul>
        {shown.speakers.map((speaker) => (
          <li key={speaker.name}>
            <label>
              <span class="tx-who">{speaker.name}</span>
              <select
                class="sel s"
                disabled={model.watches}
                value={shown.head.sides[speaker.name] ?? 'customer'}
                onChange={(event) => {
                  const side = sides.find((s) => s === event.currentTarget.value);
                  if (side) model.saySide(speaker.name, side);
                }}
              >
                {sides.map((side) => (
                  <option key={side} value={side}>
                    {words.sides[side]}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
