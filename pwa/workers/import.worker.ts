import { expose } from 'comlink';
import { WorkspaceDatabase } from '#core/browser/database.ts';
import {
  digest,
  faultOf,
  makeLookup,
  makeWaveStore,
  sweepUnfinishedWaves,
} from '#core/browser/waves/index.ts';
import { chanceOf } from '#core/model/chance.ts';
import { parseId } from '#core/model/ids.ts';
import { ImportSession } from './importSession.ts';

/** Imports survey files away from the page. The name the worker is started with is its workspace. */
const workspace = parseId<'workspace'>(self.name);
if (!workspace.ok) throw new Error(`the import worker needs a workspace, got "${self.name}"`);

const database = new WorkspaceDatabase(workspace.value);
const words = new Uint32Array(1);

// what an import that was cut short left behind is gone before the next one counts what is there
void sweepUnfinishedWaves(database).catch(() => {});

expose(
  new ImportSession({
    waves: makeWaveStore(database),
    lookup: makeLookup(database),
    chance: chanceOf(() => crypto.getRandomValues(words)[0] ?? 0),
    clock: { now: () => Date.now(), steady: () => performance.now() },
    digest,
    faultOf,
  }),
);
