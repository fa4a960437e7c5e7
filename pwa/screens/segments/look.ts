import {
  type MapOrder,
  type SegmentView,
  segmentView,
  shownDimension,
  shownValue,
} from '#core/segments/index.ts';
import type { Row } from './rows.ts';

/** How the map is looked at: what a saved view holds beside its name. */
export type Look = Pick<SegmentView, 'only' | 'cross' | 'tells' | 'order' | 'search' | 'hidden'>;

/** The map as it first stands. */
export const plainLook: Look = {
  only: '',
  cross: null,
  tells: 'level',
  order: 'lowest' satisfies MapOrder,
  search: '',
  hidden: [],
};

/** The look of a saved view. */
export const lookOf = ({ only, cross, tells, order, search, hidden }: SegmentView): Look => ({
  only,
  cross,
  tells,
  order,
  search,
  hidden,
});

/** A look that was kept as text; the plain one where it is none. */
export function lookFrom(text: string): Look {
  try {
    const fields: unknown = JSON.parse(text);
    if (typeof fields !== 'object' || fields === null) return plainLook;
    const parsed = segmentView.parse('last', { ...(fields as Record<string, never>), name: 'last' });
    return parsed.ok ? lookOf(parsed.value) : plainLook;
  } catch {
    return plainLook;
  }
}

/** Whether two looks show the same. */
export const sameLook = (a: Look, b: Look): boolean =>
  JSON.stringify([a.only, a.cross, a.tells, a.order, a.search, a.hidden]) ===
  JSON.stringify([b.only, b.cross, b.tells, b.order, b.search, b.hidden]);

/** Whether a value is hidden. */
export function isHidden({ hidden }: Look, dimension: string, value: string): boolean {
  return hidden.some(([d, v]) => d === dimension && v === value);
}

/** Whether a row is on screen under this look. A filter changes no label: tests were corrected before. */
export function isShown(look: Look, { segment }: Row): boolean {
  const parts = segment.crossed ?? [segment];
  if (parts.some((part) => isHidden(look, part.dimension, part.value))) return false;
  if (!look.cross && look.only !== '' && !parts.some(({ dimension }) => dimension === look.only))
    return false;
  const wanted = look.search.trim().toLowerCase();
  return (
    wanted === '' ||
    parts.some((p) =>
      [shownValue(p.value), shownDimension(p.dimension)].some((text) => text.toLowerCase().includes(wanted)),
    )
  );
}
