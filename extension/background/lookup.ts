import type { WorkspaceDatabase } from '#core/browser/database.ts';
import type { CardFacts } from '#core/ports/waves.ts';

/** Reads the shards that the app handed over. */
export function lookupIn(database: WorkspaceDatabase): {
  byEmail(email: string): Promise<CardFacts | null>;
} {
  return {
    async byEmail(email) {
      const row = await database.lookup.get(email);
      return row ? (JSON.parse(new TextDecoder().decode(row.bytes)) as CardFacts) : null;
    },
  };
}
