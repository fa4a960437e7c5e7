import { signal } from '@preact/signals';

/** Whether the palette is up. */
export const paletteOpen = signal(false);
export const openPalette = () => {
  paletteOpen.value = true;
};
