import { expose } from 'comlink';
import { WorkspaceDatabase } from '#core/browser/database.ts';
import { digest, makeWaveStore } from '#core/browser/waves/index.ts';
import { parseId } from '#core/model/ids.ts';
import { ListsSession } from './listsSession.ts';

/** Reads lists and joins them with waves, away from the page. The name the worker is started with is its workspace. */
const workspace = parseId<'workspace'>(self.name);
if (!workspace.ok) throw new Error(`the worker of the lists needs a workspace, got "${self.name}"`);

expose(
  new ListsSession({
    waves: makeWaveStore(new WorkspaceDatabase(workspace.value)),
    digest,
    steady: () => performance.now(),
  }),
);
