import { areas } from '#core/guide/index.ts';
import type { CallModel } from './model.ts';

/**
 * Keys that work anywhere on the call screen. Chosen for what browsers and systems leave alone: Alt with digits switches
 * tabs on Linux, Ctrl with digits elsewhere, Option types signs on a Mac, AltGr counts as Ctrl Alt; Ctrl Shift with
 * digits and the page keys in a one-line field are free.
 */
export function callKey(event: KeyboardEvent, model: CallModel): boolean {
  if (composes(event) || event.altKey) return false;
  if (model.step.peek() === 'ask' && questionKey(event, model)) return true;
  if (event.ctrlKey && event.shiftKey && event.code === 'Space') {
    if (model.holder.peek()) model.takeOver();
    else model.pause();
    return true;
  }
  return (event.ctrlKey || event.metaKey) && undoKey(event, model);
}

/** What an input method takes for itself. Safari ends the composition before the Enter that ends it, which only has the code 229. */
const composes = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/** From question to question: only while one is on screen. */
function questionKey(event: KeyboardEvent, model: CallModel): boolean {
  const ctrl = event.ctrlKey || event.metaKey;
  const isPage = !ctrl && !event.shiftKey;
  // By place on the keyboard: with Shift held the character of a digit key differs from layout to layout.
  const area = areas[['Digit1', 'Digit2', 'Digit3', 'Digit4'].indexOf(event.code)];
  if (ctrl && event.key === 'Enter') event.shiftKey ? model.previous() : model.next();
  else if (isPage && event.key === 'PageDown') model.next();
  else if (isPage && event.key === 'PageUp') model.previous();
  else if (event.ctrlKey && event.shiftKey && area) model.toArea(area);
  else return false;
  return true;
}

/** Only over an empty line: with something typed in it the keys belong to the text. */
function undoKey(event: KeyboardEvent, model: CallModel): boolean {
  const key = event.key.toLowerCase();
  if ((key !== 'z' && key !== 'y') || model.line.now.peek() !== '') return false;
  if (key === 'y' || event.shiftKey) model.line.redo();
  else model.line.undo();
  return true;
}

/** Keys of the capture line itself. True when the key was used. */
export function lineKey(event: KeyboardEvent, model: CallModel): boolean {
  const { line } = model;
  if (composes(event) || event.ctrlKey || event.metaKey) return false;
  if (event.altKey) return noteKey(event, model);
  switch (event.key) {
    case 'Enter':
      if (!(event.shiftKey && line.split())) line.enter();
      return true;
    case 'Tab':
      return !event.shiftKey && (line.take() || model.suggested.take());
    case 'Escape':
      return line.dismiss() || line.leaveEdit();
    case 'ArrowUp':
      return beside(event, model, -1);
    case 'ArrowDown':
      return beside(event, model, 1);
    default:
      return false;
  }
}

/** Alt with an arrow is for the note that is edited: up and down among the others; with Shift into the one before. */
function noteKey(event: KeyboardEvent, { line }: CallModel): boolean {
  if (event.key === 'ArrowUp') return event.shiftKey ? line.join() : line.moveBeside(-1);
  return event.key === 'ArrowDown' && !event.shiftKey && line.moveBeside(1);
}

function beside(event: KeyboardEvent, { line }: CallModel, by: 1 | -1): boolean {
  if (event.shiftKey) return false;
  if (!line.offer.peek()) return line.editBeside(by);
  line.step(by);
  return true;
}

/** A letter typed while nothing that takes letters has the focus: it belongs to the capture line. */
export function typesText(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1 || event.key === ' ')
    return false;
  const at = document.activeElement;
  if (at?.closest('dialog, [role=dialog], [data-own-keys]')) return false;
  if (at instanceof HTMLInputElement) return at.type === 'radio' || at.type === 'checkbox';
  return !(at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement);
}
