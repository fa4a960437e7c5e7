import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { placeAfter, playedBefore, type SoundPlace, soundAt } from '#core/notes/index.ts';
import type { RecordingPart } from '#core/ports/recordings.ts';

/** The few things of an `<audio>` element that the player uses. */
export interface Sounder {
  src: string;
  currentTime: number;
  playbackRate: number;
  readonly duration: number;
  readonly ended: boolean;
  play(): Promise<void>;
  pause(): void;
  addEventListener(event: string, heard: () => void, until?: { signal: AbortSignal }): void;
}

/** Parts of a recording played as one timeline. Seconds throughout. */
export interface Player {
  playing: ReadonlySignal<boolean>;
  /** Into the timeline. */
  position: ReadonlySignal<number>;
  length: ReadonlySignal<number>;
  speed: ReadonlySignal<number>;
  /** The browser cannot play what was recorded, or it is not there any more. */
  failed: ReadonlySignal<boolean>;
  toggle(): void;
  /** To a second of the timeline. */
  seek(position: number): void;
  /** To a second of the call, and plays from there. */
  playAt(second: number): void;
  setSpeed(speed: number): void;
  dispose(): void;
}

/** Speeds to choose from. */
export const speeds = [0.75, 1, 1.25, 1.5, 2] as const;

/** Plays the parts through one sounder, one after the other. `sound` gives the pieces of a part. */
export function makePlayer(
  sounder: Sounder,
  recorded: ReadonlySignal<readonly RecordingPart[]>,
  sound: (id: string) => Promise<Uint8Array[]>,
): Player {
  // Of a part that was cut off at once nothing may have been heard.
  const parts = computed(() => recorded.value.filter(({ bytes }) => bytes > 0));
  const playing = signal(false);
  const position = signal(0);
  const speed = signal(1);
  const failed = signal(false);
  /** Part in the sounder, and its file; -1: none, or one that is not ready. */
  let loaded = -1;
  let url = '';
  /** Only the newest wish counts: files are read meanwhile. */
  let wish = 0;

  const drop = () => {
    if (url) URL.revokeObjectURL(url);
    url = '';
    loaded = -1;
  };
  const load = async (index: number) => {
    const part = parts.peek()[index];
    const pieces = part ? await sound(part.id) : [];
    if (!part || pieces.length === 0) throw new Error('no sound');
    return URL.createObjectURL(new Blob(pieces as BlobPart[], { type: part.type }));
  };
  const goTo = async (place: SoundPlace, play: boolean) => {
    const own = ++wish;
    playing.value = play;
    failed.value = false;
    position.value = playedBefore(parts.peek(), place);
    try {
      if (loaded !== place.part) {
        const file = await load(place.part);
        if (own !== wish) return URL.revokeObjectURL(file);
        drop();
        url = file;
        sounder.src = file;
        await ready(sounder);
        if (own !== wish) return;
        loaded = place.part;
      }
      sounder.currentTime = place.offset;
      sounder.playbackRate = speed.peek();
      if (play) await sounder.play();
      else sounder.pause();
    } catch {
      if (own !== wish) return;
      playing.value = false;
      failed.value = true;
    }
  };
  sounder.addEventListener('timeupdate', () => {
    if (loaded >= 0 && playing.peek())
      position.value = playedBefore(parts.peek(), { part: loaded, offset: sounder.currentTime });
  });
  sounder.addEventListener('ended', () => {
    // Getting ready ends it too, and it may be somewhere else by the time that is heard.
    if (loaded < 0 || !sounder.ended) return;
    const next = loaded + 1;
    if (next < parts.peek().length) void goTo({ part: next, offset: 0 }, true);
    else playing.value = false;
  });
  const length = computed(() => parts.value.reduce((sum, part) => sum + part.seconds, 0));
  return {
    playing,
    position,
    length,
    speed,
    failed,
    toggle() {
      const ended = position.peek() >= length.peek() - 0.5;
      void goTo(placeAfter(parts.peek(), ended ? 0 : position.peek()), !playing.peek());
    },
    seek: (to) => void goTo(placeAfter(parts.peek(), to), playing.peek()),
    playAt(second) {
      const place = soundAt(parts.peek(), second);
      if (place) void goTo(place, true);
    },
    setSpeed(to) {
      speed.value = to;
      sounder.playbackRate = to;
    },
    dispose() {
      wish++;
      sounder.pause();
      drop();
    },
  };
}

/**
 * What MediaRecorder writes does not say how long it is, and Chromium then does not seek in it. Sent far beyond its end, it
 * reads to the end and knows: https://issues.chromium.org/issues/40482588
 */
async function ready(sounder: Sounder): Promise<void> {
  await once(sounder, 'loadedmetadata');
  if (Number.isFinite(sounder.duration)) return;
  sounder.currentTime = Number.MAX_SAFE_INTEGER;
  await once(sounder, 'seeked');
}

function once(sounder: Sounder, event: string): Promise<void> {
  const heard = new AbortController();
  const wait = new Promise<void>((done, failed) => {
    sounder.addEventListener(event, done, heard);
    sounder.addEventListener('error', () => failed(new Error('the browser cannot play it')), heard);
  });
  return wait.finally(() => heard.abort());
}
