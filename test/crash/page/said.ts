/** What a page tells the harness, as JSON through the `tell` binding. */
export type Said =
  /** After loading: what the disk held. */
  | { kind: 'ready'; notes: Record<string, string>; draft: string; faults: number; openedIn: number }
  /** The page now shows that everything is saved, these notes included. */
  | { kind: 'saved'; notes: string[] }
  /** The unfinished line is on disk. */
  | { kind: 'draft'; line: string };

/** Tells the harness; does nothing where nobody listens. */
export function say(said: Said): void {
  const tell = (globalThis as { tell?: (text: string) => void }).tell;
  tell?.(JSON.stringify(said));
}

/** The page's own elements. */
export function elements(): { state: HTMLElement; notes: HTMLElement; line: HTMLInputElement } {
  const [state, notes, line] = ['state', 'notes', 'line'].map((id) => document.getElementById(id));
  if (!state || !notes || !(line instanceof HTMLInputElement)) throw new Error('the page is not whole');
  return { state, notes, line };
}

/** Puts a note in the list. */
export function show(list: HTMLElement, text: string): void {
  const item = document.createElement('li');
  item.textContent = text;
  list.append(item);
}
