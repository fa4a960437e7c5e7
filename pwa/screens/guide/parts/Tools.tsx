import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { Menu } from '#core/browser/parts/Menu.tsx';
import { mostOf } from '#core/guide/index.ts';
import type { GuideModel, ReadyView } from '../guideModel.ts';
import { languageName, words } from '../words.ts';
import type { Hands } from './useHands.ts';

/** Which guide, its name and language, and what can be done with it as a whole. */
export function Tools(props: {
  model: GuideModel;
  view: ReadyView;
  hands: Hands;
  file: RefObject<HTMLInputElement | null>;
  onVersions(): void;
}) {
  const { model, view, hands, file } = props;
  const { guides, guide, content } = view;
  const id = useId();
  return (
    <div class="gd-tools">
      <div class="field">
        <label for={`${id}-guide`}>{words.tools.guides}</label>
        <select
          id={`${id}-guide`}
          class="sel"
          value={guide.family}
          onChange={(event) => void model.show(event.currentTarget.value)}
        >
          {guides.map((g) => (
            <option key={g.family} value={g.family}>
              {g.current.name} ({languageName(g.current.language)})
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={`${id}-name`}>{words.tools.name}</label>
        <input
          id={`${id}-name`}
          class="in"
          autocomplete="off"
          maxLength={mostOf.name}
          value={content.name}
          onInput={(event) => model.changeHead({ name: event.currentTarget.value })}
        />
      </div>
      <div class="field gd-lang">
        <label for={`${id}-language`}>{words.tools.language}</label>
        <input
          id={`${id}-language`}
          class="in"
          autocomplete="off"
          spellcheck={false}
          value={content.language}
          onInput={(event) => model.changeHead({ language: event.currentTarget.value.trim() })}
        />
      </div>
      <div class="gd-acts">
        <button
          type="button"
          class="btn"
          onClick={model.undo}
          aria-disabled={!model.canUndo.value || undefined}
        >
          {words.tools.undo}
        </button>
        <button type="button" class="btn" onClick={props.onVersions}>
          {words.tools.versions}
        </button>
        <Menu
          end
          label={<span class="btn">{words.tools.more}</span>}
          name={words.tools.more}
          items={[
            ...(model.canRedo.value ? [{ name: words.tools.redo, run: model.redo }] : []),
            ...(view.changes ? [{ name: words.tools.throwAway, run: hands.throwAway }] : []),
            { name: words.tools.copy, run: hands.copy },
            { name: words.tools.export, run: model.exportFile },
            { name: words.tools.import, run: () => file.current?.click() },
          ]}
        />
        <input
          ref={file}
          type="file"
          class="vh"
          tabIndex={-1}
          accept=".json,application/json"
          aria-label={words.tools.import}
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (chosen) void hands.importFile(chosen);
          }}
        />
      </div>
    </div>
  );
}
