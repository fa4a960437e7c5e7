import { useEffect, useState } from 'preact/hooks';
import { offerOf } from '#core/exchange/index.ts';
import type { Copies } from '#core/ports/copies.ts';
import { useDeps } from '#pwa/app/deps.ts';
import type { Line } from './lines.ts';
import { offerWords as w } from './offerWords.ts';

const seenKey = 'copies-offered';

/** After the first interview that was held: a word about keeping a copy, once, and taken away with a click. */
export function CopyOffer({ lines }: { lines: readonly Line[] }) {
  const { openCopies, openBackup, memory, state, files, say } = useDeps();
  const [copies, setCopies] = useState<Copies | null>(null);
  const [seen, setSeen] = useState(memory.read(seenKey));
  useEffect(() => {
    let left = false;
    // Without it there is nothing to offer.
    openCopies?.().then(
      (opened) => !left && setCopies(opened),
      () => {},
    );
    return () => {
      left = true;
    };
  }, [openCopies]);
  const notes = lines.reduce((sum, line) => sum + line.notes, 0);
  const cycle = state.cycles.value.find(({ id }) => id === state.cycle.value);
  const offer =
    copies &&
    !cycle?.sample &&
    offerOf({
      folders: copies.state.kind,
      shared: state.sync.value.kind !== 'alone',
      held: lines.filter((line) => line.state === 'held').length,
      notes,
      seen: seen === '' ? null : Number(seen),
    });
  if (!copies || !offer) return null;
  const put = () => {
    memory.write(seenKey, String(notes));
    setSeen(String(notes));
  };
  const take = async () => {
    if (offer === 'folder') {
      if (await copies.choose()) say(w.chosen);
      else return;
    } else if (openBackup) {
      const file = await (await openBackup()).make(() => {});
      files.save(file.name, 'application/zip', file.bytes);
      if (file.leftOut) return say(w.partial);
    }
    put();
  };
  return (
    <aside class="callout int-copy" aria-label={w.label}>
      <p>{w.text[offer]}</p>
      <div class="acts">
        <button type="button" class="btn s" onClick={() => take().catch(() => say(w.failed))}>
          {w.take[offer]}
        </button>
        <button type="button" class="btn txt" onClick={put}>
          {w.later}
        </button>
      </div>
    </aside>
  );
}
