/** What a question may name in braces: the score given, 0 to 10. */
export const placeholders = ['score'] as const;

/** Names in braces that stand for nothing: "{company}" would be read out as it is. */
export function unknownPlaceholders(text: string): string[] {
  const named = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? '');
  return [...new Set(named)].filter((name) => !placeholders.some((known) => known === name));
}
