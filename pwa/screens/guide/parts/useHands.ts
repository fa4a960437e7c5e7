import { useMemo } from 'preact/hooks';
import type { GuideFamily, Hypothesis } from '#core/guide/index.ts';
import { type Deps, useDeps } from '#pwa/app/deps.ts';
import { fileFaultText, problemText } from '../faultWords.ts';
import type { GuideModel, Saved } from '../guideModel.ts';
import { words } from '../words.ts';

/** What can be done to the guide, each said in a line, with its undo where there is one. */
export interface Hands {
  save(): Promise<void>;
  copy(): void;
  importFile(file: File): Promise<void>;
  throwAway(): void;
  remove(id: string): void;
  choose(id: string, guide: GuideFamily | null): Promise<void>;
  take(hypotheses: readonly Hypothesis[]): Promise<void>;
  drop(hypothesis: Hypothesis): Promise<void>;
}

export function useHands(model: GuideModel): Hands {
  const deps = useDeps();
  return useMemo(() => makeHands(model, deps), [model, deps]);
}

function makeHands(model: GuideModel, { say }: Pick<Deps, 'say'>): Hands {
  const { cycle } = model;
  const undoable = (text: string, undo: () => void) => say(text, { name: words.said.undo, run: undo });
  const refused = () => {
    const view = model.view.peek();
    const first = view.kind === 'ready' ? view.problems[0] : undefined;
    if (!first) return;
    if ('number' in first) model.openQuestion(first.id);
    say(words.said.notSaved(problemText(first)));
  };
  const tell = (saved: Saved, text: (saved: Extract<Saved, { kind: 'saved' }>) => string) => {
    if (saved.kind === 'refused') return refused();
    say(saved.state.kind === 'saved' ? text(saved) : words.said.onlyInMemory);
  };
  return {
    async save() {
      tell(await model.save(), ({ name, version }) => words.said.saved(name, version));
    },
    copy() {
      const view = model.view.peek();
      if (view.kind !== 'ready') return;
      void model
        .copy(words.tools.copyOf(view.content.name))
        .then((saved) => tell(saved, ({ name }) => words.said.copied(name)));
    },
    async importFile(file) {
      const done = await model.importFile(file);
      if (done.kind === 'saved' || done.kind === 'refused')
        tell(done, ({ name }) => words.said.imported(name));
      else say(fileFaultText(done));
    },
    throwAway() {
      model.throwAway();
      undoable(words.said.thrown, model.undo);
    },
    remove(id) {
      model.remove(id);
      undoable(words.said.removed, model.undo);
    },
    async choose(id, guide) {
      const done = await cycle.choose(id, guide?.family ?? '');
      const said = guide ? words.said.chosen(guide.current.name) : words.said.chosenAsAll;
      undoable(said, () => void done.undo());
    },
    async take(hypotheses) {
      const done = await cycle.take(hypotheses);
      undoable(words.said.taken(hypotheses.length), () => void done.undo());
    },
    async drop(hypothesis) {
      const done = await cycle.drop(hypothesis);
      undoable(words.said.dropped, () => void done.undo());
    },
  };
}
