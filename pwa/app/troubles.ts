import type { Signal } from '@preact/signals-core';
import { type DocName, parseDocName } from '#core/model/docName.ts';
import { wordsReady } from '#core/model/language.ts';
import type { interviewHead } from '#core/notes/index.ts';
import { type ObservableReplica, type ReplicaFault, readCollection } from '#core/replica/index.ts';
import type { Standing, WindowMemory } from './deps.ts';
import { troublesWords as words } from './troublesWords.ts';

/** What is wrong: stored changes, the list of workspaces or the surveys cannot be read. */
export type Trouble = ReplicaFault | { kind: 'workspaces' | 'surveys' };

/** What the lines are made from. */
interface Parts {
  replica: Pick<ObservableReplica, 'look' | 'observe' | 'save'>;
  memory: WindowMemory;
  /** Where they are put. */
  troubles: Signal<readonly Standing[]>;
}

/** Named here, so that the notes' code need not be fetched. */
const heads: (typeof interviewHead)['collection'] = 'interview';
const awayKey = 'unreadable-away';

/**
 * Makes standing lines of what is told. All documents that could not be read whole share one: it goes when what was missing
 * has come; put away, it comes back only for more of it, in any window of this browser.
 */
export function makeTroubles({ replica, memory, troubles }: Parts): (trouble: Trouble) => Promise<void> {
  const unanswered = new Set<'workspaces' | 'surveys'>();
  const found = new Map<string, DocName>();
  let latest = 0;
  const show = async () => {
    const turn = ++latest;
    const away = memory.read(awayKey).split(' ');
    const unread = [...found].filter(([key]) => !away.includes(key));
    const [where] = await Promise.all([
      whereOf(new Set(unread.map(([, doc]) => doc)), replica),
      wordsReady(),
    ]);
    if (turn !== latest) return;
    const putAway = () => {
      memory.write(awayKey, [...away, ...unread.map(([key]) => key)].join(' '));
      void show();
    };
    const lines = [...unanswered].map((what) => ({
      text: words[what],
      action: { name: words.reload, run: () => location.reload() },
    }));
    if (unread.length > 0)
      lines.push({ text: words.unreadable(where), action: { name: words.away, run: putAway } });
    troubles.value = lines;
  };
  replica.observe({
    opened(name, doc) {
      const look = () => {
        if (!doc.store.pendingStructs && found.delete(gapKey(name))) void show();
      };
      doc.on('update', look);
      return () => doc.off('update', look);
    },
  });
  return async (trouble) => {
    if (!('doc' in trouble)) {
      // A browser without storage has said so.
      if (replica.save.kind === 'onlyInMemory' && replica.save.why === 'unavailable') return;
      unanswered.add(trouble.kind);
      return show();
    }
    const { doc } = trouble;
    // A server may have brought it by now.
    if (trouble.kind === 'gap' && !(await replica.look(doc))?.store.pendingStructs) return;
    found.set(trouble.kind === 'gap' ? gapKey(doc) : `${doc}:${trouble.updates}`, doc);
    await show();
  };
}

const gapKey = (doc: DocName): string => `${doc}:gap`;

async function whereOf(docs: ReadonlySet<DocName>, replica: Parts['replica']): Promise<string> {
  const [only] = docs;
  if (docs.size > 1 || !only) return words.ofDocuments(docs.size);
  const parsed = parseDocName(only);
  if (!parsed.ok || parsed.value.kind !== 'interview') return words.ofWorkspace;
  const doc = await replica.look(only);
  const name = doc && readCollection(doc, heads).get('head')?.name;
  return words.ofInterview(typeof name === 'string' ? name : '');
}
