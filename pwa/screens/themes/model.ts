import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Change } from '#core/model/change.ts';
import type { DocName } from '#core/model/docName.ts';
import { parseId } from '#core/model/ids.ts';
import { ok, type Result } from '#core/model/result.ts';
import {
  addTheme,
  type Category,
  defineTheme,
  type InterviewFacts,
  keepMeasure,
  keepRival,
  type MeasureDraft,
  measure,
  mergeMany,
  moveInPlace,
  moveTheme,
  nestTheme,
  newRivalId,
  ownCategory,
  ownTheme,
  type RivalDraft,
  renameTheme,
  restoreTheme,
  retireTheme,
  type Theme,
  theme,
  toEach,
  triggerTheme,
  unmergeTheme,
} from '#core/themes/index.ts';
import { type BookNeeds, type BookReading, type Desk, type Done, openDesk, type Refusal } from './book.ts';
import { type MentionView, mentionsOf, type SplitDraft } from './mentions.ts';
import { type Page, pageOf } from './page.ts';
import { fitting, type Group, heardOf, type Listing, listingOf, type Row } from './rows.ts';
import { type SplitDone, type SplitProgress, split } from './split.ts';

export type { Done, Refusal } from './book.ts';
export type { Group, Row } from './rows.ts';
export type ThemesNeeds = BookNeeds;

export type ThemesView =
  | { kind: 'loading' }
  | { kind: 'failed'; reason: string }
  | { kind: 'ready'; groups: readonly Group[]; retired: readonly Row[]; summary: Summary };

export interface Summary {
  open: number;
  /** Of the open ones, raised in the cycle on screen. */
  raised: number;
  /** Named during a call: the category is a guess. */
  fresh: number;
  /** Stored records this version cannot read. */
  unreadable: number;
}

/** What somebody entered for a theme. */
export interface Draft {
  name: string;
  category: Category;
  definition: string;
  /** Empty: whoever answers for what is above it. */
  owner?: string;
  /** Id of the theme it is a part of, empty at the top. Its category goes before the one entered. */
  parent?: string;
  trigger?: string;
}

type Doing = Promise<Done | Refusal>;

export interface ThemesModel extends Pick<Desk, 'reading' | 'stack' | 'takeBack' | 'undo' | 'redo'> {
  view: ReadonlySignal<ThemesView>;
  search: ReadonlySignal<string>;
  find(text: string): void;
  /** Every open theme by name. */
  open: ReadonlySignal<readonly Theme[]>;
  nameOf(id: string): string;
  /** Themes whose parts are folded away. */
  shut: ReadonlySignal<ReadonlySet<string>>;
  fold(id: string, shut: boolean): void;
  /** Themes ticked for a change of many. */
  chosen: ReadonlySignal<ReadonlySet<string>>;
  choose(ids: readonly string[], on: boolean): void;
  /** All of one theme; null where there is none. */
  page(id: string): Page | null;
  /** Mentions of a theme in every cycle, not those of its parts. */
  mentions(id: string): Promise<readonly MentionView[]>;
  /** Interviews of the cycle on screen. */
  facts: ReadonlySignal<readonly InterviewFacts[]>;
  add(draft: Draft): Doing;
  /** Only what is given is changed. */
  edit(id: string, draft: Partial<Draft>): Doing;
  merge(from: string, into: string): Doing;
  unmerge(id: string): Doing;
  retire(id: string): Doing;
  restore(id: string): Doing;
  mergeAll(from: readonly string[], into: string): Doing;
  nestAll(ids: readonly string[], parent: string): Doing;
  moveAll(ids: readonly string[], category: Category): Doing;
  ownAll(ids: readonly string[], owner: string): Doing;
  retireAll(ids: readonly string[]): Doing;
  ownCategory(category: Category, owner: string): Doing;
  /** Up or down among its neighbours. */
  reorder(id: string, by: -1 | 1): Doing;
  split(
    from: string,
    draft: SplitDraft,
    chosen: readonly MentionView[],
    onProgress: SplitProgress,
  ): Promise<SplitDone | Refusal>;
  /** An empty id: a new one. */
  keepMeasure(id: string, of: string, draft: MeasureDraft, opened: MeasureDraft | null): Doing;
  dropMeasure(id: string): Doing;
  keepRival(id: string, draft: RivalDraft, opened: RivalDraft | null): Doing;
  dispose(): void;
}

