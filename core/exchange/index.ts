export {
  type Backup,
  type BackupDocument,
  type BackupFault,
  type BackupWave,
  backupVersion,
  manifestName,
} from './backup/backup.ts';
export { wavesThatFit } from './backup/fit.ts';
export { packBackup, type Step } from './backup/pack.ts';
export { unpackBackup } from './backup/unpack.ts';
export {
  type CopyFile,
  copyDueIn,
  copyName,
  daysKept,
  fullerCopy,
  muchNewWork,
  offerOf,
  surplusCopies,
} from './copies.ts';
export { type Cell, csvOf } from './csv.ts';
