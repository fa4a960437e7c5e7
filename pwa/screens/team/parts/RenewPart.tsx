import type { TeamModel } from '../model.ts';
import { words } from '../words.ts';
import { KeyField } from './KeyField.tsx';

/** New invitations in place of the old ones. */
export function RenewPart({ model, open }: { model: TeamModel; open: boolean }) {
  const isDoing = model.sharing.value.kind === 'doing';
  return (
    <section class="tm-part">
      <h2>{words.renew.title}</h2>
      <details open={open}>
        <summary>{words.renew.act}</summary>
        <p class="quiet">{words.renew.text}</p>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void model.share(true);
          }}
        >
          <KeyField model={model} />
          <div class="acts">
            <button type="submit" class="btn danger" aria-disabled={isDoing || undefined}>
              {isDoing ? words.renew.doing : words.renew.act}
            </button>
          </div>
        </form>
      </details>
    </section>
  );
}
