import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { csvOf } from '#core/exchange/index.ts';
import type { Change } from '#core/model/change.ts';
import { type DocName, docName } from '#core/model/docName.ts';
import type { WaveId } from '#core/model/ids.ts';
import type { Fields } from '#core/model/json.ts';
import type { SourceFile } from '#core/ports/files.ts';
import type { ImportProgress } from '#core/ports/importer.ts';
import type { ListOutcome, OpenList } from '#core/ports/lists.ts';
import { wavesOf } from '#core/sample/index.ts';
import {
  customerFigures,
  figuresId,
  invitedFigures,
  type LeftLine,
  type ListKind,
  type ListMapping,
  type ListRole,
  type Outcome,
  renewalFigures,
  type UnlistedAnswer,
} from '#core/waves/index.ts';
import type { CycleParts } from './cycleDoc.ts';
import { figuresOf, isSame } from './listFigures.ts';
import { leftTable, listFaultText, listWords, unlistedTable } from './listWords.ts';
import type { Done } from './model.ts';
import type { QuarterNeeds } from './needs.ts';
import { makePairsModel, type PairsModel } from './pairsModel.ts';

/** A list on its way in, or none. One at a time. */
export type Coming =
  | { kind: 'none' }
  | { kind: 'reading'; list: ListKind; fileName: string; progress: ImportProgress | null }
  | { kind: 'refused'; list: ListKind; fileName: string; text: string }
  | {
      kind: 'review';
      list: ListKind;
      file: OpenList;
      mapping: ListMapping;
      /** Null while it is being joined again. */
      outcome: ListOutcome | null;
      /** Why it cannot be joined as it is mapped; empty when it can. */
      fault: string;
      /** The very same figures are kept already. */
      same: boolean;
    };

export interface ListsModel {
  coming: ReadonlySignal<Coming>;
  parts: ReadonlySignal<CycleParts | null>;
  /** Whether there is a survey to join with. */
  ready: ReadonlySignal<boolean>;
  /** Whether kept figures were counted against the survey that is on screen. */
  isCurrent(wave: string): boolean;
  pairs: PairsModel;
  open(list: ListKind, file: SourceFile): Promise<void>;
  setRole(column: number, role: ListRole): Promise<void>;
  setMeaning(text: string, meaning: Outcome | null): Promise<void>;
  setEveryLine(meaning: Outcome | null): Promise<void>;
  setDateOrder(order: ListMapping['dateOrder']): Promise<void>;
  keep(): Promise<Done | null>;
  leave(): void;
  remove(list: ListKind): Promise<Done | null>;
  downloadLeft(): void;
  downloadUnlisted(): void;
}

const records = { invited: invitedFigures, customers: customerFigures, renewals: renewalFigures };

