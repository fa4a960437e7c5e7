import { useEffect, useRef, useState } from 'preact/hooks';
import { ThemeName } from '#core/browser/parts/marks.tsx';
import { NextBar } from '#core/browser/parts/NextBar.tsx';
import { categoryNames, type Measure, namesRival, type Rival } from '#core/themes/index.ts';
import type { ThemesModel } from '../model.ts';
import type { Page } from '../page.ts';
import { ownerText, themeFinding, words } from '../words.ts';
import { Steps } from './HistoryDialog.tsx';
import { MeasureDialog } from './MeasureDialog.tsx';
import { Measures } from './Measures.tsx';
import { Mention } from './Mention.tsx';
import { Merged } from './Merged.tsx';
import { RivalDialog } from './RivalDialog.tsx';
import { Rivals } from './Rivals.tsx';
import type { Hands } from './useHands.ts';

/** Notes shown before somebody asks for all. */
const firstShown = 12;

/** All of one theme: what it means and who answers for it, what was said, figures, competitors, what was done to it. */
export function ThemePage({ page, model, hands }: { page: Page; model: ThemesModel; hands: Hands }) {
  const { row, mentions, steps } = page;
  const { theme } = row;
  const heading = useRef<HTMLHeadingElement>(null);
  const [all, setAll] = useState(false);
  const [measure, setMeasure] = useState<Measure | 'new' | null>(null);
  const [rival, setRival] = useState<Rival | 'new' | null>(null);
  useEffect(() => heading.current?.focus(), [theme.id]);
  const shown = all ? mentions : mentions.slice(0, firstShown);
  const raising = new Set(mentions.map((m) => m.interview));
  const calls = model.facts.value.filter(
    (f) => raising.has(f.interview) || (rival && rival !== 'new' && namesRival(f, rival.id)),
  );
  return (
    <>
      <main class="page">
        <p class="thm-back">
          <a href="/themes">{words.page.back}</a>
          {row.path.length > 0 && <span class="quiet"> / {row.path.join(' / ')}</span>}
        </p>
        <div class="head">
          <h1 ref={heading} tabIndex={-1}>
            {themeFinding(row)}
          </h1>
          <p class="lede">{theme.definition || words.undefined}</p>
        </div>
        {theme.takenBack ? (
          <p class="callout">{words.page.takenBack}</p>
        ) : (
          theme.retired && <p class="callout">{words.page.retired}</p>
        )}
        <div class="thm-acts">
          {theme.retired || theme.takenBack ? (
            <button type="button" class="btn" onClick={() => hands.restore(row)}>
              {words.restore}
            </button>
          ) : (
            <>
              <button type="button" class="btn" onClick={() => hands.ask({ kind: 'edit', row })}>
                {words.edit}
              </button>
              <button type="button" class="btn" onClick={() => hands.ask({ kind: 'split', row })}>
                {words.split}
              </button>
              <button type="button" class="btn" onClick={() => hands.ask({ kind: 'merge', themes: [theme] })}>
                {words.merge}
              </button>
              <button type="button" class="btn" onClick={() => hands.ask({ kind: 'nest', themes: [theme] })}>
                {words.nest}
              </button>
              <button type="button" class="btn txt" onClick={() => hands.retire([theme])}>
                {words.retire}
              </button>
            </>
          )}
        </div>
        <About page={page} hands={hands} />
        <section class="sect">
          <div class="sect-h">
            <h2>{words.page.said}</h2>
          </div>
          {mentions.length === 0 && <p class="quiet">{words.page.noneSaid}</p>}
          <ul class="thm-mentions">
            {shown.map((m) => (
              <li key={m.key}>
                <Mention mention={m}>{m.theme !== theme.id && <Part id={m.theme} model={model} />}</Mention>
                <a class="small" href={`/call/${m.interview}`}>
                  {words.page.openCall}
                </a>
              </li>
            ))}
          </ul>
          {shown.length < mentions.length && (
            <button type="button" class="btn txt" onClick={() => setAll(true)}>
              {words.page.showAll(mentions.length)}
            </button>
          )}
        </section>
        <Measures of={theme.name} measures={page.measures} onEdit={setMeasure} />
        <Rivals rivals={page.rivals} onEdit={setRival} />
        {steps.length > 0 && (
          <section class="sect">
            <div class="sect-h">
              <h2>{words.page.changes}</h2>
            </div>
            <Steps model={model} steps={steps} hands={hands} />
          </section>
        )}
      </main>
      <NextBar
        action={
          <a class="btn do" href={row.calls > 0 ? '/drivers' : '/interviews'}>
            {row.calls > 0 ? words.next.drivers : words.next.calls}
          </a>
        }
      >
        <span class="quiet">{row.calls > 0 ? words.next.raisedWhy : words.next.noneWhy}</span>
      </NextBar>
      {measure && (
        <MeasureDialog
          theme={theme.id}
          {...(measure !== 'new' && { measure })}
          hands={hands}
          onClose={() => setMeasure(null)}
        />
      )}
      {rival && (
        <RivalDialog
          theme={theme.id}
          {...(rival !== 'new' && { rival })}
          calls={calls}
          hands={hands}
          onClose={() => setRival(null)}
        />
      )}
    </>
  );
}

/** The part of the theme that a note is tagged with. */
function Part({ id, model }: { id: string; model: ThemesModel }) {
  const part = model.reading.value?.book.all.get(id);
  return part ? <ThemeName name={part.name} category={part.category} /> : null;
}

/** What stands in the record, as pairs. */
function About({ page: { row }, hands }: { page: Page; hands: Hands }) {
  const { theme, parts, merged, owner } = row;
  return (
    <dl class="pairs thm-about">
      <div>
        <dt>{words.page.category}</dt>
        <dd>
          <ThemeName name={categoryNames[theme.category]} category={theme.category} />
        </dd>
      </div>
      <div>
        <dt>{words.page.owner}</dt>
        <dd>{ownerText(owner)}</dd>
      </div>
      <div>
        <dt>{words.page.trigger}</dt>
        <dd class={theme.trigger ? '' : 'quiet'}>{theme.trigger || words.page.noTrigger}</dd>
      </div>
      {parts.length > 0 && (
        <div>
          <dt>{words.page.parts}</dt>
          <dd class="thm-parts">
            {parts.map((p) => (
              <a key={p.theme.id} href={`/themes?theme=${encodeURIComponent(p.theme.id)}`}>
                <ThemeName name={p.theme.name} category={p.theme.category} />
              </a>
            ))}
          </dd>
        </div>
      )}
      {merged.length > 0 && (
        <div>
          <dt>{words.page.merged}</dt>
          <dd class="thm-merged">
            <Merged themes={merged} hands={hands} />
          </dd>
        </div>
      )}
    </dl>
  );
}
