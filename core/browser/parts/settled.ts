import type { Change, ChangeNote } from '#core/model/change.ts';
import type { OpenDoc, Replica, SaveState } from '#core/ports/replica.ts';

/** How long a disk that is only slow is waited for, in milliseconds. */
const patience = 30_000;

const isBlocked = (state: SaveState): boolean => state.kind === 'onlyInMemory' && state.why === 'blocked';

/**
 * As `whenSaved`, for those who give something up when it is not saved. That one answers `blocked` early, so that the user
 * is warned; but the write is under way then and mostly comes through. Here it is waited for, at most `atMost`
 * milliseconds, until it is on disk or another fault is known. Keep the document open until it resolves; never rejects.
 */
export async function whenSettled(doc: OpenDoc, atMost = patience): Promise<SaveState> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeUp = new Promise<'timeUp'>((done) => {
    timer = setTimeout(() => done('timeUp'), atMost);
  });
  try {
    for (;;) {
      const state = await doc.whenSaved();
      if (!isBlocked(state) || (await Promise.race([whenNotBlocked(doc), timeUp])) === 'timeUp') return state;
    }
  } finally {
    clearTimeout(timer);
  }
}

/** As `Replica.applyToDisk`, with the patience of `whenSettled`. */
export async function applySettled(
  replica: Replica,
  changes: readonly Change[],
  note: ChangeNote,
): Promise<SaveState> {
  const names = [...new Set(changes.map((change) => change.doc))];
  const docs = await Promise.all(names.map((name) => replica.open(name)));
  try {
    await replica.apply(changes, note);
    const states = await Promise.all(docs.map((doc) => whenSettled(doc)));
    return states.find(({ kind }) => kind !== 'saved') ?? { kind: 'saved' };
  } finally {
    for (const doc of docs) doc.close();
  }
}

function whenNotBlocked(doc: OpenDoc): Promise<void> {
  return new Promise((done) => {
    const stop = doc.watchSave((state) => {
      if (!isBlocked(state)) end();
    });
    const end = () => {
      stop();
      done();
    };
    if (!isBlocked(doc.save)) end();
  });
}
