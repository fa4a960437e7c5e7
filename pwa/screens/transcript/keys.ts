import type { TranscriptModel } from './model.ts';
import { besideWord, extended, type Span } from './wordSteps.ts';

/** What a key in the reader asks of the screen beside the model. */
export interface ReaderKeys {
  /** The turn the keys work in. */
  turn: number;
  toTurn(turn: number): void;
  /** Tags with the theme of a number, 0 to 8; -1 keeps without one. */
  tag(index: number): void;
  /** To the field that takes a theme's name. */
  more(): void;
  undo(): void;
}

/** Keys of the reader; true when the key was used. */
export function readerKey(event: KeyboardEvent, model: TranscriptModel, to: ReaderKeys): boolean {
  if (event.isComposing) return false;
  const place = model.place.peek();
  // On many keyboards it takes Alt, or Alt and Ctrl, to type it.
  if (event.key === '#') {
    if (place) to.more();
    return place !== null;
  }
  if (event.altKey) return false;
  if (event.ctrlKey || event.metaKey) {
    if (event.key.toLowerCase() !== 'z' || event.shiftKey) return false;
    to.undo();
    return true;
  }
  if (/^[1-9]$/.test(event.key) && place) {
    to.tag(Number(event.key) - 1);
    return true;
  }
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp':
      to.toTurn(to.turn + (event.key === 'ArrowDown' ? 1 : -1));
      return true;
    case 'ArrowRight':
      return move(model, to.turn, event.shiftKey ? 'longer' : 'next');
    case 'ArrowLeft':
      return move(model, to.turn, event.shiftKey ? 'shorter' : 'before');
    case 'Enter':
      if (place) to.tag(-1);
      return place !== null;
    case 'Escape':
      model.clear();
      return place !== null;
    default:
      return false;
  }
}

function move(model: TranscriptModel, turn: number, how: 'next' | 'before' | 'longer' | 'shorter'): boolean {
  const text = model.shown.peek()?.turns?.[turn]?.text;
  if (text === undefined) return false;
  const place = model.place.peek();
  const now: Span | null = place?.turn === turn ? place : null;
  const by = how === 'next' || how === 'longer' ? 1 : -1;
  const span = how === 'next' || how === 'before' ? besideWord(text, now, by) : extended(text, now, by);
  if (span) model.select(turn, span.from, span.to);
  return true;
}
