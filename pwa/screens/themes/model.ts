import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Change } from '#core/model/change.ts';
import { type DocName, docName } from '#core/model/docName.ts';
import { newId } from '#core/model/ids.ts';
import { ok, type Result } from '#core/model/result.ts';
import type { OpenDoc } from '#core/ports/replica.ts';
import {
  addTheme,
  type Category,
  type Codebook,
  categories,
  codebookOf,
  countedOf,
  defineTheme,
  type InterviewFacts,
  type MergeRefusal,
  mergeThemes,
  moveTheme,
  raisedByTheme,
  renameTheme,
  restoreTheme,
  retireTheme,
  type Theme,
  type ThemeRefusal,
  theme,
  unmergeTheme,
} from '#core/themes/index.ts';
import type { Deps } from '#pwa/app/deps.ts';

export type ThemesNeeds = Pick<Deps, 'replica' | 'facts' | 'session' | 'state' | 'chance'>;
export type Refusal = ThemeRefusal | MergeRefusal;

/** A theme as the codebook lists it. */
export interface Row {
  theme: Theme;
  /** Interviews of the cycle on screen that raise it, themes merged into it included. */
  calls: number;
  /** Themes that count for this one. */
  merged: readonly Theme[];
}

export interface Group {
  category: Category;
  rows: readonly Row[];
}

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
}

/** A change that was made, and the way to take it back. */
export interface Done {
  kind: 'done';
  undo(): Promise<void>;
}

export interface ThemesModel {
  view: ReadonlySignal<ThemesView>;
  search: ReadonlySignal<string>;
  find(text: string): void;
  /** Every theme to merge into, by name. */
  open: ReadonlySignal<readonly Theme[]>;
  nameOf(id: string): string;
  add(draft: Draft): Promise<Done | Refusal>;
  edit(id: string, draft: Draft): Promise<Done | Refusal>;
  merge(from: string, into: string): Promise<Done | Refusal>;
  unmerge(id: string): Promise<Done | Refusal>;
  retire(id: string): Promise<Done | Refusal>;
  restore(id: string): Promise<Done | Refusal>;
  dispose(): void;
}

/** The codebook: all themes, what they mean, and the changes that keep it one book. */
export function makeThemesModel(deps: ThemesNeeds): ThemesModel {
  const doc = docName(deps.session.workspace, 'codebook');
  const search = signal('');
  const trouble = signal('');
  const codebook = signal<Codebook | null>(null);
  const facts = signal<readonly InterviewFacts[]>([]);
  const fail = (why: unknown) => {
    trouble.value = why instanceof Error ? why.message : String(why);
  };
  const stops = [followCodebook(deps, doc, codebook, fail), followFacts(deps, facts, fail)];
  const rows = computed(() => (codebook.value ? rowsOf(codebook.value, facts.value) : []));
  const view = computed((): ThemesView => {
    if (trouble.value !== '') return { kind: 'failed', reason: trouble.value };
    const book = codebook.value;
    return book ? viewOf(book, rows.value, search.value) : { kind: 'loading' };
  });
  const change = async (make: (book: Codebook) => Result<Change[], Refusal>, why: string) => {
    const book = codebook.peek();
    if (!book) throw new Error('the codebook is not open yet');
    const made = make(book);
    if (!made.ok) return made.why;
    const note = { who: deps.session.member, why };
    const back = made.value.map((c) => inverseOf(book, c));
    if (made.value.length > 0) await deps.replica.apply(made.value, note);
    const done: Done = {
      kind: 'done',
      undo: () => deps.replica.apply(back, { who: deps.session.member, why: `undo: ${why}` }),
    };
    return done;
  };
  return {
    view,
    search,
    find(text) {
      search.value = text;
    },
    open: computed(() => (codebook.value?.open ?? []).toSorted((a, b) => a.name.localeCompare(b.name, 'en'))),
    nameOf: (id) => codebook.peek()?.all.get(id)?.name ?? '',
    add: (draft) => change((book) => addTheme(book, doc, newId<'theme'>(deps.chance), draft), 'add a theme'),
    edit: (id, draft) => change((book) => editAll(book, doc, id, draft), 'edit a theme'),
    merge: (from, into) => change((book) => mergeThemes(book, doc, from, into), 'merge themes'),
    unmerge: (id) => change((book) => unmergeTheme(book, doc, id), 'take a merge back'),
    retire: (id) => change((book) => retireTheme(book, doc, id), 'retire a theme'),
    restore: (id) => change((book) => restoreTheme(book, doc, id), 'bring a theme back'),
    dispose() {
      for (const stop of stops) stop();
    },
  };
}

