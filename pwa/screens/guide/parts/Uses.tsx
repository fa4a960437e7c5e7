import { useId } from 'preact/hooks';
import { everyone, type GuideFamily } from '#core/guide/index.ts';
import type { GuideModel } from '../guideModel.ts';
import { languageName, words } from '../words.ts';
import type { Hands } from './useHands.ts';

/** Which guide the cycle calls with: everyone, and the people of a language. */
export function Uses(props: { model: GuideModel; guides: readonly GuideFamily[]; hands: Hands }) {
  const { model, guides, hands } = props;
  const { cycle } = model;
  const id = useId();
  if (!cycle.ground.value) return null;
  const choose = (key: string, family: string) =>
    void hands.choose(key, guides.find((g) => g.family === family) ?? null);
  return (
    <section class="sect" aria-labelledby={id}>
      <div class="sect-h">
        <h2 id={id}>{words.uses.title(cycle.name.value)}</h2>
      </div>
      <p class="quiet gd-why">{words.uses.why}</p>
      <div class="gd-uses">
        <label class="field">
          <span class="label">{words.uses.everyone}</span>
          <select
            class="sel"
            value={cycle.chosen(everyone) || (guides[0]?.family ?? '')}
            onChange={(event) => choose(everyone, event.currentTarget.value)}
          >
            <Options guides={guides} />
          </select>
        </label>
        {cycle.languages.value.map(({ tag, people }) => (
          <label key={tag} class="field">
            <span class="label">{words.uses.speakers(languageName(tag), people)}</span>
            <select
              class="sel"
              value={cycle.chosen(tag)}
              onChange={(event) => choose(tag, event.currentTarget.value)}
            >
              <option value="">{words.uses.same}</option>
              <Options guides={guides} />
            </select>
          </label>
        ))}
      </div>
    </section>
  );
}

function Options({ guides }: { guides: readonly GuideFamily[] }) {
  return (
    <>
      {guides.map((g) => (
        <option key={g.family} value={g.family}>
          {g.current.name} ({languageName(g.current.language)})
        </option>
      ))}
    </>
  );
}
