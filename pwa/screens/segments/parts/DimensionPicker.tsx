import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useOutside } from '#core/browser/parts/useOutside.ts';
import { words } from '../words.ts';

/** A choice of one dimension among many. */
export interface DimensionPickerProps {
  /** What is chosen: "Rows". Part of the button's name. */
  label: string;
  /** Whether the label stands on the button or is only read out. */
  showLabel?: boolean;
  options: readonly { value: string; name: string }[];
  value: string;
  onPick(value: string): void;
}

/** From this many options on a search stands above them. */
const searchFrom = 9;

/** A button with a list beneath it that can be searched by typing: 97 columns are as easy as four. */
export function DimensionPicker({ label, showLabel, options, value, onPick }: DimensionPickerProps) {
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  const box = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const wanted = search.trim().toLowerCase();
  const found = options.filter((o) => o.name.toLowerCase().includes(wanted));
  const now = options.find((o) => o.value === value)?.name ?? value;
  const shut = (back: boolean) => {
    setOpen(false);
    setSearch('');
    if (back) button.current?.focus();
  };
  useOutside(box, open, () => shut(false));
  // before the next key is heard: whoever opens it by keyboard types on
  useLayoutEffect(() => {
    if (!open) return;
    field.current?.focus();
    setActive(
      Math.max(
        0,
        options.findIndex((o) => o.value === value),
      ),
    );
  }, [open]);
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, open]);
  const pick = (option: { value: string } | undefined) => {
    if (!option) return;
    onPick(option.value);
    shut(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = found.length - 1;
    const to: Record<string, number> = {
      ArrowDown: Math.min(last, active + 1),
      ArrowUp: Math.max(0, active - 1),
      Home: 0,
      End: last,
    };
    if (event.key === 'Escape') shut(true);
    else if (event.key === 'Enter') pick(found[active]);
    else if (event.key in to) setActive(to[event.key] ?? 0);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span class="menu-box dim-pick" ref={box}>
      <button
        type="button"
        ref={button}
        class="sel s"
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-label={`${label}: ${now}`}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (open || event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {showLabel && <span class="quiet">{label}</span>} <span class="dim-now">{now}</span>
      </button>
      {open && (
        <div class="menu">
          <input
            ref={field}
            class={options.length < searchFrom ? 'dim-find vh' : 'dim-find'}
            type="text"
            role="combobox"
            aria-label={words.picker.find}
            aria-expanded="true"
            aria-controls={id}
            aria-autocomplete="list"
            aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined}
            placeholder={words.picker.find}
            value={search}
            onInput={(event) => {
              setSearch(event.currentTarget.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
          />
          <div role="listbox" id={id} aria-label={label} tabIndex={-1}>
            {found.map((o, at) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the field, which points here
              <div
                key={o.value}
                id={`${id}-${at}`}
                role="option"
                tabIndex={-1}
                aria-selected={o.value === value}
                class={at === active ? 'at' : ''}
                onPointerMove={() => setActive(at)}
                onClick={() => pick(o)}
              >
                {o.name}
              </div>
            ))}
          </div>
          {found.length === 0 && <p class="quiet small dim-none">{words.picker.none}</p>}
        </div>
      )}
    </span>
  );
}
