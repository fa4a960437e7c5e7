export { extensionId } from './extensionId.ts';
export { makeOverlayLink } from './link.ts';
