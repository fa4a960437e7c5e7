import { signal } from '@preact/signals';
import type { CardReply, FromCard, ToContent } from '../background/messages.ts';

/** What the card page does: asks the background, and tells the page script its size and when to close. */
export type Page = ReturnType<typeof makePage>;

/** The card's state and the ways out of it. Facts come from the background alone, by the token behind the #. */
export function makePage() {
  const token = location.hash.slice(1);
  const reply = signal<CardReply | null>(null);
  const now = signal(Date.now());
  let asked: FromCard = { kind: 'card', token };

  const load = async () => {
    try {
      reply.value = ((await chrome.runtime.sendMessage(asked)) as CardReply | null) ?? { kind: 'gone' };
    } catch {
      reply.value = { kind: 'gone' };
    }
    now.value = Date.now();
  };
  const tell = async (message: ToContent) => {
    const tab = await chrome.tabs.getCurrent();
    // The page script may just have left its page; then there is nobody to tell.
    if (tab?.id !== undefined)
      await chrome.tabs.sendMessage(tab.id, message, { frameId: 0 }).catch(() => undefined);
  };

  chrome.runtime.onMessage.addListener((message: { kind?: string }, sender) => {
    if (sender.id === chrome.runtime.id && message?.kind === 'again') void load();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') void tell({ kind: 'close', token });
  });
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    void tell({ kind: 'size', token, height });
  }).observe(document.body);
  void load();

  return {
    reply,
    now,
    choose(index: number) {
      asked = { kind: 'choose', token, index };
      void load();
    },
    close: () => void tell({ kind: 'close', token }),
  };
}
