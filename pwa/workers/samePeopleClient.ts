import { type Remote, releaseProxy, wrap } from 'comlink';
import type { WorkspaceId } from '#core/model/ids.ts';
import { fail } from '#core/model/result.ts';
import type { SamePeople } from '#core/ports/samePeople.ts';

type Answer = ReturnType<SamePeople['find']>;

/**
 * Finds people who answered two waves in a worker of its own, started for the question and ended with the answer, so
 * that a million names do not stay in memory. Waves never change: what was found is remembered while the window is open.
 */
export function makeSamePeople(workspace: WorkspaceId): SamePeople {
  const known = new Map<string, Answer>();
  return {
    find(before, now) {
      const key = `${before} ${now}`;
      const asked = known.get(key);
      if (asked) return asked;
      const answer = ask(workspace, (remote) => remote.find(before, now));
      known.set(key, answer);
      void answer.then((found) => {
        if (!found.ok) known.delete(key);
      });
      return answer;
    },
  };
}

function ask(workspace: WorkspaceId, question: (remote: Remote<SamePeople>) => Answer): Answer {
  const worker = new Worker(new URL('./samePeople.worker.ts', import.meta.url), {
    type: 'module',
    name: workspace,
  });
  const remote = wrap<SamePeople>(worker);
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
