import { useEffect, useState } from 'preact/hooks';
import { Dialog } from '#core/browser/parts/Dialog.tsx';
import { depthOf } from './depth.ts';
import { useFrame } from './frame.ts';
import { openPalette } from './paletteOpen.ts';
import { BelowLine, LeadLine } from './Rail.tsx';
import { type Route, routes } from './routes.ts';
import { stages } from './stages.ts';
import { words } from './words.ts';

const line = routes.filter((r) => r.stage !== undefined);

/** The rail of a small screen: where you are and how deep, at the bottom; a tap raises the whole of it. */
export function Sheet({ route }: { route: Route | null }) {
  const [open, setOpen] = useState(false);
  const { progress, router } = useFrame();
  // a link inside closes the sheet on its way
  useEffect(() => router.place.subscribe(() => setOpen(false)), []);
  const depth = depthOf(
    progress.value,
    stages.filter((s) => line.some((r) => r.stage === s)),
  );
  const at = route ? line.indexOf(route) : -1;
  return (
    <>
      <nav class="sheet" aria-label={words.method}>
        <button type="button" class="sheet-b" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <span>
            <span class="strong">{route ? words.screens[route.screen] : words.app}</span>
            {at >= 0 && <span class="quiet"> {words.stageOf(at + 1, line.length)}</span>}
            <span class="vh">. {words.menu}</span>
          </span>
          <span class="knots" aria-hidden="true">
            {line.map((r, i) => (
              <i key={r.path} class={`${i > depth ? 'n' : ''}${i === at ? ' c' : ''}`} />
            ))}
          </span>
        </button>
      </nav>
      {open && (
        <Dialog title={words.menu} kind="sheet" onClose={() => setOpen(false)}>
          <div class="sheet-in">
            <LeadLine route={route} />
            <BelowLine route={route} />
            <button
              type="button"
              class="btn"
              onClick={() => {
                setOpen(false);
                openPalette();
              }}
            >
              {words.find}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
