import { useEffect } from 'preact/hooks';
import { around, fetchAround } from './around.ts';
import { paletteOpen as open } from './paletteOpen.ts';

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
      // On the first page it is not there yet; without a network it stays shut.
      fetchAround().catch(() => {
        open.value = false;
      });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const parts = around.value;
  const close = () => {
    open.value = false;
  };
  return parts && open.value ? <parts.PaletteOpen onClose={close} /> : null;
}
