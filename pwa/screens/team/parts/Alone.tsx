import { NextBar } from '#core/browser/parts/NextBar.tsx';
import type { TeamModel } from '../model.ts';
import { words } from '../words.ts';
import { KeyField } from './KeyField.tsx';
import { YouPart } from './YouPart.tsx';

/** A workspace that lives in this browser alone, and the way to share it. */
export function Alone({ model }: { model: TeamModel }) {
  const sharing = model.sharing.value;
  // The server has it from before, perhaps from another browser: only new invitations can let this one in.
  const renews = sharing.kind === 'refused' && sharing.why.kind === 'exists';
  return (
    <>
      <main class="page team">
        <div class="head">
          <h1>{words.alone.title}</h1>
          <p class="lede">{words.alone.lede}</p>
        </div>
        <section class="tm-part">
          <h2>{words.share.title}</h2>
          <form
            id="share"
            onSubmit={(event) => {
              event.preventDefault();
              void model.share(renews);
            }}
          >
            <KeyField model={model} />
          </form>
        </section>
        <YouPart />
      </main>
      <NextBar
        action={
          <button
            type="submit"
            form="share"
            class="btn do"
            aria-disabled={sharing.kind === 'doing' || undefined}
          >
            {sharing.kind === 'doing' ? words.share.doing : renews ? words.renew.act : words.share.act}
          </button>
        }
      >
        {renews ? words.renew.text : words.share.next}
      </NextBar>
    </>
  );
}
