import type { WorkspaceId } from '#core/model/ids.ts';
import { fail, ok } from '#core/model/result.ts';
import type { ListReader, OpenList } from '#core/ports/lists.ts';
import type { ListKind } from '#core/waves/index.ts';
import { Line } from './line.ts';
import type { ListsWorker, OpenedList } from './listsApi.ts';

/** Lists are read in a worker of their own, which ends when the list is closed or the people have been compared. */
export function makeListReader(workspace: WorkspaceId): ListReader {
  return {
    async open(kind, file, watch) {
      const line = startLine(workspace);
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
      const line = startLine(workspace);
      const found = await line.ask((worker, report) => worker.samePeople(waves, report), watch);
      line.end('the people were compared');
      return found;
    },
  };
}

function openList(
  line: Line<ListsWorker>,
  kind: ListKind,
  { inspection, mapping, fileHash }: OpenedList,
): OpenList {
  return {
    kind,
    inspection,
    mapping,
    fileHash,
    join: (how, waves, watch) => line.ask((worker, report) => worker.join(how, waves, report), watch),
    close: () => line.end('the list was closed'),
  };
}

function startLine(workspace: WorkspaceId): Line<ListsWorker> {
  const worker = new Worker(new URL('./lists.worker.ts', import.meta.url), {
    type: 'module',
    name: workspace,
  });
  return new Line(worker, 'the worker of the lists failed');
}
