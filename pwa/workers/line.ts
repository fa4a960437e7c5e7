import { proxy, type Remote, releaseProxy, wrap } from 'comlink';
import { fail, type Result } from '#core/model/result.ts';
import type { ImportWatch, WorkerGone } from '#core/ports/importer.ts';
import type { Report } from './importApi.ts';

/** A worker that can be asked to end the step under way at its next pause. */
interface Stoppable {
  stop(): void;
}

/** A worker and everything asked of it. Once it is gone, every question, open or new, is answered with `workerGone`. */
export class Line<Answers extends Stoppable> {
  private readonly worker: Worker;
  private readonly remote: Remote<Answers>;
  private readonly gone: Promise<Result<never, WorkerGone>>;
  private sayGone: (reason: string) => void = () => {};
  private isGone = false;

  /** `failed` is said of a worker that ends without a reason. */
  constructor(worker: Worker, failed: string) {
    this.worker = worker;
    this.remote = wrap<Answers>(worker);
    this.gone = new Promise((resolve) => {
      this.sayGone = (reason) => resolve(fail({ kind: 'workerGone', reason }));
    });
    worker.onerror = (event) => {
      event.preventDefault();
      this.end(event.message || failed);
    };
    worker.onmessageerror = () => this.end('a message could not be read');
  }

  ask<T, F>(
    question: (worker: Remote<Answers>, report: Report) => Promise<Result<T, F>>,
    { onProgress, stop }: ImportWatch = {},
  ): Promise<Result<T, F | WorkerGone>> {
    if (this.isGone) return this.gone;
    const report = proxy((progress: Parameters<Report>[0]) => onProgress?.(progress));
    const onStop = () => {
      if (!this.isGone) void (this.remote as Remote<Stoppable>).stop();
    };
    stop?.addEventListener('abort', onStop);
    const answer = question(this.remote, report).catch((error: unknown) => {
      this.end(String(error).slice(0, 300));
      return this.gone;
    });
    if (stop?.aborted) onStop();
    return Promise.race([answer, this.gone]);
  }

  /** Ends the worker and with it whatever it was doing: an unfinished transaction leaves nothing behind. */
  end(reason: string): void {
    if (this.isGone) return;
    this.isGone = true;
    this.sayGone(reason);
    this.remote[releaseProxy]();
    this.worker.terminate();
  }
}
