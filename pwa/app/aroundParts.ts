export { PaletteOpen } from './PaletteOpen.tsx';
export { makeProgress } from './progress.ts';
export { Rail } from './Rail.tsx';
export { Sheet } from './Sheet.tsx';
export { TopBar } from './TopBar.tsx';
