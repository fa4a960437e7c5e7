import { effect, type ReadonlySignal } from '@preact/signals-core';
import { type DocName, docName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import type { OpenDoc, Replica } from '#core/ports/replica.ts';
import type { Session } from '#core/ports/session.ts';

/**
 * Follows one document: `read` is called once it is open and after every change, in whichever tab or on whichever device
 * it is made. `fail` hears of a document that does not open and of a `read` that throws at its opening. Returns the stop.
 */
export function followDoc(
  replica: Pick<Replica, 'open'>,
  name: DocName,
  read: (doc: OpenDoc) => void,
  fail?: (why: unknown) => void,
): () => void {
  let left = false;
  let doc: OpenDoc | null = null;
  let stop = () => {};
  const start = async () => {
    const opened = await replica.open(name);
    if (left) return opened.close();
    doc = opened;
    stop = opened.watch(() => read(opened));
    read(opened);
  };
  void start().catch(fail);
  return () => {
    left = true;
    stop();
    doc?.close();
  };
}

/** What following a cycle needs of the app. */
export interface CycleNeeds {
  replica: Pick<Replica, 'open'>;
  session: Pick<Session, 'workspace'>;
  state: { cycle: ReadonlySignal<string> };
}

/** Follows the document of the cycle on screen, whichever that is: what is read of it, null until it is open. */
export function followCycleDoc<T>(
  { replica, session, state }: CycleNeeds,
  into: { value: T | null },
  read: (doc: OpenDoc) => T,
): () => void {
  let leave = () => {};
  const stop = effect(() => {
    const cycle = parseId<'cycle'>(state.cycle.value);
    leave();
    leave = () => {};
    into.value = null;
    if (!cycle.ok) return;
    leave = followDoc(replica, docName(session.workspace, 'cycle', cycle.value), (doc) => {
      into.value = read(doc);
    });
  });
  return () => {
    stop();
    leave();
  };
}
