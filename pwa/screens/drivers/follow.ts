import { batch, effect } from '@preact/signals-core';
import { followCycleDoc, followDoc } from '#core/browser/parts/followDoc.ts';
import { type DocName, docName } from '#core/model/docName.ts';
import { recordsIn } from '#core/model/record.ts';
import type { CycleEntry } from '#core/sample/index.ts';
import {
  type Codebook,
  codebookOf,
  type DriverChoice,
  type DriverText,
  driverChoice,
  driverText,
  factsReader,
  type InterviewFacts,
  theme,
} from '#core/themes/index.ts';
import type { DriversNeeds } from './needs.ts';

/** Earlier cycles that are read: two years of quarters with this one. */
const earlierRead = 7;

/** An earlier cycle with its interviews. */
export interface EarlierCycle {
  cycle: CycleEntry;
  facts: readonly InterviewFacts[];
}

/** Reads the interviews of earlier cycles, oldest first, once for the cycle on screen: their calls are over. */
export function followEarlier(
  { facts, state }: DriversNeeds,
  into: { value: readonly EarlierCycle[] },
  fail: (why: unknown) => void,
): () => void {
  let asked = 0;
  const read = async (cycles: readonly CycleEntry[]) => {
    const mine = ++asked;
    const found = await Promise.all(
      cycles.map(async (cycle) => ({ cycle, facts: await facts.ofCycle(cycle.id) })),
    );
    if (mine === asked) into.value = found;
  };
  const stop = effect(() => {
    const at = state.cycles.value.findIndex(({ id }) => id === state.cycle.value);
    into.value = [];
    const before = at < 0 ? [] : state.cycles.value.slice(at + 1, at + 1 + earlierRead);
    void read(before.toReversed()).catch(fail);
  });
  return () => {
    asked++;
    stop();
  };
}

/** The codebook and how it has people's segments read, whoever changes it. */
export function followCodebook(
  { replica, session }: DriversNeeds,
  into: { value: Codebook | null },
  reader: { value: ReturnType<typeof factsReader> | null },
  fail: (why: unknown) => void,
): () => void {
  return followDoc(
    replica,
    docName(session.workspace, 'codebook'),
    (doc) =>
      batch(() => {
        into.value = codebookOf(doc.read(theme.collection));
        reader.value = factsReader(doc);
      }),
    fail,
  );
}

/** What this screen reads of a cycle's document. */
export interface WrittenParts {
  doc: DocName;
  choices: readonly DriverChoice[];
  texts: readonly DriverText[];
}

/** Pins and paragraphs of the cycle on screen, whoever writes them; null until its document is open. */
export function followWritten(deps: DriversNeeds, into: { value: WrittenParts | null }): () => void {
  return followCycleDoc(deps, into, (doc) => ({
    doc: doc.name,
    choices: recordsIn(doc, driverChoice),
    texts: recordsIn(doc, driverText),
  }));
}
