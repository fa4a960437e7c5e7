import type { Space } from '#core/ports/space.ts';

/** How things stand, without asking for anything. */
export async function spaceNow(): Promise<Space> {
  const storage = globalThis.navigator?.storage;
  const persisted = await answerOf(storage?.persisted?.());
  const estimate = await answerOf(storage?.estimate?.());
  return {
    kept: persisted === null ? 'unknown' : persisted ? 'kept' : 'mayBeCleared',
    used: estimate?.usage ?? null,
    allowed: estimate?.quota ?? null,
  };
}

/**
 * Asks the browser to keep the data until the user removes them. To be called when there is something worth keeping (a
 * first import, a first interview) and from the user's own click: Firefox shows a question, Chromium decides by itself,
 * Safari by whether the app is installed.
 */
export async function askToKeep(): Promise<Space> {
  await answerOf(globalThis.navigator?.storage?.persist?.());
  return spaceNow();
}

async function answerOf<T>(asked: Promise<T> | undefined): Promise<T | null> {
  try {
    return (await asked) ?? null;
  } catch {
    return null;
  }
}
