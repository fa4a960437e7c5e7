export { layAside } from './aside.ts';
export { freshLog } from './freshLog.ts';
export { databaseOf, deleteWorkspaceDocs, slow, type Timings, timings, within } from './log.ts';
export { openReplica, type ReplicaOptions } from './openReplica.ts';
