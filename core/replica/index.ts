export { applyChanges, readCollection } from './document.ts';
