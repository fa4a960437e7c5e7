import type { Hocuspocus } from '@hocuspocus/server';
import { docName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import type { ServerWord } from '#core/model/protocol.ts';

const pauseMs = 250;

/**
 * Tells the clients of a workspace that something changed, at most once in a quarter of a second, on its workspace
 * document, which every client keeps open. They then ask the feed what it was.
 */
export function makeAnnouncer(hocuspocus: () => Hocuspocus, word: ServerWord) {
  const due = new Map<string, NodeJS.Timeout>();
  return {
    announce(workspace: string): void {
      if (due.has(workspace)) return;
      due.set(
        workspace,
        setTimeout(() => {
          due.delete(workspace);
          const id = parseId<'workspace'>(workspace);
          if (id.ok) hocuspocus().documents.get(docName(id.value, 'workspace'))?.broadcastStateless(word);
        }, pauseMs),
      );
    },
    stop(): void {
      for (const timer of due.values()) clearTimeout(timer);
      due.clear();
    },
  };
}
