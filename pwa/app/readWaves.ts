import { docName } from '#core/model/docName.ts';
import { ok } from '#core/model/result.ts';
import type { Replica } from '#core/ports/replica.ts';
import type { Session } from '#core/ports/session.ts';
import type { WaveStore } from '#core/ports/waves.ts';
import { editedSegments, editsIn, withMade } from '#core/segments/index.ts';

/**
 * The waves as screens read them: dimensions with the team's edits, and those made of others. What is stored, sent and
 * backed up is the wave itself, which no edit touches.
 */
export function readWaves(waves: WaveStore, replica: Replica, session: Session): WaveStore {
  return {
    list: () => waves.list(),
    people: (id, rows) => waves.people(id, rows),
    rejected: (id) => waves.rejected(id),
    save: (wave) => waves.save(wave),
    remove: (id) => waves.remove(id),
    watch: (onChange) => waves.watch(onChange),
    async columns(id) {
      const [columns, sample] = await Promise.all([waves.columns(id), isSample(waves, id)]);
      if (!columns.ok) return columns;
      const codebook = await replica.open(docName(session.workspace, 'codebook'));
      const edits = editsIn(codebook, sample);
      codebook.close();
      const segments = withMade(editedSegments(columns.value.segments, edits), edits);
      return ok({ ...columns.value, segments });
    },
  };
}

async function isSample(waves: WaveStore, id: string): Promise<boolean> {
  return (await waves.list()).some((head) => head.id === id && head.sample);
}
