import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { sharedWords } from './words.ts';

/** What a dialog asks, and how it ends. */
export interface DialogProps {
  /** Named by what it asks: "Remove the invented company". */
  title: string;
  children: ComponentChildren;
  /** Buttons, the primary one last. */
  actions?: ComponentChildren;
  /** Escape, the backdrop and the close button all end here. */
  onClose(): void;
  /** `sheet` rises from the bottom of a small screen. */
  kind?: 'ask' | 'sheet' | 'wide';
}

/** A native modal dialog: the browser keeps the focus inside and gives it back. Mount it to open it. */
export function Dialog({ title, children, actions, onClose, kind = 'ask' }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      class={`dialog ${kind}-d`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      <div class="dialog-in">
        <header class="dialog-h">
          <h2 id={heading}>{title}</h2>
          <button type="button" class="btn icon" aria-label={sharedWords.close} onClick={onClose}>
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" stroke-width="1.5" fill="none" />
            </svg>
          </button>
        </header>
        {children}
        {actions && <footer class="dialog-f">{actions}</footer>}
      </div>
    </dialog>
  );
}
