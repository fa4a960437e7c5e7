/** A selection inside one turn, in characters of its text. */
export interface Picked {
  turn: number;
  from: number;
  to: number;
}

const turnAround = (node: Node | null): HTMLElement | null => {
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  return element?.closest<HTMLElement>('[data-turn]') ?? null;
};

/** Characters of a turn's text before a boundary point of a range. */
function charactersBefore(turn: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(turn, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** What is selected in the reader; one that reaches over several turns counts up to the end of the first. Null for none. */
export function pickedIn(reader: Element): Picked | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!reader.contains(range.commonAncestorContainer)) return null;
  const turn = turnAround(range.startContainer) ?? firstTurnIn(reader, range);
  if (!turn) return null;
  const starts = turn.contains(range.startContainer);
  const ends = turn.contains(range.endContainer);
  const from = starts ? charactersBefore(turn, range.startContainer, range.startOffset) : 0;
  const to = ends
    ? charactersBefore(turn, range.endContainer, range.endOffset)
    : (turn.textContent ?? '').length;
  return to > from ? { turn: Number(turn.dataset.turn), from, to } : null;
}

/** A selection that begins beside the words, on a name or a time. */
function firstTurnIn(reader: Element, range: Range): HTMLElement | null {
  return (
    [...reader.querySelectorAll<HTMLElement>('[data-turn]')].find((turn) => range.intersectsNode(turn)) ??
    null
  );
}

/** Selects these characters as the mouse would, unless they are. */
export function selectIn(reader: Element, picked: Picked): void {
  const now = pickedIn(reader);
  if (now && now.turn === picked.turn && now.from === picked.from && now.to === picked.to) return;
  const turn = reader.querySelector(`[data-turn="${picked.turn}"]`);
  const [start, end] = turn ? [pointAt(turn, picked.from), pointAt(turn, picked.to)] : [null, null];
  if (start && end) document.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
}

function pointAt(turn: Element, at: number): { node: Node; offset: number } | null {
  const walker = document.createTreeWalker(turn, NodeFilter.SHOW_TEXT);
  let left = at;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) return { node, offset: left };
    left -= length;
  }
  return null;
}

/** Scrolls so that what is selected, or a turn, lies in the middle part of the window and never under the bar. */
export function bringIntoSight(box: DOMRect, bar: number): void {
  const low = innerHeight - bar - 24;
  const high = 72;
  if (box.bottom > low) scrollBy({ top: Math.min(box.bottom - low, box.top - high), behavior: 'instant' });
  else if (box.top < high) scrollBy({ top: box.top - high, behavior: 'instant' });
}
