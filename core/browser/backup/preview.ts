import { applyUpdate, Doc } from 'yjs';
import type { Backup, BackupFault } from '#core/exchange/index.ts';
import { fail, ok, type Result } from '#core/model/result.ts';
import { note } from '#core/notes/index.ts';
import type { BackupPreview } from '#core/ports/backup.ts';
import { readCollection } from '#core/replica/index.ts';
import { theme } from '#core/themes/index.ts';
import { readWaveHead, type WaveHead } from '#core/waves/index.ts';

/** What a backup would bring. Refused when one document does not decode or one wave does not describe itself. */
export function previewOf(backup: Backup, besideExisting: boolean): Result<BackupPreview, BackupFault> {
  const counts = { interviews: 0, notes: 0, themes: 0 };
  for (const { name, state } of backup.documents) {
    const doc = decoded(state);
    if (!doc) return fail({ kind: 'damaged', part: name });
    if (name.startsWith('interview/')) counts.interviews++;
    counts.notes += readCollection(doc, note.collection).size;
    counts.themes += readCollection(doc, theme.collection).size;
  }
  const waves: WaveHead[] = [];
  for (const { head } of backup.waves) {
    const read = readWaveHead(head);
    if (!read.ok) return fail({ kind: 'damaged', part: 'waves' });
    waves.push(read.value);
  }
  return ok({
    name: backup.name,
    madeAt: backup.madeAt,
    ...counts,
    drafts: Object.values(backup.drafts).filter((line) => line !== '').length,
    waves: waves.map(({ fileName, cycleName, rows }) => ({ fileName, cycleName, rows })),
    besideExisting,
  });
}

function decoded(state: Uint8Array): Doc | null {
  try {
    const doc = new Doc();
    applyUpdate(doc, state);
    return doc;
  } catch {
    return null;
  }
}
