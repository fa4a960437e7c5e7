import { expose } from 'comlink';
import { WorkspaceDatabase } from '#core/browser/database.ts';
import { makeWaveStore } from '#core/browser/waves/index.ts';
import { parseId } from '#core/model/ids.ts';
import { makeCounting } from './counting.ts';

/** Counts segments away from the page. The name the worker is started with is its workspace. */
const workspace = parseId<'workspace'>(self.name);
if (!workspace.ok) throw new Error(`the counting worker needs a workspace, got "${self.name}"`);

expose(makeCounting(makeWaveStore(new WorkspaceDatabase(workspace.value))));
