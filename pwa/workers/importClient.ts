import { proxy, type Remote, releaseProxy, wrap } from 'comlink';
import type { WorkspaceId } from '#core/model/ids.ts';
import { fail, ok, type Result } from '#core/model/result.ts';
import type { SourceFile } from '#core/ports/files.ts';
import type { Importer, ImportWatch, OpenImport, WorkerGone } from '#core/ports/importer.ts';
import type { ImportWorker, Opened, Report } from './importApi.ts';

/**
 * The importer of the page: every file is read, checked and stored in a worker, so that the page stays quick.
 * Each file gets a worker of its own, which ends when the file is closed or the next one is opened. What it stores is
 * seen by every tab's `WaveStore.watch`.
 */
export function makeImporter(workspace: WorkspaceId): Importer {
  let current: Line | null = null;
  return {
    async open(file, watch) {
      current?.end('another file was opened');
      const line = new Line(workspace);
      current = line;
      const source = await sourceIn(file).catch((error: unknown) => String(error));
      if (typeof source === 'string') {
        line.end('the file could not be read');
        return fail({ kind: 'workerGone', reason: source.slice(0, 300) });
      }
      const opened = await line.ask((worker, report) => worker.open(source, file.name, report), watch);
      if (opened.ok) return ok(openImport(line, opened.value));
      line.end('the file was refused');
      return opened;
    },
  };
}

/** A file of the browser goes to the worker as it is: reading or copying a large one here would hold up the page. */
async function sourceIn(file: SourceFile): Promise<Blob | Uint8Array> {
  return file.origin instanceof Blob ? file.origin : file.bytes();
}

function openImport(line: Line, { inspection, earlier }: Opened): OpenImport {
  return {
    inspection,
    earlier,
    sheet: (name, watch) => line.ask((worker, report) => worker.sheet(name, report), watch),
    async valuesIn(wave) {
      const values = await line.ask(async (worker) => ok(await worker.valuesIn(wave)));
      return values.ok ? values.value : new Map();
    },
    check: (mapping, watch) => line.ask((worker, report) => worker.check(mapping, report), watch),
    async addContacts(file, watch) {
      const source = await sourceIn(file);
      return line.ask((worker, report) => worker.addContacts(source, file.name, report), watch);
    },
    mapContacts: (mapping) => line.ask((worker) => worker.mapContacts(mapping)),
    async dropContacts() {
      await line.ask(async (worker) => ok(await worker.dropContacts()));
    },
    save: (request, watch) => line.ask((worker, report) => worker.save(request, report), watch),
    close: () => line.end('the file was closed'),
  };
}

/** A worker and everything asked of it. Once it is gone, every question, open or new, is answered with `workerGone`. */
class Line {
  private readonly worker: Worker;
  private readonly remote: Remote<ImportWorker>;
  private readonly gone: Promise<Result<never, WorkerGone>>;
  private sayGone: (reason: string) => void = () => {};
  private isGone = false;

  constructor(workspace: WorkspaceId) {
    this.worker = new Worker(new URL('./import.worker.ts', import.meta.url), {
      type: 'module',
      name: workspace,
    });
    this.remote = wrap<ImportWorker>(this.worker);
    this.gone = new Promise((resolve) => {
      this.sayGone = (reason) => resolve(fail({ kind: 'workerGone', reason }));
    });
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.end(event.message || 'the import worker failed');
    };
    this.worker.onmessageerror = () => this.end('a message could not be read');
  }

  ask<T, F>(
    question: (worker: Remote<ImportWorker>, report: Report) => Promise<Result<T, F>>,
    watch: ImportWatch = {},
  ): Promise<Result<T, F | WorkerGone>> {
    if (this.isGone) return this.gone;
    const { onProgress, stop } = watch;
    const report = proxy((progress: Parameters<Report>[0]) => onProgress?.(progress));
    stop?.addEventListener('abort', () => this.stop());
    const answer = question(this.remote, report).catch((error: unknown) => {
      this.end(String(error).slice(0, 300));
      return this.gone;
    });
    if (stop?.aborted) this.stop();
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

  private stop(): void {
    if (!this.isGone) void this.remote.stop();
  }
}
