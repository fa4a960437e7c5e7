/** Does something once the next frame is on screen. Returns what calls it off. In a hidden page it waits for its return. */
export function afterPaint(work: () => void): () => void {
  let soon: ReturnType<typeof setTimeout> | undefined;
  // A timer set in a frame comes after its paint.
  const frame = requestAnimationFrame(() => {
    soon = setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(soon);
  };
}
