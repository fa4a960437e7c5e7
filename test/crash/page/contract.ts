import { openReplica } from '#core/browser/replica/index.ts';
import { parseId } from '#core/model/ids.ts';
import { replicaConformance } from '../../conformance/replica.ts';
import { run } from './inPage.ts';

/**
 * The contract of a replica over this browser's own IndexedDB. Each device is a prefix of the databases' names, so that
 * two devices of one test share nothing.
 */
const workspace = parseId<'workspace'>('w1');
if (!workspace.ok) throw new Error('w1 is an id');

const within = (prefix: string): IDBFactory => ({
  open: (name, version) => indexedDB.open(prefix + name, version),
  deleteDatabase: (name) => indexedDB.deleteDatabase(prefix + name),
  cmp: (a, b) => indexedDB.cmp(a, b),
  databases: async () =>
    (await indexedDB.databases()).flatMap(({ name = '', version }) =>
      name.startsWith(prefix) ? [{ name: name.slice(prefix.length), version }] : [],
    ),
});

let devices = 0;
replicaConformance('durable, in this browser', async () => {
  const device = `device-${devices++}-`;
  return { open: () => openReplica({ workspace: workspace.value, indexedDB: within(device), tabs: device }) };
});

Object.assign(globalThis, { runContract: run });
