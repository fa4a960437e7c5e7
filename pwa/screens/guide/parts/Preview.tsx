import { useId } from 'preact/hooks';
import { BandShape } from '#core/browser/parts/marks.tsx';
import { type Area, areaNames, areas, guideAmong } from '#core/guide/index.ts';
import type { GuideModel, ReadyView } from '../guideModel.ts';
import type { Said } from '../respondent.ts';
import { words } from '../words.ts';

const scores = Array.from({ length: 11 }, (_, score) => score);

/** What the call screen would ask of one respondent: somebody of the roster, or anybody made by hand. */
export function Preview({ model, view }: { model: GuideModel; view: ReadyView }) {
  const id = useId();
  const { who, asked, choose, make } = model.respondent;
  const people = model.cycle.ground.value?.people ?? [];
  const { key, band, score, name } = who.value;
  const lang = view.content.language || undefined;
  const other = key === '' ? '' : calledWith(model, view);
  return (
    <section class="gd-preview" aria-labelledby={id}>
      <h2 id={id}>{words.preview.title}</h2>
      <div class="gd-who">
        {people.length > 0 && (
          <div class="field">
            <label for={`${id}-who`}>{words.preview.who}</label>
            <select
              id={`${id}-who`}
              class="sel"
              value={key}
              onChange={(event) =>
                event.currentTarget.value === '' ? make({}) : choose(event.currentTarget.value)
              }
            >
              <option value="">{words.preview.byHand}</option>
              {people.map((p) => (
                <option key={p.id} value={p.id}>
                  {p.name}, {p.accountName}
                </option>
              ))}
            </select>
          </div>
        )}
        <div class="field">
          <label for={`${id}-score`}>{words.preview.score}</label>
          <select
            id={`${id}-score`}
            class="sel num"
            value={String(score)}
            onChange={(event) => make({ score: Number(event.currentTarget.value) })}
          >
            {scores.map((s) => (
              <option key={s} value={String(s)}>
                {s}
              </option>
            ))}
          </select>
        </div>
      </div>
      <Segments model={model} />
      <p class="quiet small">
        <BandShape band={band} /> {words.preview.asked(band, asked.value.length)}
        {view.changes && ` ${words.preview.unsaved}`} {other && words.preview.other(name, other)}
      </p>
      <ol class="gd-asked">
        {areas.map((area) => (
          <AskedArea key={area} area={area} asked={asked.value} lang={lang} />
        ))}
      </ol>
    </section>
  );
}

/** Values of the dimensions that the guide or a hypothesis asks about, and of those this person has. */
function Segments({ model }: { model: GuideModel }) {
  const { who, dimensions, make } = model.respondent;
  const { segments } = who.value;
  return (
    <details class="gd-segments">
      <summary>{Object.values(segments).join(', ') || words.preview.any}</summary>
      <div class="gd-who">
        {dimensions.value.map(({ name, values }) => (
          <label key={name} class="field">
            <span>{name}</span>
            <select
              class="sel s"
              value={segments[name] ?? ''}
              onChange={(event) => {
                const { [name]: _, ...rest } = segments;
                const { value } = event.currentTarget;
                make({ segments: value === '' ? rest : { ...rest, [name]: value } });
              }}
            >
              <option value="">{words.preview.any}</option>
              {values.map((value) => (
                <option key={value} value={value}>
                  {value}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </details>
  );
}

function AskedArea({ area, asked, lang }: { area: Area; asked: readonly Said[]; lang: string | undefined }) {
  const own = asked.filter(({ question }) => question.area === area);
  return (
    <li>
      <h3 class="small quiet">{areaNames[area]}</h3>
      <ol>
        {own.map(({ question, text }) => (
          <li key={question.id} class="gd-q">
            <span lang={lang}>{text || words.noText}</span>
            {question.why !== undefined && <span class="small quiet gd-tag">{words.preview.test}</span>}
          </li>
        ))}
      </ol>
    </li>
  );
}

/** The guide that the cycle calls them with, where it is another one than the one on screen; else empty. */
function calledWith({ cycle, respondent }: GuideModel, view: ReadyView): string {
  const choices = cycle.ground.value?.choices ?? new Map();
  const { family, current } = guideAmong(view.guides, respondent.who.value.language, choices);
  return family === view.guide.family ? '' : current.name;
}
