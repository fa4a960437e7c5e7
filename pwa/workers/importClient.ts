import type { WorkspaceId } from '#core/model/ids.ts';
import { fail, ok } from '#core/model/result.ts';
import type { SourceFile } from '#core/ports/files.ts';
import type { Importer, OpenImport } from '#core/ports/importer.ts';
import type { ImportWorker, Opened } from './importApi.ts';
import { Line } from './line.ts';

/**
 * The importer of the page: every file is read, checked and stored in a worker, so that the page stays quick.
 * Each file gets a worker of its own, which ends when the file is closed or the next one is opened. What it stores is
 * seen by every tab's `WaveStore.watch`.
 */
export function makeImporter(workspace: WorkspaceId): Importer {
  let current: Line<ImportWorker> | null = null;
  return {
    async open(file, watch) {
      current?.end('another file was opened');
      const line = startLine(workspace);
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

function openImport(line: Line<ImportWorker>, { inspection, earlier }: Opened): OpenImport {
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

function startLine(workspace: WorkspaceId): Line<ImportWorker> {
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), {
    type: 'module',
    name: workspace,
  });
  return new Line(worker, 'the import worker failed');
}
