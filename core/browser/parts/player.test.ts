import { signal } from '@preact/signals-core';
import { beforeEach, expect, test, vi } from 'vitest';
import type { RecordingPart } from '#core/ports/recordings.ts';
import { makePlayer, type Sounder } from './player.ts';

/** An audio element that loads at once; a file that MediaRecorder wrote knows its length only after it was read to its end. */
class TestSounder implements Sounder {
  playbackRate = 1;
  duration = Number.POSITIVE_INFINITY;
  playing = false;
  broken = false;
  #src = '';
  #time = 0;
  readonly #heard = new Map<string, (() => void)[]>();

  get src() {
    return this.#src;
  }
  set src(to: string) {
    this.#src = to;
    this.#time = 0;
    this.duration = Number.POSITIVE_INFINITY;
    queueMicrotask(() => this.say(this.broken ? 'error' : 'loadedmetadata'));
  }
  get currentTime() {
    return this.#time;
  }
  set currentTime(to: number) {
    if (!Number.isFinite(this.duration)) this.duration = 20;
    this.#time = Math.min(to, this.duration);
    const isEnd = this.ended;
    queueMicrotask(() => {
      this.say('seeked');
      if (isEnd) this.say('ended');
    });
  }
  get ended() {
    return this.#time >= this.duration;
  }
  async play() {
    this.playing = true;
  }
  pause() {
    this.playing = false;
  }
  addEventListener(event: string, heard: () => void) {
    this.#heard.set(event, [...(this.#heard.get(event) ?? []), heard]);
  }
  say(event: string) {
    for (const heard of this.#heard.get(event) ?? []) heard();
  }
}

const part = (id: string, at: number, sound = true): RecordingPart => ({
  ...{ id, interview: 'i1', at },
  ...{ startedAt: 0, type: 'audio/test', bytes: sound ? 1 : 0, seconds: sound ? 20 : 0, running: false },
});
const files = new Map<string, string>();
beforeEach(() => {
  files.clear();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = `blob:${files.size}`;
    files.set(url, (blob as Blob).type);
    return url;
  });
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => void files.delete(url));
});

function player(
  sound = async (_id: string) => [Uint8Array.of(1)],
  parts: readonly RecordingPart[] = [part('p1', 10), part('p2', 100)],
) {
  const sounder = new TestSounder();
  return { sounder, made: makePlayer(sounder, signal(parts), sound) };
}

test('a second of the call is heard from its part on, and one part follows the other', async () => {
  const { sounder, made } = player();
  made.playAt(25);
  await vi.waitFor(() => expect([sounder.currentTime, sounder.playing]).toEqual([15, true]));
  expect([made.position.value, made.length.value, made.playing.value]).toEqual([15, 40, true]);
  sounder.currentTime = 20;
  await vi.waitFor(() => expect([made.position.value, sounder.currentTime]).toEqual([20, 0]));
  sounder.currentTime = 7;
  sounder.say('timeupdate');
  expect(made.position.value).toBe(27);
  sounder.currentTime = 20;
  await vi.waitFor(() => expect(made.playing.value).toBe(false));
});

test('a part without sound is passed over: cut off at once, nothing of it was heard', async () => {
  const sound = async (id: string) => (id === 'empty' ? [] : [Uint8Array.of(1)]);
  const parts = [part('p1', 10), part('empty', 31, false), part('p3', 33), part('last', 60, false)];
  const { sounder, made } = player(sound, parts);
  made.playAt(25);
  await vi.waitFor(() => expect(sounder.playing).toBe(true));
  sounder.currentTime = 20;
  await vi.waitFor(() => expect([made.position.value, sounder.currentTime]).toEqual([20, 0]));
  expect([made.playing.value, made.failed.value]).toEqual([true, false]);
  made.playAt(70);
  await vi.waitFor(() => expect(made.position.value).toBe(40));
  expect(made.failed.value).toBe(false);
});

test('that the end is reached to learn the length is no end of playing', async () => {
  const { sounder, made } = player();
  made.playAt(12);
  await vi.waitFor(() => expect(sounder.playing).toBe(true));
  expect([made.playing.value, made.position.value, sounder.currentTime]).toEqual([true, 2, 2]);
});

test('what failed once can be heard at the next try', async () => {
  const { sounder, made } = player();
  sounder.broken = true;
  made.playAt(12);
  await vi.waitFor(() => expect(made.failed.value).toBe(true));
  sounder.broken = false;
  made.playAt(12);
  expect(made.failed.value).toBe(false);
  await vi.waitFor(() => expect([sounder.playing, made.failed.value]).toEqual([true, false]));
});

test('ten seconds back reaches into the part before; the speed stays', async () => {
  const { sounder, made } = player();
  made.setSpeed(1.5);
  made.playAt(105);
  await vi.waitFor(() => expect(made.position.value).toBe(25));
  await vi.waitFor(() => expect(sounder.playing).toBe(true));
  made.seek(made.position.value - 10);
  await vi.waitFor(() => expect([sounder.currentTime, sounder.playbackRate]).toEqual([15, 1.5]));
  made.toggle();
  await vi.waitFor(() => expect([sounder.playing, made.playing.value]).toEqual([false, false]));
});

test('of two wishes the later one counts, and no file is held that is not played', async () => {
  const { sounder, made } = player();
  made.playAt(12);
  made.playAt(110);
  await vi.waitFor(() => expect(sounder.currentTime).toBe(10));
  expect([made.position.value, files.size]).toEqual([30, 1]);
  made.dispose();
  expect([files.size, sounder.playing]).toEqual([0, false]);
});

test.each([
  ['cannot be played', async () => [Uint8Array.of(1)], true],
  ['is gone', async () => [], false],
])('a recording that %s says so', async (_why, sound, broken) => {
  const { sounder, made } = player(sound);
  sounder.broken = broken;
  made.toggle();
  await vi.waitFor(() => expect([made.failed.value, made.playing.value]).toEqual([true, false]));
});
