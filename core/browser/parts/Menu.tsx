import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useOutside } from './useOutside.ts';

/** One choice of a menu. */
export interface MenuItem {
  name: string;
  /** Second, quieter line or figure. */
  note?: string;
  current?: boolean;
  run(): void;
}

/** Moves the focus among the items of an open menu; wraps at both ends. */
function step(list: HTMLElement, by: number | 'first' | 'last'): void {
  const items = [...list.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next =
    by === 'first' ? 0 : by === 'last' ? items.length - 1 : (at + by + items.length) % items.length;
  items[next]?.focus();
}

const roleOf = ({ current }: MenuItem) =>
  current === undefined
    ? { role: 'menuitem' as const }
    : { role: 'menuitemradio' as const, 'aria-checked': current };

/** A button with a short list of choices beneath it. Arrow keys, Home, End, Escape; a click outside closes. */
export function Menu({
  label,
  name,
  items,
  end,
}: {
  /** What stands on the button. */
  label: ComponentChildren;
  /** Its accessible name when the label alone does not say what it does. */
  name: string;
  items: readonly MenuItem[];
  end?: boolean;
}) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const shut = (back: boolean) => {
    setOpen(false);
    if (back) button.current?.focus();
  };
  useOutside(box, open, () => shut(false));
  // before it is painted: a key pressed at once goes to the item that was meant, not to the first
  useLayoutEffect(() => {
    if (!open) return;
    const current = list.current?.querySelector<HTMLElement>('[aria-checked=true]');
    if (current) current.focus();
    else if (list.current) step(list.current, 'first');
  }, [open]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || !list.current) return;
    const by = { ArrowDown: 1, ArrowUp: -1, Home: 'first', End: 'last' } as const;
    if (event.key === 'Escape') shut(true);
    else if (event.key in by) step(list.current, by[event.key as keyof typeof by]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span class="menu-box" ref={box}>
      <button
        type="button"
        ref={button}
        class="menu-b"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={name}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (open || event.key !== 'ArrowDown') return onKeyDown(event);
          event.preventDefault();
          setOpen(true);
        }}
      >
        {label}
      </button>
      {open && (
        <div
          class={end ? 'menu end' : 'menu'}
          role="menu"
          tabIndex={-1}
          id={id}
          ref={list}
          onKeyDown={onKeyDown}
        >
          {items.map((item) => (
            <button
              type="button"
              key={item.name}
              {...roleOf(item)}
              tabIndex={-1}
              onClick={() => {
                shut(true);
                item.run();
              }}
            >
              <span>{item.name}</span>
              {item.note && <span class="quiet small">{item.note}</span>}
            </button>
          ))}
        </div>
      )}
    </span>
  );
}
