import { useSignal } from '@preact/signals';
import { around } from './around.ts';
import { DepsContext, ToolsContext } from './deps.ts';
import { type Frame, FrameContext } from './frame.ts';
import { Notices } from './Notices.tsx';
import { Outlet } from './Outlet.tsx';
import { Palette } from './Palette.tsx';
import type { Route } from './routes.ts';
import { Strips } from './Strips.tsx';
import { words } from './words.ts';

/** The frame follows the screen that is up, not the address: while the next one loads nothing flickers. */
export function App({ frame }: { frame: Frame }) {
  const route = useSignal<Route | null>(frame.router.route.peek());
  const bare = route.value?.bare;
  const parts = bare ? null : around.value;
  const outlet = (
    <div class="outlet" id="content" tabIndex={-1} key="outlet">
      <Outlet
        onRoute={(r) => {
          route.value = r;
        }}
      />
    </div>
  );
  return (
    <FrameContext.Provider value={frame}>
      <DepsContext.Provider value={frame.deps}>
        <ToolsContext.Provider value={frame.tools}>
          <a class="skip" href="#content">
            {words.skip}
          </a>
          <div class={bare ? 'bare' : 'app'}>
            {parts && <parts.Rail route={route.value} />}
            <div class="app-main">
              {parts && <parts.TopBar />}
              {bare !== 'window' && <Strips trouble={bare !== undefined} />}
              {outlet}
              {parts && <parts.Sheet route={route.value} />}
            </div>
          </div>
          <Palette />
          <Notices />
        </ToolsContext.Provider>
      </DepsContext.Provider>
    </FrameContext.Provider>
  );
}
