import { type BackupDocument, type BackupWave, mostBytes, mostManifestBytes } from './backup.ts';

/**
 * Of waves, the earlier first, those that fit into one file beside the documents: notes exist nowhere else, a survey may be
 * imported again. With all of them it would be a file that nothing takes back (see `mostBytes`).
 */
export function wavesThatFit(
  documents: readonly BackupDocument[],
  waves: readonly BackupWave[],
): readonly BackupWave[] {
  const sizes = documents.flatMap(({ state, aside = [] }) => [state, ...aside].map(({ length }) => length));
  let room = mostBytes - mostManifestBytes - sum(sizes);
  return waves.filter(({ parts }) => {
    const size = sum(parts.map(({ bytes }) => bytes.length));
    if (size > room) return false;
    room -= size;
    return true;
  });
}

const sum = (sizes: readonly number[]): number => sizes.reduce((all, size) => all + size, 0);
