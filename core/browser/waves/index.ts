export { digest } from './digest.ts';
export { faultOf } from './fault.ts';
export { readKeys } from './keys.ts';
export { reconcileLookup } from './load.ts';
export { type DeviceLookup, makeLookup } from './lookup.ts';
export { makeMemoryShelf, makeMemoryWaves } from './memory.ts';
export { makeWaveShelf } from './shelf.ts';
export { type DeviceWaves, makeWaveStore } from './store.ts';
export { sweepUnfinishedWaves } from './write.ts';
