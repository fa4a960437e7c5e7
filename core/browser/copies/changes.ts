import type { Doc } from 'yjs';
import { parseDocName } from '#core/model/docName.ts';
import type { interviewHead } from '#core/notes/index.ts';
import { FromOutside, type ObservableReplica, readCollection } from '#core/replica/index.ts';

/**
 * Tells of every change to a document, whoever made it, and of the end of a call; keeps in `running` the interviews that are
 * open here and not ended.
 */
export function watchChanges(
  replica: Pick<ObservableReplica, 'observe'>,
  running: Set<string>,
  onChange: () => void,
  onCallEnded: () => void,
): () => void {
  return replica.observe({
    opened(name, doc, whenLoaded) {
      const parsed = parseDocName(name);
      const interview = parsed.ok && parsed.value.kind === 'interview' ? (parsed.value.id ?? '') : '';
      const look = () => {
        if (interview === '') return;
        if (isRunning(doc)) running.add(interview);
        else if (running.delete(interview)) onCallEnded();
      };
      const changed = (_update: Uint8Array, origin: unknown) => {
        // What is read from the disk is no change.
        if (!(origin instanceof FromOutside) || origin.via !== 'disk') onChange();
        look();
      };
      doc.on('update', changed);
      void whenLoaded.then(look);
      return () => {
        doc.off('update', changed);
        running.delete(interview);
      };
    },
  });
}

/** Named here, so that the notes' code need not be fetched to keep watch. */
const heads: (typeof interviewHead)['collection'] = 'interview';

function isRunning(doc: Doc): boolean {
  const head = readCollection(doc, heads).get('head');
  return head !== undefined && !(Number(head.endedAt) > 0);
}
