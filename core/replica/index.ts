export { applyChanges, readCollection } from './document.ts';
export { Listeners } from './listeners.ts';
export { MemoryReplica, type MemoryWorld, memoryWorld } from './memory.ts';
export {
  type DocCopy,
  type DocObserver,
  FromOutside,
  type ObservableReplica,
  OwnEdit,
  type ReplicaFault,
  Unlisted,
} from './observed.ts';
export { DocReplica, type ReplicaParts } from './replica.ts';
export {
  type Channel,
  type DocStorage,
  type KeptDoc,
  readDocName,
  sameSave,
  worstSave,
} from './storage.ts';
