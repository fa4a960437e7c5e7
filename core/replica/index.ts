export { applyChanges, readCollection } from './document.ts';
export {
  type DocObserver,
  FromOutside,
  type ObservableReplica,
  OwnEdit,
  type ReplicaFault,
} from './observed.ts';