/** The codebook: all themes, what they mean, and the changes that keep it one book. */
export function makeThemesModel(deps: ThemesNeeds): ThemesModel {
  const desk = openDesk(deps);
  const { doc, reading, facts, change } = desk;
  const search = signal('');
  const shut = signal<ReadonlySet<string>>(new Set());
  const chosen = signal<ReadonlySet<string>>(new Set());
  const listing = computed(() => {
    const on = reading.value;
    return on ? listingOf(on, heardOf(facts.value, on)) : null;
  });
  const view = computed((): ThemesView => {
    if (desk.trouble.value !== '') return { kind: 'failed', reason: desk.trouble.value };
    const on = reading.value;
    return on && listing.value ? viewOf(on, listing.value, search.value) : { kind: 'loading' };
  });
  const each = (did: string, ids: readonly string[], make: (on: BookReading, id: string) => Made) =>
    change(did, (on) => toEach(ids, (id) => make(on, id)));
  const retireAll = (ids: readonly string[]) =>
    each('retired', ids, ({ book }, id) => retireTheme(book, doc, id));
  const mergeAll = (from: readonly string[], into: string) =>
    change('merged', ({ book }) => mergeMany(book, doc, from, into));
  return {
    ...desk,
    view,
    search,
    find(text) {
      search.value = text;
    },
    open: computed(() =>
      (reading.value?.book.open ?? []).toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
    ),
    nameOf: (id) => reading.peek()?.book.all.get(id)?.name ?? '',
    shut,
    fold: (id, on) => {
      shut.value = withOrWithout(shut.peek(), [id], on);
    },
    chosen,
    choose: (ids, on) => {
      chosen.value = withOrWithout(chosen.peek(), ids, on);
    },
    page: (id) =>
      reading.value && listing.value ? pageOf(reading.value, facts.value, listing.value, id) : null,
    async mentions(id) {
      const cycles = deps.state.cycles.peek().map((c) => c.id);
      const all = new Set([...cycles, deps.state.cycle.peek()].filter((c) => c !== ''));
      const found = await Promise.all([...all].map((cycle) => deps.facts.ofCycle(cycle)));
      const book = reading.peek()?.book;
      return book ? mentionsOf(found.flat(), book, (theme) => theme === id) : [];
    },
    add: (draft) => change('added', (on) => addAll(on, doc, desk.newId(), draft)),
    edit: (id, draft) => change('edited', (on) => editAll(on, doc, id, draft)),
    merge: (from, into) => mergeAll([from], into),
    unmerge: (id) => change('unmerged', ({ book }) => unmergeTheme(book, doc, id)),
    retire: (id) => retireAll([id]),
    restore: (id) => change('restored', ({ book }) => restoreTheme(book, doc, id)),
    mergeAll,
    nestAll: (ids, parent) => each('nested', ids, ({ book }, id) => nestTheme(book, doc, id, parent)),
    moveAll: (ids, category) =>
      each('moved', ids, ({ book, tree }, id) => {
        // What lies in another of them goes with that one, and stays in it.
        const goesAlong = ids.some((whole) => whole !== id && tree.under(whole).includes(id));
        const to = goesAlong ? (book.all.get(id)?.category ?? category) : category;
        return moveTheme(book, doc, id, to);
      }),
    ownAll: (ids, owner) => each('owned', ids, ({ book }, id) => ownTheme(book, doc, id, owner)),
    retireAll,
    ownCategory: (category, owner) => change('ownedCategory', () => ok(ownCategory(doc, category, owner))),
    reorder: (id, by) =>
      change('reordered', (on) => {
        const beside = neighbours(listing.peek()?.groups ?? [], id);
        return ok(moveInPlace(on.book, doc, beside, id, by, deps.chance));
      }),
    split: (from, draft, mentions, onProgress) => split(deps, desk, from, draft, mentions, onProgress),
    keepMeasure: (id, of, draft, opened) =>
      change('measured', () => keepMeasure(doc, id === '' ? desk.newId() : id, of, draft, opened)),
    dropMeasure: (id) => change('unmeasured', () => ok([measure.remove(doc, id)])),
    keepRival: (id, draft, opened) =>
      change('rival', (on) => {
        // One whose theme is gone is on no page: its name is free.
        const listed = on.rivals.filter((r) => on.book.all.has(r.theme));
        const own = id === '' ? newRivalId(on.rivals, draft.name, desk.newId()) : id;
        return keepRival(listed, doc, own, draft, opened);
      }),
  };
}

