import { afterEach, expect, test, vi } from 'vitest';
import { nextTurn } from '#core/browser/parts/nextTurn.ts';
import { parseId } from '#core/model/ids.ts';
import { makeSuggester } from './suggestClient.ts';

/** A worker that never answers, and ends when it is told to. */
class SilentWorker {
  static readonly all: SilentWorker[] = [];
  ended = false;
  onerror: ((event: { preventDefault(): void }) => void) | null = null;
  constructor() {
    SilentWorker.all.push(this);
  }
  addEventListener(): void {}
  removeEventListener(): void {}
  postMessage(): void {}
  terminate(): void {
    this.ended = true;
  }
}
afterEach(() => {
  vi.unstubAllGlobals();
  SilentWorker.all.length = 0;
});

function suggester() {
  vi.stubGlobal('Worker', SilentWorker);
  const workspace = parseId<'workspace'>('w');
  if (!workspace.ok) throw new Error('no id');
  return makeSuggester(workspace.value);
}

test('no worker is started before a call follows the codebook, and nothing is suggested without one', async () => {
  const themes = suggester();
  expect(await themes.suggest('late')).toEqual([]);
  expect(await themes.nearest('late', 3)).toEqual([]);
  expect(SilentWorker.all).toEqual([]);
});

test('a worker that fails owes no answer, and the next call starts another', async () => {
  const themes = suggester();
  themes.follow([]);
  themes.follow([]);
  const [line, near] = [themes.suggest('late'), themes.nearest('late', 3)];
  // Both are asked by then.
  await nextTurn();
  expect(SilentWorker.all).toHaveLength(1);
  SilentWorker.all[0]?.onerror?.({ preventDefault: () => {} });
  expect([await line, await near]).toEqual([[], []]);
  expect(SilentWorker.all[0]?.ended).toBe(true);
  expect(await themes.suggest('late again')).toEqual([]);
  themes.follow([]);
  expect(SilentWorker.all).toHaveLength(2);
});
