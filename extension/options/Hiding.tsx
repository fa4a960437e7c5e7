import type { StatusSource } from './ask.ts';
import { words } from './words.ts';

export function Hiding({ hidden, source }: { hidden: boolean; source: StatusSource }) {
  return (
    <section class="sect">
      <h2>{words.hiding}</h2>
      <p class="quiet">{hidden ? words.hidden : words.shown}</p>
      <button type="button" class="btn" onClick={() => void source.ask({ kind: 'hide', hidden: !hidden })}>
        {hidden ? words.show : words.hide}
      </button>
    </section>
  );
}
