/** Why no copy is written just now, and what is safe; the button beside it tries. */
export const copiesWords = {
  leave: (folder: string) =>
    `Your browser asks again before copies go into the folder “${folder}”. Your work is kept on this device.`,
  gone: (folder: string) =>
    `The folder “${folder}” is not there any more, so no copies are written. Your work is kept on this device; Settings chooses another folder.`,
  full: (folder: string) =>
    `There is no room for a copy in the folder “${folder}”. Your work is kept on this device.`,
  failed: (folder: string) =>
    `A copy could not be written into the folder “${folder}”. Your work is kept on this device.`,
  partial: (folder: string) =>
    `Not all of this workspace could be read, or it is too large for one file, so the newest copy in the folder “${folder}” is not complete. Earlier copies stay, and it is tried again. A backup file, saved in Settings, says what is missing.`,
  allow: 'Allow it',
  again: 'Try again',
};
