import { wholeOf } from '#core/browser/parts/figures.ts';
import { Brand } from '#core/browser/parts/marks.tsx';
import { depthOf } from './depth.ts';
import { useFrame } from './frame.ts';
import { type Route, routes } from './routes.ts';
import { stages } from './stages.ts';
import { words } from './words.ts';

const line = routes.filter((r) => r.stage !== undefined);
const below = routes.filter((r) => r.below);

/** The method as a lead line: solid as far as you have sounded, dotted below. */
export function LeadLine({ route }: { route: Route | null }) {
  const { progress } = useFrame();
  const shown = stages.filter((s) => line.some((r) => r.stage === s));
  const depth = depthOf(progress.value, shown);
  return (
    <ol class="lead-line">
      {line.map((r, i) => {
        const name = words.screens[r.screen];
        const mark = r.stage && progress.value[r.stage];
        const now = r === route || r.stage === route?.under;
        const state = [i <= depth ? 'done' : 'todo', i < depth ? 'deeper' : '', now ? 'now' : ''];
        return (
          <li key={r.path} class={state.join(' ')}>
            <a
              href={r.path}
              aria-current={now ? 'page' : undefined}
              title={mark?.shown ? `${name}: ${wholeOf(mark.count)} ${mark.unit}` : name}
            >
              <span class="name">{name}</span>
              {mark && (
                <small>
                  {wholeOf(mark.count)}
                  {mark.shown && <span aria-hidden="true"> {mark.shown}</span>}
                  <span class="vh"> {mark.unit}</span>
                </small>
              )}
            </a>
          </li>
        );
      })}
    </ol>
  );
}

export function BelowLine({ route }: { route: Route | null }) {
  return (
    <ul class="etc">
      {below.map((r) => (
        <li key={r.path} class={r === route ? 'now' : ''}>
          <a href={r.path} aria-current={r === route ? 'page' : undefined} title={words.screens[r.screen]}>
            <span class="name">{words.screens[r.screen]}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

export function Rail({ route }: { route: Route | null }) {
  return (
    <nav class="rail" aria-label={words.method}>
      <a class="brand-link" href="/survey" aria-label={words.app}>
        <Brand />
      </a>
      <LeadLine route={route} />
      <BelowLine route={route} />
    </nav>
  );
}
