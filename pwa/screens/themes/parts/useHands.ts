import { useMemo } from 'preact/hooks';
import { differing } from '#core/model/differing.ts';
import {
  type Category,
  categoryNames,
  type MeasureDraft,
  type RivalDraft,
  type Theme,
} from '#core/themes/index.ts';
import { type Deps, useDeps } from '#pwa/app/deps.ts';
import { stepText } from '../historyWords.ts';
import type { MentionView, SplitDraft } from '../mentions.ts';
import type { Done, Draft, Refusal, Row, ThemesModel } from '../model.ts';
import type { SplitProgress } from '../split.ts';
import { refusalText, words } from '../words.ts';

/** A dialog that is up. */
export type Asking =
  | { kind: 'add' }
  | { kind: 'edit'; row: Row }
  | { kind: 'merge' | 'nest' | 'own'; themes: readonly Theme[] }
  | { kind: 'ownCategory'; category: Category }
  | { kind: 'split'; row: Row }
  | { kind: 'history' };

/** What can be done to the codebook, each said in a line with its undo. Those with a dialog answer with a refusal. */
export interface Hands {
  ask(what: Asking): void;
  go(row: Row): void;
  add(draft: Draft): Promise<string>;
  edit(row: Row, draft: Draft, opened: Draft): Promise<string>;
  merge(themes: readonly Theme[], into: Theme): Promise<string>;
  nest(themes: readonly Theme[], into: Theme | null): Promise<string>;
  own(themes: readonly Theme[], owner: string): Promise<string>;
  ownCategory(category: Category, owner: string): Promise<string>;
  split(row: Row, draft: SplitDraft, chosen: readonly MentionView[], on: SplitProgress): Promise<string>;
  keepMeasure(id: string, of: string, draft: MeasureDraft, opened: MeasureDraft | null): Promise<string>;
  keepRival(id: string, draft: RivalDraft, opened: RivalDraft | null): Promise<string>;
  move(themes: readonly Theme[], category: Category): void;
  retire(themes: readonly Theme[]): void;
  unmerge(theme: Theme): void;
  restore(row: Row): void;
  reorder(row: Row, by: -1 | 1): void;
  dropMeasure(id: string): void;
  takeBack(step: string): void;
  undo(): void;
  redo(): void;
}

export function useHands(model: ThemesModel, ask: (what: Asking) => void): Hands {
  const deps = useDeps();
  return useMemo(() => makeHands(model, deps, ask), [model, deps, ask]);
}

function makeHands(model: ThemesModel, deps: Pick<Deps, 'say' | 'go'>, ask: (what: Asking) => void): Hands {
  /** Without a dialog to stand in, a refusal is said as well. */
  const sayWhy = (why: string) => {
    if (why) deps.say(why);
  };
  /** Says what was done; answers with why not, or an empty text. */
  const tell = async (doing: Promise<Done | Refusal>, said: string): Promise<string> => {
    const answer = await doing;
    if (answer.kind !== 'done') return refusalText(answer, model.nameOf);
    const back = () =>
      void answer.undo().then((u) => sayWhy(u.kind === 'done' ? '' : refusalText(u, model.nameOf)));
    deps.say(said, { name: words.said.undo, run: back });
    return '';
  };
  const atOnce = (doing: Promise<Done | Refusal>, said: string) => void tell(doing, said).then(sayWhy);
  const turn = (found: ReturnType<ThemesModel['undo']>, nothing: string, said: (what: string) => string) => {
    if (!found) return deps.say(nothing);
    const steps = model.reading.peek()?.steps ?? [];
    const find = (id: string) => steps.find((s) => s.id === id);
    // Made again is told by what it makes again, not by its having been taken back.
    const told = find(find(found.step.id)?.undoes ?? '') ?? found.step;
    const what = stepText(told, model.nameOf, find);
    void found.doing.then((answer) =>
      deps.say(answer.kind === 'done' ? said(what) : refusalText(answer, model.nameOf)),
    );
  };
  const idsOf = (themes: readonly Theme[]) => themes.map((t) => t.id as string);
  /** The ticks have done their work. */
  const untick = (why: string, themes: readonly Theme[]) => {
    if (why === '' && themes.length > 1) model.choose(idsOf(themes), false);
    return why;
  };
  const oneOrMany = (themes: readonly Theme[], one: (name: string) => string, many: (n: number) => string) =>
    themes.length === 1 ? one(themes[0]?.name ?? '') : many(themes.length);
  const { said } = words;
  return {
    ask,
    go: (row) => deps.go(`/themes?theme=${encodeURIComponent(row.theme.id)}`),
    add: (draft) => tell(model.add(draft), said.added(draft.name.trim())),
    edit: (row, draft, opened) =>
      tell(model.edit(row.theme.id, differing(opened, draft)), said.edited(draft.name.trim())),
    merge: async (themes, into) => {
      const what = oneOrMany(
        themes,
        (name) => said.merged(name, into.name),
        (n) => said.mergedMany(n, into.name),
      );
      return untick(await tell(model.mergeAll(idsOf(themes), into.id), what), themes);
    },
    nest: async (themes, into) => {
      const name = into?.name ?? '';
      const what = oneOrMany(
        themes,
        (one) => said.nested(one, name),
        (n) => said.nestedMany(n, name),
      );
      return untick(await tell(model.nestAll(idsOf(themes), into?.id ?? ''), what), themes);
    },
    own: async (themes, owner) =>
      untick(
        await tell(model.ownAll(idsOf(themes), owner), oneOrMany(themes, said.owned, said.ownedMany)),
        themes,
      ),
    ownCategory: (category, owner) =>
      tell(model.ownCategory(category, owner), said.owned(categoryNames[category])),
    async split(row, draft, chosen, on) {
      const answer = await model.split(row.theme.id, draft, chosen, on);
      return tell(
        Promise.resolve(answer),
        said.split(draft.name.trim(), answer.kind === 'done' ? answer.moved : 0),
      );
    },
    keepMeasure: (id, of, draft, opened) => tell(model.keepMeasure(id, of, draft, opened), said.measured),
    keepRival: (id, draft, opened) => tell(model.keepRival(id, draft, opened), said.rival(draft.name.trim())),
    move(themes, category) {
      atOnce(model.moveAll(idsOf(themes), category), said.movedMany(themes.length, categoryNames[category]));
      untick('', themes);
    },
    retire(themes) {
      atOnce(model.retireAll(idsOf(themes)), oneOrMany(themes, said.retired, said.retiredMany));
      model.choose(idsOf(themes), false);
    },
    unmerge: (theme) => atOnce(model.unmerge(theme.id), said.unmerged(theme.name)),
    restore: (row) => atOnce(model.restore(row.theme.id), said.restored(row.theme.name)),
    reorder: (row, by) =>
      void model
        .reorder(row.theme.id, by)
        .then((answer) => sayWhy(answer.kind === 'done' ? '' : refusalText(answer, model.nameOf))),
    dropMeasure: (id) => atOnce(model.dropMeasure(id), said.unmeasured),
    takeBack(step) {
      const steps = model.reading.peek()?.steps ?? [];
      const find = (id: string) => steps.find((s) => s.id === id);
      const found = find(step);
      if (found) atOnce(model.takeBack(step), said.undone(stepText(found, model.nameOf, find)));
    },
    undo: () => turn(model.undo(), said.nothingToUndo, said.undone),
    redo: () => turn(model.redo(), said.nothingToRedo, said.redone),
  };
}
