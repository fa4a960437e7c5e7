import { useEffect, useState } from 'preact/hooks';
import type { Space } from '#core/ports/space.ts';
import { useDeps, useTools } from '#pwa/app/deps.ts';
import { words } from '../words.ts';

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
    say(now.kept === 'kept' ? words.device.agreed : words.device.refused);
  };
  return (
    <section class="set">
      <h2>{words.device.title}</h2>
      <div>
        {space && (
          <p>
            {words.device[space.kept]} <span class="quiet num">{words.device.room(space)}</span>
          </p>
        )}
        {space && space.kept !== 'kept' && (
          <div class="acts">
            <button type="button" class="btn" onClick={() => void ask()}>
              {words.device.ask}
            </button>
          </div>
        )}
      </div>
    </section>
  );
}
