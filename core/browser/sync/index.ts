export { createWorkspace, type ServerAddress, type ServerFault } from './api.ts';
export { connect, type RunningLink, type SyncOptions, type Timings } from './link.ts';
export type { SharedPart, WaveShelf } from './wavesExchange.ts';
