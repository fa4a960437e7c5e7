import { effect } from '@preact/signals-core';
import { docName } from '#core/model/docName.ts';
import { type CycleId, parseId } from '#core/model/ids.ts';
import type { OpenDoc } from '#core/ports/replica.ts';
import { type SelectionPlan, selectionPlan } from '#core/sample/index.ts';
import type { Deps } from '#pwa/app/deps.ts';

type Needs = Pick<Deps, 'replica' | 'session' | 'state'>;

/** Follows the selection of the cycle on screen, in whichever tab or on whichever device it is changed. */
export function followPlan(deps: Needs, plan: { value: SelectionPlan | null }): () => void {
  let leave = () => {};
  const stop = effect(() => {
    const cycle = parseId<'cycle'>(deps.state.cycle.value);
    leave();
    plan.value = null;
    if (cycle.ok) leave = follow(deps, cycle.value, plan);
  });
  return () => {
    stop();
    leave();
  };
}

function follow(deps: Needs, cycle: CycleId, plan: { value: SelectionPlan | null }): () => void {
  let left = false;
  let doc: OpenDoc | null = null;
  let stop = () => {};
  void deps.replica.open(docName(deps.session.workspace, 'cycle', cycle)).then((opened) => {
    if (left) return opened.close();
    doc = opened;
    const read = () => {
      const fields = opened.read(selectionPlan.collection).get('plan');
      const parsed = fields ? selectionPlan.parse('plan', fields) : null;
      plan.value = parsed?.ok ? parsed.value : null;
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
