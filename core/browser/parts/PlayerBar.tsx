import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { RecordingPart } from '#core/ports/recordings.ts';
import { clockOf } from './figures.ts';
import { makePlayer, type Player, speeds } from './player.ts';
import { playerWords as w } from './playerWords.ts';
import './player.css';

/** What a player needs of its surroundings. */
export interface PlayerBarProps {
  parts: ReadonlySignal<readonly RecordingPart[]>;
  sound(id: string): Promise<Uint8Array[]>;
  /** A second of the call somebody wants to hear; set again for each wish. */
  jump: ReadonlySignal<{ second: number } | null>;
}

/** Plays a recording: play and pause, ten seconds back, a place, a speed. */
export function PlayerBar({ parts, sound, jump }: PlayerBarProps) {
  const audio = useRef<HTMLAudioElement>(null);
  const player = useSignal<Player | null>(null);
  useEffect(() => {
    if (!audio.current) return;
    const made = makePlayer(audio.current, parts, sound);
    player.value = made;
    return made.dispose;
  }, [parts, sound]);
  useSignalEffect(() => {
    if (jump.value) player.peek()?.playAt(jump.value.second);
  });
  return (
    <section class="player" aria-label={w.label} data-own-keys>
      {/* biome-ignore lint/a11y/useMediaCaption: what is said in it is in the transcript, where there is one. */}
      <audio ref={audio} preload="none" />
      {player.value && <Controls player={player.value} />}
    </section>
  );
}

function Controls({ player }: { player: Player }) {
  const [at, all] = [player.position.value, player.length.value];
  if (player.failed.value) return <p class="callout bad">{w.failed}</p>;
  const playing = player.playing.value;
  return (
    <>
      <button type="button" class="btn icon" aria-label={playing ? w.pause : w.play} onClick={player.toggle}>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d={playing ? 'M2 1h3v10H2zM7 1h3v10H7z' : 'M2 1l9 5-9 5z'} fill="currentColor" />
        </svg>
      </button>
      <button type="button" class="btn icon num" aria-label={w.back} onClick={() => player.seek(at - 10)}>
        −10
      </button>
      <input
        type="range"
        aria-label={w.place}
        aria-valuetext={w.at(clockOf(at), clockOf(all))}
        min="0"
        max={Math.max(1, Math.round(all))}
        value={Math.round(at)}
        onInput={(event) => player.seek(event.currentTarget.valueAsNumber)}
      />
      <span class="num small">
        {clockOf(at)} <span class="quiet">/ {clockOf(all)}</span>
      </span>
      <select
        class="sel s"
        aria-label={w.speed}
        value={String(player.speed.value)}
        onChange={(event) => player.setSpeed(Number(event.currentTarget.value))}
      >
        {speeds.map((speed) => (
          <option key={speed} value={String(speed)}>
            {speed}×
          </option>
        ))}
      </select>
    </>
  );
}