/** Lists beside the survey: looked at in a worker, joined, and their figures kept. */
export function makeListsModel(deps: QuarterNeeds, parts: ReadonlySignal<CycleParts | null>): ListsModel {
  const coming = signal<Coming>({ kind: 'none' });
  let asked = 0;
  let stop = new AbortController();
  const waves = (): WaveId[] => {
    const { state } = deps;
    const { head, earlier } = wavesOf(state.cycle.peek(), state.cycles.peek(), state.waves.peek());
    return [head, earlier].flatMap((wave) => (wave ? [wave.id] : []));
  };
  const current = computed(() => {
    const { cycle, cycles, waves: all } = deps.state;
    return wavesOf(cycle.value, cycles.value, all.value).head;
  });
  const leave = () => {
    asked++;
    stop.abort();
    stop = new AbortController();
    const now = coming.peek();
    if (now.kind === 'review') now.file.close();
    coming.value = { kind: 'none' };
  };
  const join = async (list: ListKind, file: OpenList, mapping: ListMapping) => {
    const mine = ++asked;
    const before = coming.peek();
    const outcome = before.kind === 'review' ? before.outcome : null;
    coming.value = { kind: 'review', list, file, mapping, outcome, fault: '', same: false };
    const joined = await file.join(mapping, waves(), { stop: stop.signal });
    if (mine !== asked) return;
    const base = { kind: 'review' as const, list, file, mapping };
    if (!joined.ok) coming.value = { ...base, outcome: null, fault: listFaultText(joined.why), same: false };
    else {
      const same = isSame(parts.peek()?.[list] ?? null, figuresOf(joined.value, file, waves()[0] ?? ''));
      coming.value = { ...base, outcome: joined.value, fault: '', same };
    }
  };
  const remap = async (change: (mapping: ListMapping) => ListMapping) => {
    const now = coming.peek();
    if (now.kind === 'review') await join(now.list, now.file, change(now.mapping));
  };
  const apply = async (changes: readonly Change[], back: readonly Change[], why: string): Promise<Done> => {
    const note = { who: deps.session.member, why };
    await deps.replica.apply(changes, note);
    return { kind: 'done', undo: () => deps.replica.apply(back, { ...note, why: `undo: ${why}` }) };
  };
  /** What puts the figures back that stand now. */
  const asNow = (list: ListKind, doc: CycleParts): Change => {
    const now = doc[list];
    if (!now) return records[list].remove(doc.doc, figuresId);
    const { id: _, ...fields } = now;
    return putOf(list, doc.doc, fields);
  };
  return {
    coming,
    parts,
    ready: computed(() => current.value !== null),
    isCurrent: (wave) => current.value?.id === wave,
    pairs: makePairsModel(deps, () => docName(deps.session.workspace, 'workspace')),
    async open(list, source) {
      leave();
      const mine = asked;
      const reading = { kind: 'reading' as const, list, fileName: source.name };
      coming.value = { ...reading, progress: null };
      const opened = await deps.lists.open(list, source, {
        stop: stop.signal,
        onProgress: (progress) => {
          if (mine === asked) coming.value = { ...reading, progress };
        },
      });
      if (mine !== asked) {
        if (opened.ok) opened.value.close();
        return;
      }
      if (opened.ok) return join(list, opened.value, opened.value.mapping);
      const text = listFaultText(opened.why);
      coming.value = text ? { kind: 'refused', list, fileName: source.name, text } : { kind: 'none' };
    },
    setRole: (column, role) =>
      remap((mapping) => ({
        ...mapping,
        columns: mapping.columns.map((c, i) => (i === column ? { ...c, role } : c)),
      })),
    setMeaning: (text, meaning) =>
      remap((mapping) => {
        const { [text]: _, ...others } = mapping.meanings;
        return { ...mapping, meanings: meaning ? { ...others, [text]: meaning } : others };
      }),
    setEveryLine: (everyLine) => remap((mapping) => ({ ...mapping, everyLine })),
    setDateOrder: (dateOrder) => remap((mapping) => ({ ...mapping, dateOrder })),
    async keep() {
      const [now, doc] = [coming.peek(), parts.peek()];
      if (now.kind !== 'review' || !now.outcome || !doc) return null;
      const { member, memberName } = deps.session;
      const figures = {
        ...figuresOf(now.outcome, now.file, waves()[0] ?? ''),
        at: deps.clock.now(),
        by: member,
        byName: memberName,
      };
      const put = putOf(now.list, doc.doc, figures);
      const back = asNow(now.list, doc);
      leave();
      return apply([put], [back], `keep a list: ${now.list}`);
    },
    leave,
    async remove(list) {
      const doc = parts.peek();
      if (!doc?.[list]) return null;
      return apply([records[list].remove(doc.doc, figuresId)], [asNow(list, doc)], `remove a list: ${list}`);
    },
    downloadLeft() {
      const now = coming.peek();
      if (now.kind !== 'review' || !now.outcome) return;
      const left: readonly LeftLine[] = now.outcome.report.left;
      deps.files.save(listWords.leftFile(now.file.inspection.fileName), 'text/csv', csvOf(leftTable(left)));
    },
    downloadUnlisted() {
      const now = coming.peek();
      if (now.kind !== 'review' || now.outcome?.kind !== 'people') return;
      const people: readonly UnlistedAnswer[] = now.outcome.report.unlistedAnswers;
      deps.files.save(
        listWords.unlistedFile(now.file.inspection.fileName),
        'text/csv',
        csvOf(unlistedTable(people)),
      );
    },
  };
}

/** Figures as they can be stored: plain, all of them. */
function putOf(list: ListKind, doc: DocName, figures: object): Change {
  const put = records[list].put(doc, figuresId, {});
  const fields = JSON.parse(JSON.stringify(figures)) as Fields;
  return put.kind === 'put' ? { ...put, fields: { ...put.fields, ...fields } } : put;
}
