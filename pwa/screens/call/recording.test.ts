import { signal } from '@preact/signals-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { MemoryRecordings } from '#core/browser/recordings/memory.ts';
import { seededChance } from '#core/model/chance.ts';
import { parseId } from '#core/model/ids.ts';
import { fail, ok } from '#core/model/result.ts';
import type { InterviewHead } from '#core/notes/index.ts';
import type { Hears, Microphone, NoMicrophone } from '#core/ports/recordings.ts';
import { type CallRecording, makeRecording } from './recording.ts';

const yes = { consentAsked: true, consentRecord: true, consentQuote: 'no', endedAt: 0 } as InterviewHead;
const startedAt = 1_760_000_000_000;
const open: CallRecording[] = [];
afterEach(() => {
  for (const recording of open.splice(0)) recording.dispose();
});

/** A microphone that says what the test has it say, in one window at a time. */
class TestMicrophone implements Microphone {
  why: NoMicrophone | null = null;
  hears: Hears | null = null;
  opened = 0;

  async open(_interview: string, hears: Hears) {
    if (this.why) return fail(this.why);
    this.opened++;
    this.hears = hears;
    return ok({ type: 'audio/test', stop: async () => this.close() });
  }

  /** The last piece comes when it is closed. */
  close() {
    this.hears?.piece(Uint8Array.of(9), 99);
    this.hears = null;
  }
}

function device() {
  const store = new MemoryRecordings();
  const microphone = new TestMicrophone();
  let elapsed = 0;
  const clock = { now: () => startedAt + elapsed * 1000, steady: () => elapsed * 1000 };
  const interview = parseId<'interview'>('i1');
  if (!interview.ok) throw new Error('id');
  let windows = 0;
  const window = (head: Partial<InterviewHead> | null = {}) => {
    const now = signal(head && { ...yes, ...head });
    const needs = { clock, chance: seededChance(`w${windows++}`) };
    const recording = makeRecording(needs, { store, microphone }, interview.value, now, () => elapsed);
    open.push(recording);
    return {
      recording,
      says: (fields: Partial<InterviewHead>) => {
        now.value = { ...yes, ...now.value, ...fields };
      },
    };
  };
  return {
    store,
    microphone,
    window,
    wait: (seconds: number) => {
      elapsed += seconds;
    },
    hear: async (recording: CallRecording, seconds: number) => {
      const before = recording.bytes.peek();
      microphone.hears?.piece(Uint8Array.of(1, 2, 3), seconds);
      await vi.waitFor(() => expect(recording.bytes.peek()).toBe(before + 3));
    },
    kept: () => store.ofInterview('i1'),
  };
}

describe('consent first', () => {
  test.each([
    ['not asked', { consentAsked: false }],
    ['refused', { consentRecord: false }],
    ['over', { endedAt: startedAt + 5 }],
  ])('%s: the microphone is not even asked for', async (_why, head) => {
    const { window, microphone, kept } = device();
    const { recording } = window(head);
    await recording.start();
    expect([recording.state.value, microphone.opened, await kept()]).toEqual(['off', 0, []]);
  });

  test('taken back: recording stops, what was heard is kept until the user has said whether to delete it', async () => {
    const { window, microphone, hear, kept } = device();
    const { recording, says } = window();
    await recording.start();
    await hear(recording, 2);
    says({ consentRecord: false });
    expect([recording.state.value, microphone.hears]).toEqual(['off', null]);
    expect([recording.asksToDelete.value, recording.withdrawn.value]).toEqual([true, true]);
    await vi.waitFor(async () => expect(await kept()).toMatchObject([{ bytes: 4, running: false }]));
    expect(await recording.remove()).toBe(true);
    expect([recording.asksToDelete.value, recording.parts.value, await kept()]).toEqual([false, [], []]);
  });

  test('asked again: nothing is recorded meanwhile; a yes goes on as a new part, a no does not', async () => {
    const { window, microphone, hear, wait, kept } = device();
    const { recording, says } = window();
    await recording.start();
    await hear(recording, 2);
    says({ consentAsked: false });
    expect([recording.state.value, microphone.hears]).toEqual(['paused', null]);
    wait(30);
    says({ consentAsked: true });
    await vi.waitFor(() => expect(recording.state.value).toBe('on'));
    await hear(recording, 2);
    expect(await kept()).toMatchObject([{ at: 0 }, { at: 30, running: true }]);
    says({ consentAsked: false });
    says({ consentAsked: true, consentRecord: false });
    expect(recording.state.value).toBe('off');
    expect(microphone.opened).toBe(2);
  });

  test('the call paused, so is its recording; both go on together', async () => {
    const { window, microphone, hear, kept } = device();
    const { recording, says } = window();
    await recording.start();
    await hear(recording, 2);
    says({ stoppedAt: 2 });
    expect([recording.state.value, microphone.hears]).toEqual(['paused', null]);
    says({ stoppedAt: null });
    await vi.waitFor(() => expect(recording.state.value).toBe('on'));
    await vi.waitFor(async () => expect((await kept()).length).toBe(2));
  });

  test('given back while the browser still asks for the microphone: nothing is kept of it', async () => {
    const { window, microphone, kept } = device();
    const { recording, says } = window();
    const started = recording.start();
    says({ consentRecord: false });
    await started;
    expect([recording.state.value, microphone.hears, await kept()]).toEqual(['off', null, []]);
  });
});

