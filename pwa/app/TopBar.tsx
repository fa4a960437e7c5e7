import { localeSpoken } from '#core/browser/parts/figures.ts';
import { Menu, type MenuItem } from '#core/browser/parts/Menu.tsx';
import { useFrame } from './frame.ts';
import { openPalette } from './paletteOpen.ts';
import { weekOf } from './weeks.ts';
import { saveWords, syncWords, words } from './words.ts';

const clock = (at: number) =>
  new Date(at).toLocaleTimeString(localeSpoken(), { hour: '2-digit', minute: '2-digit' });
const mac = /Mac|iP(hone|ad)/.test(navigator.userAgent);

export function TopBar() {
  return (
    <header class="top">
      <CycleSwitch />
      <button type="button" class="find hide-s" aria-keyshortcuts="Control+K Meta+K" onClick={openPalette}>
        {words.find} <kbd>{mac ? words.findKeysMac : words.findKeys}</kbd>
      </button>
      <SaveAndSync />
    </header>
  );
}

function CycleSwitch() {
  const { deps } = useFrame();
  const { cycles, cycle } = deps.state;
  const now = cycles.value.find((c) => c.id === cycle.value);
  if (!now)
    return (
      <a class="cyc" href="/survey">
        {words.noCycle}
      </a>
    );
  const week = weekOf(now.startsOn, deps.clock.now());
  const items: MenuItem[] = cycles.value.map((c) => ({
    name: c.name,
    note: c.sample ? words.inventedCycle : '',
    current: c.id === now.id,
    run: () => {
      cycle.value = c.id;
    },
  }));
  items.push({ name: words.newWave, run: () => deps.go('/survey?new') });
  return (
    <span class="cyc">
      <Menu
        name={`${words.cycle}: ${now.name}`}
        items={items}
        label={
          <>
            <b>{now.name}</b>
            <svg viewBox="0 0 10 6" aria-hidden="true">
              <path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" stroke-width="1.5" />
            </svg>
          </>
        }
      />
      {week > 0 && (
        <a class="quiet hide-s" href="/quarter">
          {words.week(week)}
        </a>
      )}
    </span>
  );
}

/** In words, truthfully; a dotted line stands before whatever is not at rest. */
function SaveAndSync() {
  const { state } = useFrame().deps;
  const save = state.save.value;
  const sync = state.sync.value;
  const calm = save.kind === 'saved' && (sync.kind === 'alone' || sync.kind === 'upToDate');
  return (
    <span class={calm ? 'state' : 'state open'} role="status">
      {saveWords(save)} {syncWords(sync, clock)}
    </span>
  );
}
