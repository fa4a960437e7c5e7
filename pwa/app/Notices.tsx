import { useEffect } from 'preact/hooks';
import { type Notice, useFrame } from './frame.ts';
import { words } from './words.ts';

/** Long enough to read twice. */
const stays = 6000;

/** What just happened, at the bottom, and the update that waits. Never takes the focus. */
export function Notices() {
  const { notices, update } = useFrame();
  const drop = (id: number) => {
    notices.value = notices.value.filter((n) => n.id !== id);
  };
  return (
    <div class="notices" role="status" aria-live="polite">
      {notices.value.map((n) => (
        <Line key={n.id} notice={n} drop={() => drop(n.id)} />
      ))}
      {update.value && (
        <p class="notice">
          <span>{words.newVersion}</span>
          <button type="button" class="btn txt" onClick={() => update.value?.()}>
            {words.reload}
          </button>
          <button
            type="button"
            class="btn txt"
            onClick={() => {
              update.value = null;
            }}
          >
            {words.later}
          </button>
        </p>
      )}
    </div>
  );
}

function Line({ notice, drop }: { notice: Notice; drop(): void }) {
  useEffect(() => {
    // one that can be acted on waits for whoever needs longer to reach it
    const timer = setTimeout(drop, notice.action ? 3 * stays : stays);
    return () => clearTimeout(timer);
  }, [notice.id]);
  return (
    <p class="notice">
      <span>{notice.text}</span>
      {notice.action && (
        <button
          type="button"
          class="btn txt"
          onClick={() => {
            drop();
            notice.action?.run();
          }}
        >
          {notice.action.name}
        </button>
      )}
    </p>
  );
}
