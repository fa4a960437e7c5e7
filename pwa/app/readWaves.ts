import { docName } from '#core/model/docName.ts';
import { ok } from '#core/model/result.ts';
import type { Replica } from '#core/ports/replica.ts';
import type { Session } from '#core/ports/session.ts';
import type { WaveStore } from '#core/ports/waves.ts';
import type { SegmentCounter } from '#pwa/workers/countApi.ts';

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
      const { editedSegments, editsIn, withMade } = await import('#core/segments/index.ts');
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

/** Counts on the page itself, in a browser where a worker would find nothing stored. */
export function countHere(waves: WaveStore): SegmentCounter {
  const counting = async () => (await import('#pwa/workers/counting.ts')).makeCounting(waves);
  let made: ReturnType<typeof counting> | null = null;
  const once = () => {
    made ??= counting();
    return made;
  };
  return {
    map: async (request) => (await once()).map(request),
    cross: async (request, names) => (await once()).cross(request, names),
  };
}
