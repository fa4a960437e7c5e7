import { signal } from '@preact/signals';
import type { FromOwnPages, Status } from '../background/messages.ts';

/** Attempts to reach the background: it may be ended by the browser while it answers, and the next message starts it. */
const attempts = 4;

/** What the background says, kept fresh: asked at once, after every wish, and when the background calls. */
export function makeStatus(tab?: number) {
  const status = signal<Status | null>(null);
  const now = signal(Date.now());
  const ask = async (message: FromOwnPages) => {
    status.value = (await answerTo(message)) ?? status.value;
    now.value = Date.now();
  };
  const refresh = () => ask({ kind: 'status', tab });
  chrome.runtime.onMessage.addListener((message: { kind?: string }, sender) => {
    if (sender.id === chrome.runtime.id && message?.kind === 'again') void refresh();
  });
  setInterval(() => {
    now.value = Date.now();
    const code = status.value?.code;
    if (code && now.value >= code.until) void refresh();
  }, 1_000);
  void refresh();
  return { status, now, ask, refresh };
}
export type StatusSource = ReturnType<typeof makeStatus>;

/**
 * The background's answer, or null when it gives none: what is shown then stays as it was. Asked again when it went away
 * without one; every wish may be made twice.
 */
async function answerTo(message: FromOwnPages): Promise<Status | null> {
  for (let left = attempts; left > 0; left--) {
    try {
      return (await chrome.runtime.sendMessage(message)) as Status | null;
    } catch {
      // "The message port closed before a response was received": the worker was stopped.
    }
  }
  return null;
}
