export { extensionId } from './extensionId.ts';
export { startOverlay } from './start.ts';
