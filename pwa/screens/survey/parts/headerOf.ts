import type { ColumnProfile } from '#core/waves/index.ts';
import { words } from '../words.ts';

/** A column's name for the eye; a place where it has none. */
export const headerOf = (column: Pick<ColumnProfile, 'header' | 'index'>): string =>
  column.header.trim() || words.columns.unnamed(column.index);
