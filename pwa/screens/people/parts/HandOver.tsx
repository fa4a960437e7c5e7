import { useEffect, useState } from 'preact/hooks';
import { Dialog } from '#core/browser/parts/Dialog.tsx';
import { useDeps } from '#pwa/app/deps.ts';
import { dialogWords } from '../dialogWords.ts';
import type { RosterModel } from '../roster.ts';
import type { Line } from '../rosterLines.ts';
import { refusalText, rosterWords } from '../rosterWords.ts';

/** A call goes to a colleague: whoever is known in this workspace. */
export function HandOver({ model, line, onClose }: { model: RosterModel; line: Line; onClose(): void }) {
  const deps = useDeps();
  const { entry } = line;
  const name = entry.name || rosterWords.unnamed;
  // whoever cannot be looked up is not offered; those with claimed calls are there already
  useEffect(() => void model.meetColleagues().catch(() => {}), [model]);
  const others = model.colleagues.value.filter((c) => c.id !== entry.claimedBy);
  const [to, setTo] = useState(others.length === 1 ? (others[0]?.id ?? '') : '');
  const chosen = others.find((c) => c.id === to);
  const give = async () => {
    if (!chosen) return;
    const refused = await model.handOver(entry, chosen);
    onClose();
    deps.say(
      refused ? refusalText(refused) : dialogWords.hand.done(name, chosen.name || rosterWords.colleague),
    );
  };
  return (
    <Dialog
      title={dialogWords.hand.title(name)}
      onClose={onClose}
      actions={
        others.length > 0 && (
          <button
            type="button"
            class="btn do"
            aria-disabled={!chosen || undefined}
            onClick={() => void give()}
          >
            {chosen ? dialogWords.hand.save(chosen.name || rosterWords.colleague) : dialogWords.hand.choose}
          </button>
        )
      }
    >
      {others.length === 0 ? (
        <p class="quiet">{dialogWords.hand.nobody}</p>
      ) : (
        <fieldset class="ppl-radios">
          <legend class="vh">{dialogWords.hand.to}</legend>
          {others.map((c) => (
            <label class="check" key={c.id}>
              <input type="radio" name="colleague" checked={to === c.id} onChange={() => setTo(c.id)} />
              {c.name || rosterWords.colleague}
            </label>
          ))}
        </fieldset>
      )}
    </Dialog>
  );
}
