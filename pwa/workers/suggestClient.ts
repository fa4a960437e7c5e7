import { type Remote, wrap } from 'comlink';
import { nextTurn } from '#core/browser/parts/nextTurn.ts';
import type { WorkspaceId } from '#core/model/ids.ts';
import type { ThemeSuggester } from '#core/ports/suggest.ts';
import type { Suggestion } from '#core/themes/index.ts';
import { latestOnly } from './latestOnly.ts';
import type { SuggestWorker } from './suggestApi.ts';

/**
 * Suggests in a worker, started when the first call is opened and kept for the next: what it learned need not be learned
 * again. Questions never queue up: while one is answered only the newest waits. A worker that fails suggests nothing; the
 * next call starts another.
 */
export function makeSuggester(workspace: WorkspaceId): ThemeSuggester {
  let line: Line | null = null;
  const start = () =>
    startLine(workspace, () => {
      line = null;
    });
  /** A worker that ended in the middle owes no answer. */
  const ask = <T>(question: (worker: Remote<SuggestWorker>) => Promise<T>, otherwise: T): Promise<T> => {
    if (!line) return Promise.resolve(otherwise);
    const { remote, owed } = line;
    return new Promise<T>((answer) => {
      const giveUp = () => answer(otherwise);
      owed.add(giveUp);
      void question(remote)
        .then(answer, giveUp)
        .finally(() => owed.delete(giveUp));
    });
  };
  // Waking the worker, and copying notes for it, cost more than the rest of a key: not while the key waits to be drawn.
  const tell = (what: (worker: Remote<SuggestWorker>) => Promise<void>) => {
    void nextTurn().then(() => ask(what, undefined));
  };
  return {
    follow(themes) {
      line ??= start();
      tell((worker) => worker.follow(themes));
    },
    hold: (interview, notes) => tell((worker) => worker.hold(interview, notes)),
    release: (interview) => tell((worker) => worker.release(interview)),
    suggest: latestOnly(async (text: string) => {
      await nextTurn();
      return ask<readonly Suggestion[]>((worker) => worker.suggest(text), []);
    }),
    async nearest(text, most) {
      await nextTurn();
      return ask<readonly string[]>((worker) => worker.nearest(text, most), []);
    },
  };
}

interface Line {
  remote: Remote<SuggestWorker>;
  /** What to do about each open question when the worker ends. */
  owed: Set<() => void>;
}

function startLine(workspace: WorkspaceId, onGone: () => void): Line {
  const worker = new Worker(new URL('./suggest.worker.ts', import.meta.url), {
    type: 'module',
    name: workspace,
  });
  const owed = new Set<() => void>();
  const end = () => {
    worker.terminate();
    onGone();
    for (const giveUp of owed) giveUp();
  };
  worker.onerror = (event) => {
    event.preventDefault();
    end();
  };
  worker.onmessageerror = end;
  return { remote: wrap<SuggestWorker>(worker), owed };
}