type Made = Result<Change[], Refusal>;

/** A theme with all that was entered for it: all of it or, when its name is refused, nothing. */
function addAll({ book }: BookReading, doc: DocName, text: string, draft: Draft): Made {
  const id = parseId<'theme'>(text);
  if (!id.ok) throw new Error('a new id that is none');
  const parent = book.all.get(book.resolve(draft.parent ?? ''));
  const added = addTheme(book, doc, id.value, { ...draft, category: parent?.category ?? draft.category });
  if (!added.ok) return added;
  const more = {
    ...(parent && { parent: parent.id }),
    ...(draft.owner && { owner: draft.owner.trim() }),
    ...(draft.trigger && { trigger: draft.trigger.trim() }),
  };
  return ok(Object.keys(more).length > 0 ? [...added.value, theme.put(doc, id.value, more)] : added.value);
}

/** Everything that was entered at once: all of it or, when something is refused, nothing. */
function editAll({ book, tree }: BookReading, doc: DocName, id: string, draft: Partial<Draft>): Made {
  const parent = draft.parent ?? tree.parentOf(id);
  const above = book.all.get(book.resolve(parent));
  const moves = draft.parent !== undefined || draft.category !== undefined;
  const category = moves ? (above?.category ?? draft.category) : undefined;
  const steps: (() => Made)[] = [
    () => (draft.name === undefined ? ok([]) : renameTheme(book, doc, id, draft.name)),
    () => (draft.definition === undefined ? ok([]) : defineTheme(book, doc, id, draft.definition)),
    () => (parent === tree.parentOf(id) ? ok([]) : nestTheme(book, doc, id, parent)),
    () => (category === undefined ? ok([]) : moveTheme(book, doc, id, category)),
    () => (draft.owner === undefined ? ok([]) : ownTheme(book, doc, id, draft.owner)),
    () => (draft.trigger === undefined ? ok([]) : triggerTheme(book, doc, id, draft.trigger)),
  ];
  return toEach(
    steps.map((_, i) => String(i)),
    (i) => (steps[Number(i)] as () => Made)(),
  );
}

function viewOf({ book }: BookReading, listing: Listing, search: string): ThemesView {
  const rows = flat(listing.groups.flatMap((g) => g.rows));
  return {
    kind: 'ready',
    ...fitting(listing, search),
    summary: {
      open: book.open.length,
      raised: rows.filter((r) => r.own > 0).length,
      fresh: book.open.filter((t) => t.fresh).length,
      unreadable: book.faults.length,
    },
  };
}

const flat = (rows: readonly Row[]): Row[] => rows.flatMap((r) => [r, ...flat(r.parts)]);

/** Ids of the themes among which one stands, as they are shown. */
function neighbours(groups: readonly Pick<Group, 'rows'>[], id: string): string[] {
  for (const { rows } of groups) {
    if (rows.some((r) => r.theme.id === id)) return rows.map((r) => r.theme.id);
    const deeper = neighbours(
      rows.map((r) => ({ rows: r.parts })),
      id,
    );
    if (deeper.length > 0) return deeper;
  }
  return [];
}

function withOrWithout(now: ReadonlySet<string>, ids: readonly string[], on: boolean): ReadonlySet<string> {
  const next = new Set(now);
  for (const id of ids) {
    if (on) next.add(id);
    else next.delete(id);
  }
  return next;
}
