export { canPickFolder, folderOf, pickFolder } from './folder.ts';
export { CopyKeeper, type KeeperParts, keeperTimings } from './keeper.ts';
export { type CopyRecord, type CopyRecords, recordsIn } from './record.ts';
