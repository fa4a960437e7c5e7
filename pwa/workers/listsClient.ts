import { proxy, type Remote, releaseProxy, wrap } from 'comlink';
import type { WorkspaceId } from '#core/model/ids.ts';
import { fail, ok, type Result } from '#core/model/result.ts';
import type { ImportWatch, WorkerGone } from '#core/ports/importer.ts';
import type { ListReader, OpenList } from '#core/ports/lists.ts';
import type { ListKind } from '#core/waves/index.ts';
import type { Report } from './importApi.ts';
import type { ListsWorker, OpenedList } from './listsApi.ts';

/** Lists are read in a worker of their own, which ends when the list is closed or the people have been compared. */
export function makeListReader(workspace: WorkspaceId): ListReader {
  return {
    async open(kind, file, watch) {
      const line = new Line(workspace);
      const bytes = await file.bytes().catch((error: unknown) => String(error));
      if (typeof bytes === 'string') {
        line.end('the file could not be read');
        return fail({ kind: 'workerGone', reason: bytes.slice(0, 300) });
      }
      const opened = await line.ask((worker, report) => worker.open(kind, bytes, file.name, report), watch);
      if (opened.ok) return ok(openList(line, kind, opened.value));
      line.end('the list was refused');
      return opened;
    },
    async samePeople(waves, watch) {
      const line = new Line(workspace);
      const found = await line.ask((worker, report) => worker.samePeople(waves, report), watch);
      line.end('the people were compared');
      return found;
    },
  };
}

function openList(line: Line, kind: ListKind, { inspection, mapping, fileHash }: OpenedList): OpenList {
  return {
    kind,
    inspection,
    mapping,
    fileHash,
    join: (how, waves, watch) => line.ask((worker, report) => worker.join(how, waves, report), watch),
    close: () => line.end('the list was closed'),
  };
}

/** A worker and what is asked of it. Once it is gone every question is answered with `workerGone`. */
class Line {
  private readonly worker: Worker;
  private readonly remote: Remote<ListsWorker>;
  private readonly gone: Promise<Result<never, WorkerGone>>;
  private sayGone: (reason: string) => void = () => {};
  private isGone = false;

  constructor(workspace: WorkspaceId) {
    this.worker = new Worker(new URL('./lists.worker.ts', import.meta.url), {
      type: 'module',
      name: workspace,
    });
    this.remote = wrap<ListsWorker>(this.worker);
    this.gone = new Promise((resolve) => {
      this.sayGone = (reason) => resolve(fail({ kind: 'workerGone', reason }));
    });
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.end(event.message || 'the worker of the lists failed');
    };
    this.worker.onmessageerror = () => this.end('a message could not be read');
  }

  ask<T, F>(
    question: (worker: Remote<ListsWorker>, report: Report) => Promise<Result<T, F>>,
    { onProgress, stop }: ImportWatch = {},
  ): Promise<Result<T, F | WorkerGone>> {
    if (this.isGone) return this.gone;
    const report = proxy((progress: Parameters<Report>[0]) => onProgress?.(progress));
    const onStop = () => {
      if (!this.isGone) void this.remote.stop();
    };
    stop?.addEventListener('abort', onStop);
    const answer = question(this.remote, report).catch((error: unknown) => {
      this.end(String(error).slice(0, 300));
      return this.gone;
    });
    if (stop?.aborted) onStop();
    return Promise.race([answer, this.gone]);
  }

  end(reason: string): void {
    if (this.isGone) return;
    this.isGone = true;
    this.sayGone(reason);
    this.remote[releaseProxy]();
    this.worker.terminate();
  }
}
