import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { type InterviewId, newId } from '#core/model/ids.ts';
import type { Result } from '#core/model/result.ts';
import { type InterviewHead, mayRecord, type NotRecordable } from '#core/notes/index.ts';
import type {
  NoMicrophone,
  RecordingFault,
  RecordingPart,
  Recordings,
  Take,
} from '#core/ports/recordings.ts';
import type { Deps } from '#pwa/app/deps.ts';

/** What stopped or prevented recording. `lost`: the microphone was unplugged; `unread`: the disk does not say what is there. */
export type RecordTrouble = NoMicrophone | Exclude<RecordingFault, 'gone'> | 'lost' | 'unread';

/** The recording of one call on this device. */
export interface CallRecording {
  /** `paused`: by the user, with the call, or while consent is asked again. */
  state: ReadonlySignal<'off' | 'starting' | 'on' | 'paused'>;
  trouble: ReadonlySignal<RecordTrouble | null>;
  may: ReadonlySignal<Result<null, NotRecordable>>;
  parts: ReadonlySignal<readonly RecordingPart[]>;
  /** Of all parts. */
  seconds: ReadonlySignal<number>;
  bytes: ReadonlySignal<number>;
  /** They were asked and do not agree: what is there is not played. */
  withdrawn: ReadonlySignal<boolean>;
  /** Consent was taken back and there is sound: whether to delete it is asked. */
  asksToDelete: ReadonlySignal<boolean>;
  start(): Promise<void>;
  pause(): Promise<void>;
  stop(): Promise<void>;
  /** The answer to `asksToDelete` for as long as this window is open. */
  keep(): void;
  /** The pieces of a part. */
  sound(id: string): Promise<Uint8Array[]>;
  /** Deletes all of it; false when the disk refuses. */
  remove(): Promise<boolean>;
  dispose(): void;
}

/** What was being recorded no longer ago than this goes on by itself once the call is open again. Milliseconds. */
const goesOnWithin = 10 * 60_000;
/** Pieces between two looks at the room left: about half a minute. */
const looksEvery = 15;

/** Records while it may. `secondsInto`: where the call stands now. */
export function makeRecording(
  { clock, chance }: Pick<Deps, 'clock' | 'chance'>,
  { store, microphone }: Recordings,
  interview: InterviewId,
  head: ReadonlySignal<InterviewHead | null>,
  secondsInto: () => number,
): CallRecording {
  const state = signal<'off' | 'starting' | 'on' | 'paused'>('off');
  const trouble = signal<RecordTrouble | null>(null);
  const parts = signal<readonly RecordingPart[]>([]);
  const kept = signal(false);
  const may = computed(() => mayRecord(head.value));
  const withdrawn = computed(() => !!head.value?.consentAsked && !head.value.consentRecord);
  const sumOf = (of: 'seconds' | 'bytes') => computed(() => parts.value.reduce((sum, p) => sum + p[of], 0));
  let take: (Take & { end(): void }) | null = null;
  let left = false;
  /** Parts of this window. */
  const own = new Set<string>();
  /** Everything written, one after the other. */
  let written: Promise<unknown> = Promise.resolve();
  /** Recording was on when the call was paused or consent came in question. */
  let goesOn = false;

  const read = async () => {
    try {
      parts.value = await store.ofInterview(interview);
    } catch {
      trouble.value = 'unread';
    }
  };
  /** Ends what runs; what was heard is written first. */
  const close = async (to: 'off' | 'paused', why: RecordTrouble | null = null) => {
    const open = take;
    take = null;
    state.value = to;
    trouble.value = why;
    await open?.stop();
    open?.end();
    await written;
  };
  const follow = (id: string) => {
    let broken = false;
    let pieces = 0;
    const after = (work: () => Promise<Result<null, RecordingFault>>) => {
      written = written.then(async () => {
        const done = broken ? null : await work();
        if (done === null || done.ok) return read();
        broken = true;
        // Not awaited: closing waits for what is written, and this is.
        void close('off', done.why === 'gone' ? null : done.why);
      });
    };
    const look = async () => {
      if (!(await store.hasRoom()) && take) void close('off', 'full');
    };
    return {
      begin: (at: number, type: string) =>
        after(() => store.begin({ id, interview, at, startedAt: clock.now(), type })),
      piece(bytes: Uint8Array, seconds: number) {
        after(() => store.append(id, bytes, seconds));
        if (++pieces % looksEvery === 0) void look();
      },
      end() {
        written = written.then(() => store.end(id)).then(read);
      },
    };
  };

  const start = async () => {
    if (state.peek() === 'on' || state.peek() === 'starting' || !may.peek().ok) return;
    state.value = 'starting';
    trouble.value = null;
    if (!(await store.hasRoom())) return close('off', 'full');
    const id = newId<'recording'>(chance);
    own.add(id);
    const part = follow(id);
    const opened = await microphone.open(interview, {
      piece: part.piece,
      lost() {
        part.end();
        void close('off', 'lost');
      },
    });
    if (!opened.ok) return close('off', opened.why);
    // Asked for the microphone, people take their time: it may not be wanted any more.
    if (left || !may.peek().ok || state.peek() !== 'starting') {
      if (state.peek() === 'starting') state.value = 'off';
      return opened.value.stop();
    }
    part.begin(secondsInto(), opened.value.type);
    take = { ...opened.value, end: part.end };
    state.value = 'on';
  };

  /** After a reload, a crash or another screen: goes on where it was recording just now, and settles what was cut off. */
  const begin = async () => {
    await read();
    const cutOff = parts.peek().filter((part) => part.running && !own.has(part.id));
    const last = cutOff.at(-1);
    if (!last || left) return;
    const fresh = clock.now() - (last.startedAt + last.seconds * 1000) < goesOnWithin;
    if (fresh && may.peek().ok) await start();
    if (trouble.peek() === 'elsewhere') return;
    for (const { id } of cutOff) await store.end(id);
    await read();
  };

  let begun = false;
  const stopWatch = effect(() => {
    const allowed = may.value;
    if (!head.value) return;
    if (!begun) void begin();
    begun = true;
    if (allowed.ok) {
      if (goesOn) void start();
      goesOn = false;
      return;
    }
    const wasOn = state.peek() === 'on';
    const waits = allowed.why.kind === 'notAsked' || allowed.why.kind === 'paused';
    goesOn = waits && (goesOn || wasOn);
    if (wasOn || state.peek() === 'paused') void close(goesOn ? 'paused' : 'off');
  });
  return {
    state,
    trouble,
    may,
    parts,
    seconds: sumOf('seconds'),
    bytes: sumOf('bytes'),
    withdrawn,
    asksToDelete: computed(() => !kept.value && withdrawn.value && parts.value.length > 0),
    start,
    pause: () => (state.peek() === 'on' ? close('paused') : Promise.resolve()),
    stop: () => close('off'),
    keep() {
      kept.value = true;
    },
    sound: (id) => store.sound(id),
    async remove() {
      await close('off');
      const gone = await store.remove(interview);
      await read();
      return gone;
    },
    dispose() {
      left = true;
      stopWatch();
      // Its part is not ended: it goes on when the call is opened again, as after a reload.
      void take?.stop();
    },
  };
}
