export type { ServerAddress, ServerFault } from './api.ts';
export { connect, type RunningLink } from './link.ts';
export type { SyncOptions, Timings } from './options.ts';
export { makeTeam, type TeamParts } from './team.ts';
export type { SharedPart, WaveShelf } from './wavesExchange.ts';
