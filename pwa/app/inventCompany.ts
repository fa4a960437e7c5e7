import { makeCompany } from '#core/exchange/company/company.ts';
import { seededChance } from '#core/model/chance.ts';
import type { Change } from '#core/model/change.ts';
import { parseDocName } from '#core/model/docName.ts';
import { fail, ok, type Result } from '#core/model/result.ts';
import type { SaveState } from '#core/ports/replica.ts';
import type { Deps } from './deps.ts';
import { saveTrouble, words } from './words.ts';

type Needs = Pick<Deps, 'replica' | 'waves' | 'lookup' | 'facts' | 'session' | 'clock'>;

/** Documents written at once: enough to keep the disk busy, few enough for a count that moves. */
const atOnce = 8;

/**
 * Makes the sample programme and stores it. The document that lists the cycles comes last, so that nobody walks into
 * half of it; after a failure what is there already is marked and can be removed like the whole.
 */
export async function inventCompany(
  needs: Needs,
  onProgress: (done: number, all: number) => void,
): Promise<Result<null, string>> {
  const { replica, waves, lookup, facts, session, clock } = needs;
  const today = new Date(clock.now()).toLocaleDateString('sv-SE');
  const company = makeCompany({ workspace: session.workspace, today, chance: seededChance('quillon') });
  const documents = inOrder(company.changes);
  const all = company.waves.length + documents.length;
  let done = 0;
  const step = (by: number) => {
    done += by;
    onProgress(done, all);
  };
  for (const wave of company.waves) {
    const saved = await waves.save(wave);
    // nobody can stop it
    if (!saved.ok)
      return fail(words.notInvented[saved.why.kind === 'stopped' ? 'unavailable' : saved.why.kind]);
    await lookup.add(wave);
    step(1);
  }
  for (let i = 0; i < documents.length; i += atOnce) {
    const some = documents.slice(i, i + atOnce);
    await replica.apply(some.flat(), { who: session.member, why: 'the invented company came in' });
    step(some.length);
  }
  const state = await settled(replica);
  // Where nothing can ever be stored it stands in memory like everything else, and the frame says so all the time.
  const trouble = isWithoutStorage(state) ? '' : saveTrouble(state);
  if (trouble) return fail(trouble);
  await facts.whenCaughtUp();
  return ok(null);
}

const isWithoutStorage = (state: SaveState): boolean =>
  state.kind === 'onlyInMemory' && state.why === 'unavailable';

/** Once everything is on disk, or cannot get there. */
function settled(replica: Deps['replica']): Promise<SaveState> {
  if (replica.save.kind !== 'saving') return Promise.resolve(replica.save);
  return new Promise((done) => {
    const stop = replica.watchSave((state) => {
      if (state.kind === 'saving') return;
      stop();
      done(state);
    });
  });
}

/** The changes of each document together, the workspace's own document last. */
function inOrder(changes: readonly Change[]): Change[][] {
  const last = (c: Change) => {
    const parts = parseDocName(c.doc);
    return parts.ok && parts.value.kind === 'workspace';
  };
  const others = Map.groupBy(
    changes.filter((c) => !last(c)),
    (c) => c.doc,
  );
  return [...others.values(), changes.filter(last)];
}
