/** The named parts of an address that fits a route's path, or null. `/call/:id` fits "/call/abc", not "/call". */
export function partsOf(path: string, pattern: string): Record<string, string> | null {
  const have = path.split('/').filter(Boolean);
  const want = pattern.split('/').filter(Boolean);
  if (have.length !== want.length) return null;
  const parts: Record<string, string> = {};
  for (const [i, name] of want.entries()) {
    const text = have[i] ?? '';
    if (name.startsWith(':')) parts[name.slice(1)] = decoded(text);
    else if (name !== text) return null;
  }
  return parts;
}

/** A stray % in a typed address is kept as it stands instead of throwing. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