describe('while it records', () => {
  test('pause and go on are two parts, each knows its second of the call', async () => {
    const { window, hear, wait, kept } = device();
    const { recording } = window();
    wait(60);
    await recording.start();
    await hear(recording, 2);
    await recording.pause();
    wait(100);
    await recording.start();
    await hear(recording, 2);
    expect(await kept()).toMatchObject([
      { at: 60, running: false, type: 'audio/test' },
      { at: 160, running: true },
    ]);
    expect(recording.bytes.value).toBe(7);
  });

  test('a crash loses nothing that was written, and the next window goes on as a new part', async () => {
    const { window, hear, wait, kept } = device();
    const { recording } = window();
    await recording.start();
    await hear(recording, 2);
    wait(20);
    const next = window();
    await vi.waitFor(() => expect(next.recording.state.value).toBe('on'));
    await vi.waitFor(async () =>
      expect(await kept()).toMatchObject([
        { at: 0, bytes: 3, running: false },
        { at: 20, running: true },
      ]),
    );
  });

  test('left inside the app it goes on when the call is opened again, as after a reload', async () => {
    const { window, hear, wait, microphone, kept } = device();
    const { recording } = window();
    await recording.start();
    await hear(recording, 2);
    recording.dispose();
    await vi.waitFor(async () => expect(await kept()).toMatchObject([{ bytes: 4 }]));
    expect(microphone.hears).toBeNull();
    wait(60);
    const next = window();
    await vi.waitFor(() => expect(next.recording.state.value).toBe('on'));
    await vi.waitFor(async () =>
      expect(await kept()).toMatchObject([
        { at: 0, bytes: 4, running: false },
        { at: 60, running: true },
      ]),
    );
  });

  test('stopped or paused just before the call is left, it does not go on by itself', async () => {
    for (const end of ['stop', 'pause'] as const) {
      const { window, hear, microphone, kept } = device();
      const { recording } = window();
      await recording.start();
      await hear(recording, 2);
      void recording[end]();
      recording.dispose();
      await vi.waitFor(async () => expect(await kept()).toMatchObject([{ bytes: 4, running: false }]));
      const next = window();
      await vi.waitFor(() => expect(next.recording.parts.value).toHaveLength(1));
      expect([next.recording.state.value, microphone.opened]).toEqual(['off', 1]);
    }
  });

  test('what was cut off an hour ago does not go on by itself', async () => {
    const { window, hear, wait, microphone, kept } = device();
    const { recording } = window();
    await recording.start();
    await hear(recording, 2);
    wait(3600);
    const next = window();
    await vi.waitFor(async () => expect((await kept())[0]?.running).toBe(false));
    expect([next.recording.state.value, microphone.opened]).toEqual(['off', 1]);
  });

  test('a window beside it leaves it alone', async () => {
    const { window, hear, microphone, kept } = device();
    const { recording } = window();
    await recording.start();
    await hear(recording, 2);
    microphone.why = 'elsewhere';
    const beside = window();
    await vi.waitFor(() => expect(beside.recording.trouble.value).toBe('elsewhere'));
    expect(await kept()).toMatchObject([{ running: true }]);
  });

  test.each(['full', 'failed'] as const)('a disk that is %s stops it at once and is said', async (fault) => {
    const { window, hear, store, microphone, kept } = device();
    const { recording } = window();
    await recording.start();
    await hear(recording, 2);
    store.fault = fault;
    microphone.hears?.piece(Uint8Array.of(1), 4);
    await vi.waitFor(() => expect(recording.trouble.value).toBe(fault));
    expect([recording.state.value, microphone.hears]).toEqual(['off', null]);
    expect(await kept()).toMatchObject([{ bytes: 3 }]);
    expect(await recording.remove()).toBe(false);
    expect(recording.parts.value.length).toBe(1);
  });

  test('a disk nearly full is left to the notes', async () => {
    const { window, hear, store, microphone } = device();
    const { recording } = window();
    await recording.start();
    store.room = false;
    for (let n = 1; n <= 14; n++) await hear(recording, 2 * n);
    expect(recording.state.value).toBe('on');
    microphone.hears?.piece(Uint8Array.of(1), 30);
    await vi.waitFor(() => expect([recording.state.value, recording.trouble.value]).toEqual(['off', 'full']));
    await recording.start();
    expect([recording.state.value, microphone.opened]).toEqual(['off', 1]);
  });

  test('unplugged: said, and what came before is there', async () => {
    const { window, hear, microphone, kept } = device();
    const { recording } = window();
    await recording.start();
    await hear(recording, 2);
    microphone.hears?.lost();
    await vi.waitFor(() => expect(recording.trouble.value).toBe('lost'));
    await vi.waitFor(async () => expect(await kept()).toMatchObject([{ running: false }]));
  });

  test.each(['refused', 'missing', 'busy', 'unsupported'] as const)('no microphone (%s)', async (why) => {
    const { window, microphone, kept } = device();
    const { recording } = window();
    microphone.why = why;
    await recording.start();
    expect([recording.state.value, recording.trouble.value, await kept()]).toEqual(['off', why, []]);
    microphone.why = null;
    await recording.start();
    expect([recording.state.value, recording.trouble.value]).toEqual(['on', null]);
  });

  test('the call over, so is its recording; leaving the page closes the microphone', async () => {
    const { window, hear, microphone } = device();
    const { recording, says } = window();
    await recording.start();
    await hear(recording, 2);
    says({ endedAt: startedAt + 9 });
    expect(recording.state.value).toBe('off');
    const { recording: second } = window();
    await second.start();
    second.dispose();
    await vi.waitFor(() => expect(microphone.hears).toBeNull());
  });
});
