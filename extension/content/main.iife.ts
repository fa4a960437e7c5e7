import { ask, isExtensionHere, onMessage } from './background.ts';
import { drawHandle, type Handle } from './handle.ts';
import { eachVisit } from './lifetime.ts';
import { type Found, watchPage } from './watch.ts';

/** The page script: says who is on the page, draws the handle, and knows nothing about anybody. */
const patience = 1_000;
let before: readonly string[] = [];
const whole = eachVisit((visit, moved) => {
  let showing: { end: AbortController; handle: Handle } | null = null;
  let last: Found | null = null;
  // Answers that come after the page moved on carry an earlier number and are thrown away.
  let turn = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const clear = () => {
    turn++;
    clearTimeout(retry);
    showing?.end.abort();
    showing = null;
  };
  const show = (token: string, several: boolean) => {
    if (showing?.handle.token === token) return;
    clear();
    const end = new AbortController();
    showing = { end, handle: drawHandle(end.signal, token, several) };
  };
  const look = async (found: Found) => {
    last = found;
    const mine = ++turn;
    const answer = await ask({ kind: 'evidence', ...found, emails: [...found.emails] });
    if (answer?.kind === 'leave') return whole.abort();
    if (visit.aborted || mine !== turn) return;
    // No answer is no news: the worker was just replaced, or is busy. What stands there is asked for once more.
    if (!answer) retry = setTimeout(() => void look(found), patience);
    else if (answer.kind === 'someone') show(answer.token, answer.several);
    else clear();
  };
  watchPage(visit, moved ? before : [], {
    onGone() {
      clear();
      if (!isExtensionHere()) whole.abort();
    },
    onFound: (found) => void look(found),
  });
  onMessage(visit, (message) => {
    if (message.kind === 'again') {
      if (last) void look(last);
    } else if (message.token === showing?.handle.token) {
      if (message.kind === 'size') showing.handle.resize(message.height);
      else showing.handle.close();
    }
  });
  visit.addEventListener('abort', () => {
    if (last) before = last.emails;
    clear();
  });
});
