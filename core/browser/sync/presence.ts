import type { DocName } from '#core/model/docName.ts';
import type { Attendance, Here, PresenceLink, Present } from '#core/ports/presence.ts';

/** A document as the server knows it now; another object after every new connection. */
export interface SpeakingDoc {
  /** False while it is not admitted. */
  say(text: string): boolean;
}

interface Attended {
  /** Null once nobody here attends any more. */
  here: Here | null;
  others: readonly Present[];
  listeners: Set<() => void>;
  /** How many attend it in this window. */
  holders: number;
  sent: { on: SpeakingDoc; text: string } | null;
}

/** Who else is in the documents that are attended: what to say is kept until there is somebody to say it to. */
export class PresenceDesk implements PresenceLink {
  readonly #attended = new Map<string, Attended>();
  #docOf: (name: string) => SpeakingDoc | null = () => null;

  attend(name: DocName): Attendance {
    const own = this.#attended.get(name) ?? {
      here: null,
      others: [],
      listeners: new Set(),
      holders: 0,
      sent: null,
    };
    own.holders++;
    this.#attended.set(name, own);
    let left = false;
    return {
      get others() {
        return own.others;
      },
      watch(onChange) {
        own.listeners.add(onChange);
        return () => own.listeners.delete(onChange);
      },
      say: (here) => {
        if (left) return;
        own.here = here;
        this.attached(name);
      },
      leave: () => {
        if (left) return;
        left = true;
        own.holders--;
        if (own.holders > 0) return;
        own.here = null;
        this.attached(name);
        this.#attended.delete(name);
      },
    };
  }

  /** Documents are reached this way from now on. */
  speakThrough(docOf: (name: string) => SpeakingDoc | null): void {
    this.#docOf = docOf;
  }

  /** A document is admitted, or there is something new to say in it. */
  attached(name: string): void {
    const own = this.#attended.get(name);
    const on = own && this.#docOf(name);
    if (!own || !on) return;
    const text = JSON.stringify({ here: own.here });
    if (own.sent?.on === on && own.sent.text === text) return;
    if (own.here === null && own.sent?.on !== on) return;
    if (on.say(text)) own.sent = { on, text };
  }

  /** The server said who else is there. */
  heard(name: string, others: readonly Present[]): void {
    const own = this.#attended.get(name);
    if (own) this.#set(own, others);
  }

  /** The connection is gone: who is there is not known any more. */
  gone(): void {
    for (const own of this.#attended.values()) this.#set(own, []);
  }

  #set(own: Attended, others: readonly Present[]): void {
    if (own.others.length === 0 && others.length === 0) return;
    own.others = others;
    for (const tell of own.listeners) tell();
  }
}
