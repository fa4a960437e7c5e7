import { alternatives, closings, context, habits, outlook } from './voices/talk.ts';
import type { Said, Voice } from './voices/voice.ts';

/** Hands out what invented customers say, each sentence once. Undefined when a bank is empty. */
export interface Speech {
  said(voice: Voice): Said | undefined;
  noted(voice: Voice): string | undefined;
  wished(voice: Voice): string | undefined;
  comment(voice: Voice): string;
  context(): string;
  habit(): string;
  outlook(): string;
  alternative(): string;
  closing(): string | undefined;
}

/** Speech of which nothing has been said yet. */
export function makeSpeech(): Speech {
  const used = new Map<readonly unknown[], number>();
  const place = (bank: readonly unknown[]): number => {
    const at = used.get(bank) ?? 0;
    used.set(bank, at + 1);
    return at;
  };
  const once = <T>(bank: readonly T[]): T | undefined => bank[place(bank)];
  const round = (bank: readonly string[]): string => bank[place(bank) % bank.length] ?? '';
  return {
    said: (voice) => once(voice.said),
    noted: (voice) => once(voice.noted),
    wished: (voice) => once(voice.wished),
    comment: (voice) => round(voice.comments),
    context: () => round(context),
    habit: () => round(habits),
    outlook: () => round(outlook),
    alternative: () => round(alternatives),
    closing: () => once(closings),
  };
}
