import { type Remote, releaseProxy, wrap } from 'comlink';
import type { WorkspaceId } from '#core/model/ids.ts';
import { fail } from '#core/model/result.ts';
import type { Replica } from '#core/ports/replica.ts';
import type { SamePeople } from '#core/ports/samePeople.ts';
import type { SaidSame } from '#core/waves/index.ts';
import type { SamePeopleWorker } from './samePeopleApi.ts';

type Answer = ReturnType<SamePeople['find']>;

/**
 * Finds people who answered two waves in a worker of its own, started for the question and ended with the answer, so
 * that a million names do not stay in memory. Waves never change: what was found is remembered while the window is open,
 * and found anew once the team says something else of who is one person.
 */
export function makeSamePeople(workspace: WorkspaceId, replica: Pick<Replica, 'open'>): SamePeople {
  const known = new Map<string, Answer>();
  return {
    async find(before, now) {
      const said = await saidIn(workspace, replica);
      if (typeof said === 'string') return fail({ kind: 'unavailable', reason: said });
      const key = [before, now, ...[...said].sort()].join(' ');
      const asked = known.get(key);
      if (asked) return asked;
      const answer = ask(workspace, (remote) => remote.find(before, now, said));
      known.set(key, answer);
      void answer.then((found) => {
        if (!found.ok) known.delete(key);
      });
      return answer;
    },
  };
}

/** The pairs, or why they cannot be read. */
async function saidIn(workspace: WorkspaceId, replica: Pick<Replica, 'open'>): Promise<SaidSame | string> {
  try {
    const { readSaid } = await import('./readSaid.ts');
    return await readSaid(workspace, replica);
  } catch (error) {
    return String(error).slice(0, 300);
  }
}

function ask(workspace: WorkspaceId, question: (remote: Remote<SamePeopleWorker>) => Answer): Answer {
  const worker = new Worker(new URL('./samePeople.worker.ts', import.meta.url), {
    type: 'module',
    name: workspace,
  });
  const remote = wrap<SamePeopleWorker>(worker);
  const gone = new Promise<Awaited<Answer>>((resolve) => {
    worker.onerror = (event) => {
      event.preventDefault();
      resolve(fail({ kind: 'unavailable', reason: event.message || 'the worker ended' }));
    };
  });
  return Promise.race([question(remote), gone]).finally(() => {
    remote[releaseProxy]();
    worker.terminate();
  });
}
