import { effect } from '@preact/signals-core';
import { type DocName, docName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import type { OpenDoc } from '#core/ports/replica.ts';
import {
  cycleHead,
  type RosterEntry,
  rosterEntry,
  type SelectionPlan,
  selectionPlan,
} from '#core/sample/index.ts';
import type { Deps } from '#pwa/app/deps.ts';

/** What this screen reads of a cycle's document. */
export interface CycleParts {
  doc: DocName;
  roster: readonly RosterEntry[];
  plan: SelectionPlan | null;
  /** Seed of the cycle; empty when it has none. */
  seed: string;
}

type Needs = Pick<Deps, 'replica' | 'session' | 'state'>;

/** The document of the cycle on screen, or null without a cycle. */
export function cycleDocOf({ session, state }: Needs): DocName | null {
  const cycle = parseId<'cycle'>(state.cycle.peek());
  return cycle.ok ? docName(session.workspace, 'cycle', cycle.value) : null;
}

/** Follows the document of the cycle on screen, whoever changes it; null until it is open. */
export function followCycle(deps: Needs, into: { value: CycleParts | null }): () => void {
  let leave = () => {};
  const stop = effect(() => {
    deps.state.cycle.value;
    leave();
    into.value = null;
    const name = cycleDocOf(deps);
    if (name) leave = follow(deps, name, into);
  });
  return () => {
    stop();
    leave();
  };
}

function follow(deps: Needs, name: DocName, into: { value: CycleParts | null }): () => void {
  let left = false;
  let doc: OpenDoc | null = null;
  let stop = () => {};
  void deps.replica.open(name).then((opened) => {
    if (left) return opened.close();
    doc = opened;
    const read = () => {
      into.value = partsOf(opened);
    };
    stop = opened.watch(read);
    read();
  });
  return () => {
    left = true;
    stop();
    doc?.close();
  };
}

function partsOf(doc: OpenDoc): CycleParts {
  const roster: RosterEntry[] = [];
  for (const [id, fields] of doc.read(rosterEntry.collection)) {
    const entry = rosterEntry.parse(id, fields);
    if (entry.ok) roster.push(entry.value);
  }
  const planFields = doc.read(selectionPlan.collection).get('plan');
  const plan = planFields ? selectionPlan.parse('plan', planFields) : null;
  const headFields = doc.read(cycleHead.collection).get('head');
  const head = headFields ? cycleHead.parse('head', headFields) : null;
  return {
    doc: doc.name,
    roster,
    plan: plan?.ok ? plan.value : null,
    seed: head?.ok ? head.value.seed : '',
  };
}
