/** Domains as typed ("@Our.Example, other.example") in plain form; what is no domain is left out. */
export function ownDomainsOf(typed: readonly string[]): string[] {
  const plain = typed.map((text) =>
    text
      .trim()
      .toLowerCase()
      .replace(/^.*@/, '')
      .replace(/^\.+|\.+$/g, ''),
  );
  return [...new Set(plain.filter((text) => /^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/.test(text)))];
}
