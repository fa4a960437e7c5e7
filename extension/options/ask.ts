import { signal } from '@preact/signals';
import type { FromOwnPages, Status } from '../background/messages.ts';

/** What the background says, kept fresh: asked at once, after every wish, and when the background calls. */
export function makeStatus(tab?: number) {
  const status = signal<Status | null>(null);
  const now = signal(Date.now());
  const ask = async (message: FromOwnPages) => {
    status.value = ((await chrome.runtime.sendMessage(message)) as Status | null) ?? status.value;
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
