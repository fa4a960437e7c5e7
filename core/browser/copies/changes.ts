import { parseDocName } from '#core/model/docName.ts';
import type { interviewHead } from '#core/notes/index.ts';
import type { FromOutside, ObservableReplica } from '#core/replica/index.ts';

/** Named here, so that the notes' code need not be fetched to keep watch. */
const heads: (typeof interviewHead)['collection'] = 'interview';

/**
 * Tells of every change to a document, whoever made it, and of the end of a call; keeps in `running` the interviews that are
 * open here and not ended.
 */
export function watchChanges(
  replica: Pick<ObservableReplica, 'observe' | 'open'>,
  running: Set<string>,
  onChange: () => void,
  onCallEnded: () => void,
): () => void {
  return replica.observe({
    opened(name, doc, whenLoaded) {
      const parsed = parseDocName(name);
      const interview = parsed.ok && parsed.value.kind === 'interview' ? parsed.value.id : '';
      let left = false;
      const look = async () => {
        if (interview === '' || left) return;
        // It is open already, unless it was let go of meanwhile: no disk is asked.
        const open = await replica.open(name);
        const head = open.read(heads).get('head');
        open.close();
        if (left) return;
        if (head && !(Number(head.endedAt) > 0)) running.add(interview);
        else if (running.delete(interview)) onCallEnded();
      };
      const changed = (_update: Uint8Array, origin: unknown) => {
        // What is read from the disk is no change.
        if (!isFromDisk(origin)) onChange();
        void look();
      };
      doc.on('update', changed);
      void whenLoaded.then(look);
      return () => {
        left = true;
        doc.off('update', changed);
        running.delete(interview);
      };
    },
  });
}

const isFromDisk = (origin: unknown): boolean =>
  origin instanceof Object && (origin as Partial<FromOutside>).via === 'disk';
