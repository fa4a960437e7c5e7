import { isExtensionHere } from './background.ts';
import css from './handle.css?inline';
import { movable } from './movable.ts';
import { words } from './words.ts';

/** The small thing that stands on the page, and the card's frame beside it once the user opened it. */
export interface Handle {
  /** Opens the card with this token next time. */
  readonly token: string;
  /** Height the card asks for, in CSS pixels. */
  resize(height: number): void;
  /** Closes the card and gives the focus back to the handle. */
  close(): void;
}

const leastHeight = 80;
const margin = 24;

/** Draws the handle in a closed shadow root until the signal aborts. It holds nothing about anybody. */
export function drawHandle(signal: AbortSignal, token: string, several: boolean): Handle {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const button = makeButton(several);
  root.append(button, makeAnnouncement());
  let frame: HTMLIFrameElement | null = null;

  const label = () => {
    button.setAttribute('aria-expanded', String(frame !== null));
    button.setAttribute('aria-label', frame ? words.close : several ? words.choose : words.open);
  };
  const close = () => {
    const hadFocus = root.activeElement === frame || root.activeElement === button;
    frame?.remove();
    frame = null;
    label();
    if (hadFocus) button.focus();
  };
  const open = () => {
    if (!isExtensionHere()) return root.replaceChildren(makeNote());
    frame = document.createElement('iframe');
    frame.title = words.frame;
    // The token stands behind the #: it is sent to nobody and listed nowhere.
    frame.src = `${chrome.runtime.getURL('card/index.html')}#${token}`;
    // Focused once it is there: what is focused before belongs to an empty page of another process.
    frame.addEventListener('load', () => frame?.focus(), { once: true });
    root.append(frame);
    label();
  };
  const toggle = (event: Event) => {
    // What a page's script clicks is not the user.
    if (!event.isTrusted) return;
    if (frame) close();
    else open();
  };
  button.addEventListener('click', toggle);
  button.addEventListener('keydown', (event) => {
    if (event.isTrusted && event.key === 'Escape' && frame) close();
  });
  movable(host, button);
  label();
  document.documentElement.append(host);
  signal.addEventListener('abort', () => host.remove());
  return {
    token,
    resize(height) {
      const most = window.innerHeight - margin;
      if (frame) frame.style.height = `${Math.max(leastHeight, Math.min(height, most))}px`;
    },
    close,
  };
}

const svgSpace = 'http://www.w3.org/2000/svg';

function makeButton(several: boolean): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  const mark = document.createElementNS(svgSpace, 'svg');
  mark.setAttribute('viewBox', '0 0 14 22');
  mark.setAttribute('aria-hidden', 'true');
  mark.append(
    path('M7 0v15M3 4h8M4.5 9h5', { stroke: 'currentColor', 'stroke-width': '1.6', fill: 'none' }),
    path('M7 14l3.2 5.6a1 1 0 0 1-.9 1.4H4.7a1 1 0 0 1-.9-1.4z', { fill: 'var(--accent)' }),
  );
  button.append(mark);
  if (several) button.append('?');
  return button;
}

function path(d: string, look: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(svgSpace, 'path');
  element.setAttribute('d', d);
  for (const [name, value] of Object.entries(look)) element.setAttribute(name, value);
  return element;
}

function makeAnnouncement(): HTMLElement {
  const status = document.createElement('span');
  status.className = 'vh';
  status.setAttribute('role', 'status');
  // Filled a moment later: a region that arrives with its text is not read out.
  requestAnimationFrame(() => status.append(words.there));
  return status;
}

function makeNote(): HTMLElement {
  const note = document.createElement('p');
  note.setAttribute('role', 'status');
  note.append(words.updated);
  return note;
}
