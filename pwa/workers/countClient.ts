import { type Remote, wrap } from 'comlink';
import type { WorkspaceId } from '#core/model/ids.ts';
import { fail, type Result } from '#core/model/result.ts';
import type { WaveStoreFault } from '#core/ports/waves.ts';
import type { SegmentCounter } from './countApi.ts';

/**
 * The counter of the page: one worker, started with the first question, so that a million answers are read and counted
 * without holding up a key. A worker that fails answers all that is open with `unavailable`; the next question starts
 * another.
 */
export function makeCounter(workspace: WorkspaceId): SegmentCounter {
  let line: Line | null = null;
  const ask = <T, F>(question: (worker: Remote<SegmentCounter>) => Promise<Result<T, F>>) => {
    line ??= startLine(workspace, () => {
      line = null;
    });
    const { remote, gone } = line;
    return Promise.race([question(remote), gone]);
  };
  return {
    map: (request) => ask((worker) => worker.map(request)),
    cross: (request, names) => ask((worker) => worker.cross(request, names)),
  };
}

interface Line {
  remote: Remote<SegmentCounter>;
  gone: Promise<Result<never, WaveStoreFault>>;
}

function startLine(workspace: WorkspaceId, onGone: () => void): Line {
  const worker = new Worker(new URL('./count.worker.ts', import.meta.url), {
    type: 'module',
    name: workspace,
  });
  const gone = new Promise<Result<never, WaveStoreFault>>((resolve) => {
    const end = (reason: string) => {
      worker.terminate();
      onGone();
      resolve(fail({ kind: 'unavailable', reason }));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      end(event.message || 'the counting worker failed');
    };
    worker.onmessageerror = () => end('a message could not be read');
  });
  return { remote: wrap<SegmentCounter>(worker), gone };
}
