export { databaseOf, type Timings } from './log.ts';
export { openReplica, type ReplicaOptions } from './openReplica.ts';