/** Name, meaning and category at once: all of them or, when the name is refused, none. */
function editAll(book: Codebook, doc: DocName, id: string, draft: Draft): Result<Change[], Refusal> {
  const steps = [
    renameTheme(book, doc, id, draft.name),
    defineTheme(book, doc, id, draft.definition),
    moveTheme(book, doc, id, draft.category),
  ];
  const changes: Change[] = [];
  for (const step of steps) {
    if (!step.ok) return step;
    changes.push(...step.value);
  }
  return ok(changes);
}

/** The change that puts a theme's fields back to what they were; one that was not there yet goes. */
function inverseOf(book: Codebook, change: Change): Change {
  const before = book.all.get(change.id);
  if (!before) return theme.remove(change.doc, change.id);
  const fields = change.kind === 'put' ? Object.keys(change.fields) : [];
  const was = Object.fromEntries(
    Object.entries(before).filter(([field]) => field !== 'id' && fields.includes(field)),
  );
  return theme.put(change.doc, change.id, was);
}

function rowsOf(book: Codebook, facts: readonly InterviewFacts[]): Row[] {
  const raised = raisedByTheme(countedOf(facts), book);
  const merged = Map.groupBy(
    [...book.all.values()].filter((t) => book.resolve(t.id) !== t.id),
    (t) => book.resolve(t.id),
  );
  return [...book.all.values()]
    .filter((t) => book.resolve(t.id) === t.id)
    .map((t) => ({ theme: t, calls: raised.get(t.id)?.length ?? 0, merged: merged.get(t.id) ?? [] }));
}

function viewOf(book: Codebook, rows: readonly Row[], search: string): ThemesView {
  const open = rows.filter((r) => !r.theme.retired);
  const shown = open.filter((r) => matches(r, search)).sort(byCallsThenName);
  return {
    kind: 'ready',
    groups: categories
      .map((category) => ({ category, rows: shown.filter((r) => r.theme.category === category) }))
      .filter((g) => g.rows.length > 0),
    retired: rows.filter((r) => r.theme.retired && matches(r, search)).sort(byCallsThenName),
    summary: {
      open: open.length,
      raised: open.filter((r) => r.calls > 0).length,
      fresh: open.filter((r) => r.theme.fresh).length,
      unreadable: book.faults.length,
    },
  };
}

/** Every word that is searched for stands in the name, the definition or the name of a merged theme. */
function matches({ theme: t, merged }: Row, search: string): boolean {
  const text = [t.name, t.definition, ...merged.map((m) => m.name)].join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function byCallsThenName(a: Row, b: Row): number {
  return (
    b.calls - a.calls || a.theme.name.localeCompare(b.theme.name, 'en') || (a.theme.id < b.theme.id ? -1 : 1)
  );
}

function followCodebook(
  deps: ThemesNeeds,
  name: DocName,
  into: { value: Codebook | null },
  fail: (why: unknown) => void,
): () => void {
  let left = false;
  let doc: OpenDoc | null = null;
  let stop = () => {};
  const start = async () => {
    const opened = await deps.replica.open(name);
    if (left) return opened.close();
    doc = opened;
    const read = () => {
      into.value = codebookOf(opened.read(theme.collection));
    };
    stop = opened.watch(read);
    read();
  };
  void start().catch(fail);
  return () => {
    left = true;
    stop();
    doc?.close();
  };
}

function followFacts(
  deps: ThemesNeeds,
  into: { value: readonly InterviewFacts[] },
  fail: (why: unknown) => void,
): () => void {
  let asked = 0;
  const read = async (cycle: string) => {
    const mine = ++asked;
    const found = cycle === '' ? [] : await deps.facts.ofCycle(cycle);
    if (mine === asked) into.value = found;
  };
  const stopEffect = effect(() => {
    void read(deps.state.cycle.value).catch(fail);
  });
  const stopWatch = deps.facts.watch(() => void read(deps.state.cycle.peek()).catch(fail));
  return () => {
    asked++;
    stopEffect();
    stopWatch();
  };
}
