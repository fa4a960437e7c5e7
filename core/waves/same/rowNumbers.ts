/** Below so many ids, small numbers may well be customers. */
const enough = 20;
/** So much of 1 to the highest is taken by numbers that count answers; customers who answered leave far more out. */
const dense = 0.8;

/**
 * Whether ids only number the answers of a file, 1 to about as many as there are, in any order: then an id of one survey
 * says nothing of who has it in another.
 */
export function areRowNumbers(ids: readonly string[]): boolean {
  if (ids.length < enough) return false;
  let most = 0;
  for (const id of ids) {
    if (!/^[1-9]\d*$/.test(id)) return false;
    most = Math.max(most, Number(id));
  }
  return new Set(ids).size / most >= dense;
}
