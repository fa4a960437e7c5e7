import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { followDoc } from '#core/browser/parts/followDoc.ts';
import type { DocName } from '#core/model/docName.ts';
import { recordsIn } from '#core/model/record.ts';
import type { ImportProgress } from '#core/ports/importer.ts';
import { wavesOf } from '#core/sample/index.ts';
import {
  type CountedPeople,
  countingSaid,
  type PossibleDuplicate,
  type SamePeople,
  type SamePerson,
  samePerson,
  sayOfPair,
  unsayOfPair,
} from '#core/waves/index.ts';
import { listFaultText } from './listWords.ts';
import type { QuarterNeeds } from './needs.ts';

/** What was found of the people of this survey and the one before. */
type Looked =
  | { kind: 'asked'; progress: ImportProgress | null }
  | { kind: 'notYet' }
  | { kind: 'refused'; text: string }
  | { kind: 'found'; people: SamePeople; before: string };

/** The same, and once found the counts with what somebody said of the pairs. */
export type Pairs =
  | Exclude<Looked, { kind: 'found' }>
  | (Extract<Looked, { kind: 'found' }> & { counts: CountedPeople });

export interface PairsModel {
  pairs: ReadonlySignal<Pairs>;
  /** What somebody said of a pair, by its id. */
  said: ReadonlySignal<ReadonlyMap<string, SamePerson>>;
  look(): Promise<void>;
  cancel(): void;
  say(pair: PossibleDuplicate, same: boolean): Promise<void>;
  unsay(pair: PossibleDuplicate): Promise<void>;
  dispose(): void;
}

/** Who answered this survey and the one before it. Looked for when asked: it reads every name. */
export function makePairsModel(deps: QuarterNeeds, workspace: () => DocName): PairsModel {
  const looked = signal<Looked>({ kind: 'notYet' });
  const said = signal<ReadonlyMap<string, SamePerson>>(new Map());
  let stop: AbortController | null = null;
  const closeDoc = followDoc(deps.replica, workspace(), (doc) => {
    said.value = new Map(recordsIn(doc, samePerson).map((one) => [one.id, one]));
  });
  const reset = () => {
    stop?.abort();
    stop = null;
    looked.value = { kind: 'notYet' };
  };
  const stopEffect = effect(() => {
    deps.state.cycle.value;
    deps.state.waves.value;
    reset();
  });
  const isSame = (pair: string) => said.value.get(pair)?.same === true;
  const pairs = computed((): Pairs => {
    const now = looked.value;
    return now.kind === 'found' ? { ...now, counts: countingSaid(now.people, isSame) } : now;
  });
  return {
    pairs,
    said,
    async look() {
      const { state } = deps;
      const { head, earlier } = wavesOf(state.cycle.peek(), state.cycles.peek(), state.waves.peek());
      if (!head) return;
      const mine = new AbortController();
      stop = mine;
      looked.value = { kind: 'asked', progress: null };
      const waves = [head.id, ...(earlier ? [earlier.id] : [])];
      const found = await deps.lists.samePeople(waves, {
        stop: mine.signal,
        onProgress: (progress) => {
          if (stop === mine) looked.value = { kind: 'asked', progress };
        },
      });
      if (stop !== mine) return;
      stop = null;
      if (found.ok) looked.value = { kind: 'found', people: found.value, before: earlier?.cycleName ?? '' };
      else if (found.why.kind === 'stopped') looked.value = { kind: 'notYet' };
      else looked.value = { kind: 'refused', text: listFaultText(found.why) };
    },
    cancel: reset,
    async say(pair, same) {
      const who = { id: deps.session.member, name: deps.session.memberName, at: deps.clock.now() };
      await deps.replica.apply(sayOfPair(workspace(), pair, same, who), {
        who: deps.session.member,
        why: 'say whether two people are one',
      });
    },
    async unsay(pair) {
      await deps.replica.apply(unsayOfPair(workspace(), pair.id), {
        who: deps.session.member,
        why: 'undo: say whether two people are one',
      });
    },
    dispose() {
      stopEffect();
      stop?.abort();
      closeDoc();
    },
  };
}
