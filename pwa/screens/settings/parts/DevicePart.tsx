import { useEffect, useState } from 'preact/hooks';
import type { Space } from '#core/ports/space.ts';
import { useDeps, useTools } from '#pwa/app/deps.ts';
import { words } from '../words.ts';

const w = words.device;

/** Whether the work here is safe from the browser's own tidying, and how much room there is. */
export function DevicePart() {
  const { say } = useDeps();
  const { device } = useTools();
  const [space, setSpace] = useState<Space | null>(null);
  useEffect(() => {
    let here = true;
    void device.space().then((s) => here && setSpace(s));
    return () => {
      here = false;
    };
  }, []);
  const ask = async () => {
    const now = await device.askToKeep();
    setSpace(now);
    say(now.kept === 'kept' ? w.agreed : w.refused);
  };
  return (
    <section class="set">
      <h2>{w.title}</h2>
      <div>
        {space && (
          <p>
            {w[space.kept]} <span class="quiet num">{w.room(space)}</span>
          </p>
        )}
        {space && space.kept !== 'kept' && (
          <div class="acts">
            <button type="button" class="btn" onClick={() => void ask()}>
              {w.ask}
            </button>
          </div>
        )}
      </div>
    </section>
  );
}
