import type { beforeSyncPayload, Extension } from '@hocuspocus/server';
import type { ServerStorage } from '../storage/storage.ts';
import { type ConnectionContext, carriesUpdate } from './context.ts';
import { deciding, Refusal, type Report } from './guard.ts';
import type { Trials } from './trials.ts';

export interface AppendParts {
  storage: ServerStorage;
  trials: Trials;
  /** Messages that were tried and bring nothing new; they are acknowledged without being logged again. */
  idle: WeakSet<object>;
  /** Documents that have an update the log would not take. */
  unsaved: Set<string>;
  appended(workspace: string): void;
}

/**
 * Rule: durable before acknowledged. Hocuspocus applies and acknowledges a message only after this hook resolves
 * (`onChange` and storing come later), and the hook resolves only once the update is on disk. Runs after all checks.
 */
export function appendToLog(parts: AppendParts, report: Report): Extension<ConnectionContext> {
  const { storage, trials, idle, unsaved, appended } = parts;
  const underWay = new Map<string, Set<Promise<number>>>();

  /** Keeps an append among those under way for its document until it is done. */
  async function track(name: string, append: Promise<number>): Promise<void> {
    const others = underWay.get(name) ?? new Set();
    underWay.set(name, others.add(append));
    try {
      await append;
    } finally {
      others.delete(append);
      if (others.size === 0) underWay.delete(name);
    }
  }

  return {
    extensionName: 'appendToLog',
    priority: 600,
    beforeSync: deciding(
      'appendToLog',
      report,
      'notStored',
      async (sent: beforeSyncPayload<ConnectionContext>) => {
        if (!carriesUpdate(sent.type) || sent.context.role === 'reader') return;
        const { workspace } = sent.context;
        // It brings nothing new because another message brought it, which may not be on disk yet.
        if (idle.has(sent)) {
          await Promise.all(underWay.get(sent.documentName) ?? []);
          return;
        }
        if (workspace === undefined) throw new Refusal('wrongSecret');
        try {
          await track(sent.documentName, storage.append(workspace, sent.documentName, sent.payload));
        } catch (error) {
          unsaved.add(sent.documentName);
          trials.forget(sent.documentName);
          throw error;
        }
        unsaved.delete(sent.documentName);
        appended(workspace);
      },
    ),
  };
}
