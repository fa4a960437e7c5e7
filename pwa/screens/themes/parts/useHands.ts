import { useMemo } from 'preact/hooks';
import type { Theme } from '#core/themes/index.ts';
import { type Deps, useDeps } from '#pwa/app/deps.ts';
import type { Done, Draft, Refusal, Row, ThemesModel } from '../model.ts';
import { refusalText, words } from '../words.ts';

/** A dialog that is up. */
export type Asking = { kind: 'add' } | { kind: 'edit'; row: Row } | { kind: 'merge'; row: Row };

/** What can be done to the codebook, each said in a line with its undo. Those with a dialog answer with a refusal. */
export interface Hands {
  ask(what: Asking): void;
  add(draft: Draft): Promise<string>;
  edit(row: Row, draft: Draft): Promise<string>;
  merge(row: Row, into: Theme): Promise<string>;
  unmerge(theme: Theme): void;
  retire(row: Row): void;
  restore(row: Row): void;
}

export function useHands(model: ThemesModel, ask: (what: Asking) => void): Hands {
  const deps = useDeps();
  return useMemo(() => makeHands(model, deps, ask), [model, deps, ask]);
}

function makeHands(model: ThemesModel, deps: Pick<Deps, 'say'>, ask: (what: Asking) => void): Hands {
  /** Says what was done; answers with why not, or an empty text. */
  const tell = async (doing: Promise<Done | Refusal>, said: string): Promise<string> => {
    const answer = await doing;
    if (answer.kind !== 'done') return refusalText(answer, model.nameOf);
    deps.say(said, { name: words.said.undo, run: () => void answer.undo() });
    return '';
  };
  /** Without a dialog to stand in, a refusal is said as well. */
  const atOnce = (doing: Promise<Done | Refusal>, said: string) =>
    void tell(doing, said).then((why) => {
      if (why) deps.say(why);
    });
  return {
    ask,
    add: (draft) => tell(model.add(draft), words.said.added(draft.name.trim())),
    edit: (row, draft) => tell(model.edit(row.theme.id, draft), words.said.edited(draft.name.trim())),
    merge: (row, into) =>
      tell(model.merge(row.theme.id, into.id), words.said.merged(row.theme.name, into.name)),
    unmerge: (theme) => atOnce(model.unmerge(theme.id), words.said.unmerged(theme.name)),
    retire: (row) => atOnce(model.retire(row.theme.id), words.said.retired(row.theme.name)),
    restore: (row) => atOnce(model.restore(row.theme.id), words.said.restored(row.theme.name)),
  };
}
