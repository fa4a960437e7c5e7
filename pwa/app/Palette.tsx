import { signal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Command } from './deps.ts';
import { type Frame, useFrame } from './frame.ts';
import { routes } from './routes.ts';
import { foundIn } from './search.ts';
import { words } from './words.ts';

const open = signal(false);
export const openPalette = () => {
  open.value = true;
};

/** Ctrl or Cmd K, from anywhere, does everything by name. */
export function Palette() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.ctrlKey || event.metaKey) ||
        event.shiftKey ||
        event.altKey
      )
        return;
      event.preventDefault();
      open.value = !open.value;
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return open.value ? <PaletteOpen /> : null;
}

/** What the screen offers first, then screens, cycles and what the app itself can do. */
function commandsOf({ deps, offered, update }: Frame): Command[] {
  const screens = routes
    .filter((r) => (r.stage || r.below || r.under) && !r.path.includes(':'))
    .map((r) => ({ name: words.screens[r.screen], keys: words.kinds.screen, run: () => deps.go(r.path) }));
  const cycles = deps.state.cycles.value
    .filter((c) => c.id !== deps.state.cycle.value)
    .map((c) => ({
      name: words.switchTo(c.name),
      keys: words.kinds.cycle,
      run: () => {
        deps.state.cycle.value = c.id;
      },
    }));
  const newer = update.value;
  const own = [
    ...(newer ? [{ name: words.reloadNewer, run: newer }] : []),
    { name: words.newWave, run: () => deps.go('/survey?new') },
  ];
  return [...offered.value, ...screens, ...cycles, ...own];
}

/** Segments and people, fetched and read only once the palette is open. */
function useEntries({ deps }: Frame): readonly Command[] {
  const [entries, setEntries] = useState<readonly Command[]>([]);
  useEffect(() => {
    let gone = false;
    const read = async () => {
      const { entriesOf } = await import('./entries.ts');
      const found = await entriesOf(deps);
      if (!gone) setEntries(found);
    };
    // without them the palette still does everything else
    read().catch(() => {});
    return () => {
      gone = true;
    };
  }, [deps]);
  return entries;
}

function PaletteOpen() {
  const frame = useFrame();
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  // before the next key can arrive: what is typed right after Ctrl K belongs to the palette
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const entries = useEntries(frame);
  const found = foundIn(commandsOf(frame), entries, typed);
  const close = () => {
    open.value = false;
  };
  const run = (command: Command | undefined) => {
    if (!command) return;
    dialog.current?.close();
    close();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(found.length ? (at + 1) % found.length : 0);
    else if (event.key === 'ArrowUp') setAt(found.length ? (at + found.length - 1) % found.length : 0);
    else if (event.key === 'Enter') run(found[at]);
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      class="dialog palette"
      aria-label={words.find}
      onClose={close}
      onPointerDown={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <div class="dialog-in">
        <input
          class="palette-in"
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={found.length ? `${id}-${at}` : undefined}
          aria-label={words.findHint}
          placeholder={words.findHint}
          autocomplete="off"
          spellcheck={false}
          autofocus
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <div class="palette-list" role="listbox" id={`${id}-list`} aria-label={words.find} ref={list}>
          {found.map((command, i) => (
            <button
              type="button"
              tabIndex={-1}
              key={`${i} ${command.name}`}
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === at}
              onPointerMove={() => setAt(i)}
              onClick={() => run(command)}
            >
              <span>{command.name}</span>
              {command.keys && <span class="quiet small">{command.keys}</span>}
            </button>
          ))}
        </div>
        {found.length === 0 && <p class="quiet palette-none">{words.findNothing(typed)}</p>}
      </div>
    </dialog>
  );
}
