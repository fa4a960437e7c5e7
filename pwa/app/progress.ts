import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { docName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import { recordsIn } from '#core/model/record.ts';
import type { OpenDoc } from '#core/ports/replica.ts';
import { counts, rosterEntry } from '#core/sample/index.ts';
import type { Deps } from './deps.ts';
import type { Stage } from './stages.ts';
import { words } from './words.ts';

/** How far a stage has come in the cycle on screen: a count with its unit in words, for the lead line. */
export interface Mark {
  count: number;
  unit: string;
  /** The unit shortened, where the figure alone would be taken for another: the lead line shows it. */
  shown?: string;
}
export type Progress = Readonly<Partial<Record<Stage, Mark>>>;

const dimensions = (count: number): Mark => ({
  count,
  unit: words.units.dimensions(count),
  shown: words.units.dimensionsShown,
});

type Needs = Pick<Deps, 'replica' | 'facts' | 'session' | 'state'>;

/** Counts the roster, the interviews and the themes of the cycle on screen, and keeps counting. */
export function makeProgress(deps: Needs): ReadonlySignal<Progress> {
  const { state } = deps;
  const progress = signal<Progress>({});
  let roster: OpenDoc | null = null;
  let people = 0;
  let interviews = 0;
  let themes = 0;
  const show = () => {
    const wave = state.waves.peek().find((w) => w.cycle === state.cycle.peek());
    progress.value = {
      ...(wave && { survey: { count: wave.answers, unit: words.units.answers } }),
      ...(wave?.dimensions.length && { segments: dimensions(wave.dimensions.length) }),
      ...(people && { people: { count: people, unit: words.units.people } }),
      ...(interviews && { interviews: { count: interviews, unit: words.units.interviews } }),
      ...(themes && {
        themes: { count: themes, unit: words.units.themes },
        drivers: { count: themes, unit: words.units.drivers },
      }),
    };
  };
  const countFacts = async () => {
    const cycle = state.cycle.peek();
    const facts = cycle ? await deps.facts.ofCycle(cycle) : [];
    if (cycle !== state.cycle.peek()) return;
    interviews = facts.length;
    themes = new Set(facts.flatMap((f) => f.mentions.map((m) => m.theme))).size;
    show();
  };
  const openRoster = async (cycle: string) => {
    roster?.close();
    roster = null;
    people = 0;
    const id = parseId<'cycle'>(cycle);
    if (!id.ok) return;
    const doc = await deps.replica.open(docName(deps.session.workspace, 'cycle', id.value));
    if (cycle !== state.cycle.peek()) return doc.close();
    roster = doc;
    const count = () => {
      people = recordsIn(doc, rosterEntry).filter(counts).length;
      show();
    };
    doc.watch(count);
    count();
  };
  effect(() => {
    const cycle = state.cycle.value;
    void openRoster(cycle);
    void countFacts();
  });
  effect(() => {
    state.waves.value;
    show();
  });
  deps.facts.watch(() => void countFacts());
  return progress;
}
