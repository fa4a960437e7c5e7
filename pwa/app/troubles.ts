import type { Signal } from '@preact/signals-core';
import { type DocName, parseDocName } from '#core/model/docName.ts';
import { wordsReady } from '#core/model/language.ts';
import type { interviewHead } from '#core/notes/index.ts';
import { type ObservableReplica, type ReplicaFault, readCollection } from '#core/replica/index.ts';
import type { Standing, WindowMemory } from './deps.ts';
import { troublesWords as words } from './troublesWords.ts';

/** What the lines are made from. */
interface Parts {
  replica: Pick<ObservableReplica, 'look' | 'observe'>;
  memory: WindowMemory;
  /** Where they are put. */
  troubles: Signal<readonly Standing[]>;
}

/** Named here, so that the notes' code need not be fetched. */
const heads: (typeof interviewHead)['collection'] = 'interview';
const awayKey = 'unreadable-away';

/**
 * Makes what is told of documents that could not be read whole one standing line. It goes when what was missing has come;
 * put away, it comes back only for more of it, in any window of this browser.
 */
export function makeTroubles({ replica, memory, troubles }: Parts): (fault: ReplicaFault) => Promise<void> {
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
    troubles.value =
      unread.length > 0
        ? [{ text: words.unreadable(where), action: { name: words.away, run: putAway } }]
        : [];
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
  return async (fault) => {
    // A server may have brought it by now.
    if (fault.kind === 'gap' && !(await replica.look(fault.doc))?.store.pendingStructs) return;
    found.set(fault.kind === 'gap' ? gapKey(fault.doc) : `${fault.doc}:${fault.updates}`, fault.doc);
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
