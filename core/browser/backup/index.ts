export { type DeskParts, makeBackupDesk } from './desk.ts';
