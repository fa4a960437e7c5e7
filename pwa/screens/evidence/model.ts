import { batch, computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { followDoc } from '#core/browser/parts/followDoc.ts';
import { followFacts } from '#core/browser/parts/followFacts.ts';
import { nextTurn } from '#core/browser/parts/nextTurn.ts';
import { docName } from '#core/model/docName.ts';
import type { OpenDoc } from '#core/ports/replica.ts';
import { bandCountsOf, sharesOf } from '#core/scores/index.ts';
import {
  type Agreement,
  agreementOf,
  type Codebook,
  type Compounding,
  type Contrast,
  codebookOf,
  competitor,
  compoundingSteps,
  contrastOf,
  type Disagreement,
  dimensionsOf,
  factsReader,
  type InterviewFacts,
  type Rival,
  type RivalTable,
  rivalsOf,
  rivalTable,
  type SaturationRule,
  saturationBy,
  saturationOf,
  settle,
  sighting,
  takeBackWrites,
  theme,
  valuesIn,
  writesOf,
} from '#core/themes/index.ts';
import type { Deps } from '#pwa/app/deps.ts';
import { byBand, type Part, type PartShown, parts, type SaturationShown } from './part.ts';
import { readRule, ruleText } from './rule.ts';
import { inSlices } from './slices.ts';
import { csvOfPart } from './tables.ts';
import { words } from './words.ts';

export type EvidenceNeeds = Pick<
  Deps,
  'replica' | 'facts' | 'session' | 'clock' | 'state' | 'files' | 'memory' | 'place' | 'go' | 'say'
>;

/** Where the screen stands. Moved by the model alone. */
export type EvidenceView =
  | { kind: 'loading' }
  | { kind: 'noCycle' }
  | { kind: 'nobody' }
  | { kind: 'ready'; facts: readonly InterviewFacts[]; codebook: Codebook }
  | { kind: 'failed'; reason: string };

export interface EvidenceModel {
  view: ReadonlySignal<EvidenceView>;
  part: ReadonlySignal<Part>;
  show(part: Part): void;
  rule: ReadonlySignal<SaturationRule>;
  setRule(rule: SaturationRule): void;
  /** A dimension, or `byBand`. */
  by: ReadonlySignal<string>;
  dimensions: ReadonlySignal<readonly string[]>;
  splitBy(dimension: string): void;
  /** Each is reckoned when it is looked at, and only while the view is ready. Pairs take a while: null until then. */
  saturation: ReadonlySignal<SaturationShown | null>;
  pairs: ReadonlySignal<Compounding | null>;
  contrast: ReadonlySignal<Contrast | null>;
  rivals: ReadonlySignal<RivalTable | null>;
  agreement: ReadonlySignal<Agreement | null>;
  codebook: ReadonlySignal<Codebook | null>;
  /** This member, whose own codings are shown as such. */
  me: string;
  settle(difference: Disagreement, holds: boolean): Promise<void>;
  downloadCsv(): void;
  dispose(): void;
}

const ruleKey = 'evidence rule';

/** How far the themes can be trusted, and what they say together; moving as interviews are tagged in any tab. */
export function makeEvidenceModel(deps: EvidenceNeeds): EvidenceModel {
  const stored = signal<readonly InterviewFacts[] | null>(null);
  const reader = signal<ReturnType<typeof factsReader> | null>(null);
  const facts = computed(() => stored.value && (reader.value?.(stored.value) ?? null));
  const codebook = signal<Codebook | null>(null);
  const rivals = signal<readonly Rival[]>([]);
  const trouble = signal('');
  const rule = signal(readRule(deps.memory.read(ruleKey)));
  const by = signal(byBand);
  const opened: OpenDoc[] = [];
  const fail = (why: unknown) => {
    trouble.value = why instanceof Error ? why.message : String(why);
  };
  const book = docName(deps.session.workspace, 'codebook');
  const readBook = (doc: OpenDoc) =>
    batch(() => {
      codebook.value = codebookOf(doc.read(theme.collection));
      rivals.value = rivalsOf(doc.read(competitor.collection), doc.read(sighting.collection));
      reader.value = factsReader(doc);
    });
  const stops = [followFacts(deps, stored, fail), followDoc(deps.replica, book, readBook, fail)];
  const view = computed((): EvidenceView => {
    if (trouble.value !== '') return { kind: 'failed', reason: trouble.value };
    if (deps.state.cycle.value === '') return { kind: 'noCycle' };
    if (!facts.value || !codebook.value) return { kind: 'loading' };
    if (!facts.value.some((f) => f.notes > 0)) return { kind: 'nobody' };
    return { kind: 'ready', facts: facts.value, codebook: codebook.value };
  });
  const whenReady = <T>(make: (facts: readonly InterviewFacts[], codebook: Codebook) => T) =>
    computed((): T | null => {
      const now = view.value;
      return now.kind === 'ready' ? make(now.facts, now.codebook) : null;
    });
  const part = computed((): Part => {
    const asked = deps.place.value.query.get('show');
    return parts.find((p) => p === asked) ?? 'saturation';
  });
  const shares = computed(() => {
    const head = deps.state.waves.value.find((w) => w.cycle === deps.state.cycle.value && w.metric === 'nps');
    return head ? sharesOf(bandCountsOf(head.histogram)) : null;
  });
  const valuesBy = (f: InterviewFacts) => (by.value === byBand ? [f.band] : valuesIn(f, by.value));
  // With thousands of interviews a second's work: begun when it is looked at, and in slices.
  const pairs = inSlices(
    () => {
      const now = view.value;
      if (part.value !== 'pairs' || now.kind !== 'ready') return null;
      return compoundingSteps(now.facts, now.codebook, shares.value);
    },
    { now: deps.clock.steady, next: nextTurn },
  );
  stops.push(pairs.stop);
  const model: EvidenceModel = {
    ...{ view, part, rule, by, codebook },
    me: deps.session.member,
    show: (next) => deps.go(`/evidence?show=${next}`, 'replace'),
    setRule(next) {
      rule.value = next;
      deps.memory.write(ruleKey, ruleText(next));
    },
    splitBy(dimension) {
      by.value = dimension;
    },
    dimensions: computed(() => [...new Set((facts.value ?? []).flatMap(dimensionsOf))]),
    saturation: whenReady((all, themes) => ({
      all: saturationOf(all, themes, rule.value),
      each: saturationBy(all, themes, rule.value, valuesBy),
    })),
    pairs: pairs.result,
    contrast: whenReady(contrastOf),
    rivals: whenReady((all, themes) => rivalTable(all, rivals.value, themes)),
    agreement: whenReady(agreementOf),
    async settle(difference, holds) {
      const themes = codebook.peek();
      const { workspace, member, memberName } = deps.session;
      const name = docName(workspace, 'interview', difference.interview.interview);
      const doc = await deps.replica.open(name);
      opened.push(doc);
      const agreed = { theme: difference.theme, holds, notes: difference.notes.map((n) => n.note) };
      const me = { id: member, name: memberName };
      const changes = settle(doc, name, agreed, me, (id) => themes?.resolve(id) ?? id);
      const writes = writesOf(doc, changes);
      await deps.replica.apply(changes, { who: member, why: 'two coders agreed' });
      deps.say(words.agreement.settled(difference.name, holds), {
        name: words.undo,
        run: () =>
          void deps.replica.apply(takeBackWrites(doc, name, writes, member), {
            who: member,
            why: 'undo: two coders agreed',
          }),
      });
    },
    downloadCsv() {
      const now = shownIn(model);
      const cycle = deps.state.cycles.value.find((c) => c.id === deps.state.cycle.value)?.name ?? '';
      if (!now) return;
      const { name, text } = csvOfPart(now, cycle);
      deps.files.save(name, 'text/csv', text);
    },
    dispose() {
      for (const stop of stops) stop();
      for (const doc of opened) doc.close();
    },
  };
  return model;
}

/** The part on screen, ready to leave the app; null while there is nothing. */
function shownIn(model: EvidenceModel): PartShown | null {
  const codebook = model.codebook.value;
  const part = model.part.value;
  const shown = model[part].value;
  return codebook && shown ? ({ codebook, part, shown } as PartShown) : null;
}
