export type { ServerAddress, ServerFault } from './api.ts';
export { connect, type RunningLink, type SyncOptions, type Timings } from './link.ts';
export { makeTeam, type TeamParts } from './team.ts';
export type { SharedPart, WaveShelf } from './wavesExchange.ts';
