import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { followCycleDoc } from '#core/browser/parts/followDoc.ts';
import { waveColumnsOf } from '#core/browser/parts/waveColumns.ts';
import {
  everyone,
  guideChoice,
  type Hypothesis,
  hypothesisRecord,
  languageTagOf,
} from '#core/guide/index.ts';
import type { Change } from '#core/model/change.ts';
import { type DocName, docName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import type { Fields } from '#core/model/json.ts';
import { recordsIn } from '#core/model/record.ts';
import { asReadNow, counts, isScored, rosterEntry, type ScoredEntry } from '#core/sample/index.ts';
import type { WaveColumns } from '#core/waves/index.ts';
import type { Deps } from '#pwa/app/deps.ts';

/** What of a cycle concerns its guide. */
export interface CycleGround {
  doc: DocName;
  /** Those of the roster a call can be begun with, by name. */
  people: readonly ScoredEntry[];
  hypotheses: readonly Hypothesis[];
  choices: ReadonlyMap<string, Fields>;
}

/** Something done, and the way to take it back. */
export interface Done {
  undo(): Promise<void>;
}

/** The cycle on screen as the guide sees it: whom it calls, what it tests, which guide it calls with. */
export interface CycleModel {
  /** Null while none is on screen or its document opens. */
  ground: ReadonlySignal<CycleGround | null>;
  name: ReadonlySignal<string>;
  /** Id of the guide chosen for everyone, or for people of a language; empty where none was. */
  chosen(id: string): string;
  /** Languages of the people on the roster, the most spoken first, with how many speak it. */
  languages: ReadonlySignal<readonly { tag: string; people: number }[]>;
  choose(id: string, guide: string): Promise<Done>;
  take(hypotheses: readonly Hypothesis[]): Promise<Done>;
  drop(hypothesis: Hypothesis): Promise<Done>;
  /** Asks it in the team's own words; empty gives the usual ones back. */
  reword(hypothesis: Hypothesis, text: string): Promise<Done>;
  dispose(): void;
}

export function makeCycle(deps: Pick<Deps, 'replica' | 'session' | 'state' | 'waves'>): CycleModel {
  const stored = signal<CycleGround | null>(null);
  const waves = signal<ReadonlyMap<string, WaveColumns>>(new Map());
  const asked = new Set<string>();
  /** Reads each wave of the roster once: from then on its people have their segments as they are named now. */
  const readWaveOf = async (person: ScoredEntry) => {
    if (asked.has(person.wave)) return;
    asked.add(person.wave);
    const columns = await waveColumnsOf(deps, person);
    if (columns) waves.value = new Map(waves.peek()).set(person.wave, columns);
  };
  const ground = computed((): CycleGround | null => {
    const people = stored.value?.people.map((person) => {
      const columns = waves.value.get(person.wave);
      return columns ? asReadNow(person, { id: person.wave, columns }) : person;
    });
    return stored.value && { ...stored.value, people: people ?? [] };
  });
  const docOf = () => {
    const id = parseId<'cycle'>(deps.state.cycle.peek());
    if (!id.ok) throw new Error('no cycle is on screen');
    return docName(deps.session.workspace, 'cycle', id.value);
  };
  const stop = followCycleDoc<CycleGround>(deps, stored, (doc) => {
    const people = recordsIn(doc, rosterEntry)
      .filter(isScored)
      .sort((a, b) => a.name.localeCompare(b.name, 'en'));
    for (const person of people.filter((p) => !p.outside)) void readWaveOf(person);
    return {
      ...{ doc: docOf(), people },
      hypotheses: recordsIn(doc, hypothesisRecord),
      choices: new Map(doc.read(guideChoice.collection)),
    };
  });
  const apply = async (changes: readonly Change[], back: readonly Change[], why: string): Promise<Done> => {
    await deps.replica.apply(changes, { who: deps.session.member, why });
    return { undo: () => deps.replica.apply(back, { who: deps.session.member, why: `undo: ${why}` }) };
  };
  const chosen = (id: string) => {
    const fields = ground.value?.choices.get(id);
    const parsed = fields && guideChoice.parse(id, fields);
    return parsed?.ok ? parsed.value.guide : '';
  };
  const put = (doc: DocName, { id, ...fields }: Hypothesis) => hypothesisRecord.put(doc, id, fields);
  return {
    ground,
    name: computed(() => deps.state.cycles.value.find((c) => c.id === deps.state.cycle.value)?.name ?? ''),
    chosen,
    languages: computed(() => {
      const spoken = Map.groupBy((ground.value?.people ?? []).filter(counts), (p) =>
        languageTagOf(p.language),
      );
      return [...spoken]
        .filter(([tag]) => tag !== '')
        .map(([tag, people]) => ({ tag, people: people.length }))
        .sort((a, b) => b.people - a.people || (a.tag < b.tag ? -1 : 1));
    }),
    choose(id, guide) {
      const doc = docOf();
      const before = chosen(id);
      return apply(
        [guideChoice.put(doc, id, { guide })],
        [guideChoice.put(doc, id, { guide: before })],
        id === everyone ? 'choose a guide' : 'choose a guide for a language',
      );
    },
    take(hypotheses) {
      const doc = docOf();
      return apply(
        hypotheses.map((h) => put(doc, h)),
        hypotheses.map((h) => hypothesisRecord.remove(doc, h.id)),
        'test a hypothesis',
      );
    },
    drop(hypothesis) {
      const doc = docOf();
      return apply(
        [hypothesisRecord.remove(doc, hypothesis.id)],
        [put(doc, hypothesis)],
        'test a hypothesis no more',
      );
    },
    reword(hypothesis, text) {
      const doc = docOf();
      const { id, text: before } = hypothesis;
      return apply(
        [hypothesisRecord.put(doc, id, { text })],
        [hypothesisRecord.put(doc, id, { text: before })],
        'word a hypothesis',
      );
    },
    dispose: stop,
  };
}
