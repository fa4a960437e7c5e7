import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Dialog } from '#core/browser/parts/Dialog.tsx';
import { Menu } from '#core/browser/parts/Menu.tsx';
import { Pick } from '#core/browser/parts/Pick.tsx';
import { type MapOrder, mapOrders, shownDimension } from '#core/segments/index.ts';
import { useDeps } from '#pwa/app/deps.ts';
import { firstCross } from '../counted.ts';
import { crossWords } from '../crossWords.ts';
import { plainLook, sameLook } from '../look.ts';
import type { Counted, SegmentsModel } from '../model.ts';
import { valuesWords } from '../valuesWords.ts';
import { words } from '../words.ts';
import type { CopyNow } from './CopyPicture.tsx';
import { DimensionPicker } from './DimensionPicker.tsx';

interface ToolbarProps {
  model: SegmentsModel;
  counted: Counted;
  onEdit(dimension: string): void;
  copyNow: CopyNow;
}

/** What is on screen and in which order: the picture, the dimensions, a search, saved views. */
export function Toolbar({ model, counted, onEdit, copyNow }: ToolbarProps) {
  const look = model.look.value;
  const find = useRef<HTMLInputElement>(null);
  const [finding, setFinding] = useState(false);
  useEffect(() => {
    if (finding) find.current?.focus();
  }, [finding]);
  const names = counted.map.dimensions.map((d) => d.name);
  const crossed = look.cross !== null;
  const cross = model.crossOn.value;
  const orders = mapOrders.filter((o) => o !== 'change' || (counted.earlier && !crossed));
  const editing = cross?.[0] ?? (names.includes(look.only) ? look.only : (names[0] ?? ''));
  const way = (to: 'oneWay' | 'cross') => {
    if (to === 'oneWay') model.setLook({ cross: null });
    else if (!crossed) model.setLook({ cross: firstCross(counted) ?? [names[0] ?? '', ''] });
  };
  return (
    <div class="seg-tools">
      <span class="seg-tool-row">
        <Pick
          label={words.ways.label}
          options={[
            { value: 'oneWay', name: words.ways.oneWay },
            { value: 'cross', name: words.ways.cross },
          ]}
          value={crossed ? 'cross' : 'oneWay'}
          onPick={way}
        />
        <Views model={model} />
      </span>
      <span class={crossed ? 'seg-tool-row' : 'seg-tool-row one'}>
        {crossed
          ? cross && <CrossChoice model={model} cross={cross} names={names} />
          : names.length > 1 && (
              <DimensionPicker
                label={words.dimensionLabel}
                options={[{ value: '', name: words.allDimensions }, ...names.map(optionOf)]}
                value={names.includes(look.only) ? look.only : ''}
                onPick={(only) => model.setLook({ only })}
              />
            )}
        <input
          ref={find}
          class={finding || look.search !== '' ? 'in s seg-find' : 'in s seg-find hide-s'}
          type="search"
          aria-label={words.search.label}
          placeholder={words.search.label}
          value={look.search}
          onInput={(event) => model.setLook({ search: event.currentTarget.value })}
        />
        <button type="button" class="btn s hide-s" onClick={() => onEdit(editing)}>
          {valuesWords.open}
        </button>
        {look.hidden.length > 0 && (
          <button type="button" class="btn txt small" onClick={() => model.setLook({ hidden: [] })}>
            {words.showHidden(look.hidden.length)}
          </button>
        )}
        <span class={crossed && counted.earlier ? 'seg-order told' : 'seg-order'}>
          {crossed && counted.earlier && (
            <Pick
              label={crossWords.tells}
              options={[
                { value: 'level', name: crossWords.level },
                { value: 'change', name: crossWords.change(counted.earlier.cycleName) },
              ]}
              value={look.tells}
              onPick={(tells) => model.setLook({ tells })}
            />
          )}
          <Menu
            label={
              <>
                <span class="quiet hide-s">{words.orderLabel}</span> {words.orders[now(look.order, orders)]}
                <i class="seg-caret" aria-hidden="true" />
              </>
            }
            name={`${words.orderLabel}: ${words.orders[now(look.order, orders)]}`}
            end
            items={orders.map((order) => ({
              name: crossed && order === 'dimension' ? words.asListed : words.orders[order],
              current: order === now(look.order, orders),
              run: () => model.setLook({ order }),
            }))}
          />
          <span class="only-s">
            <Menu
              label={
                <>
                  {words.menu}
                  <i class="seg-caret" aria-hidden="true" />
                </>
              }
              name={words.menu}
              end
              items={[
                { name: words.search.label, run: () => setFinding(true) },
                { name: valuesWords.open, run: () => onEdit(editing) },
                ...(model.shown.value.length > 0
                  ? [{ name: words.picture.copy, run: () => copyNow.current?.() }]
                  : []),
              ]}
            />
          </span>
        </span>
      </span>
    </div>
  );
}

const now = (order: MapOrder, orders: readonly MapOrder[]): MapOrder =>
  orders.includes(order) ? order : 'lowest';

const optionOf = (name: string) => ({ value: name, name: shownDimension(name) });

function CrossChoice({
  model,
  cross: [rows, columns],
  names,
}: {
  model: SegmentsModel;
  cross: readonly [string, string];
  names: readonly string[];
}) {
  const options = names.map(optionOf);
  // choosing the other side's dimension turns the picture round
  const set = (at: 0 | 1, name: string) => {
    const other = at === 0 ? columns : rows;
    const taken = name === other ? (at === 0 ? rows : columns) : other;
    model.setLook({ cross: at === 0 ? [name, taken] : [taken, name] });
  };
  return (
    <>
      <DimensionPicker
        label={crossWords.rows}
        showLabel
        options={options}
        value={rows}
        onPick={(name) => set(0, name)}
      />
      <button
        type="button"
        class="btn icon seg-turn"
        aria-label={crossWords.turn}
        onClick={() => model.setLook({ cross: [columns, rows] })}
      >
        <svg viewBox="0 0 16 12" aria-hidden="true">
          <path
            d="M1 3.5h12M10.5 1L13 3.5 10.5 6M15 8.5H3M5.5 6L3 8.5 5.5 11"
            stroke="currentColor"
            fill="none"
          />
        </svg>
      </button>
      <DimensionPicker
        label={crossWords.columns}
        showLabel
        options={options}
        value={columns}
        onPick={(name) => set(1, name)}
      />
    </>
  );
}

/** Saved views: one menu to take one, save the one on screen, or remove it. */
function Views({ model }: { model: SegmentsModel }) {
  const deps = useDeps();
  const [asking, setAsking] = useState(false);
  const on = model.viewOn.value;
  const isPlain = sameLook(model.look.value, plainLook);
  const title = on?.name ?? (isPlain ? words.views.plain : words.views.menu);
  const remove = async () => {
    if (!on) return;
    const done = await model.removeView(on.id);
    deps.say(words.views.removed(on.name), { name: words.views.undo, run: () => void done.undo() });
  };
  return (
    <>
      <Menu
        label={
          <>
            {title}
            <i class="seg-caret" aria-hidden="true" />
          </>
        }
        name={words.views.name(title)}
        end
        items={[
          { name: words.views.plain, current: isPlain, run: () => model.setLook(plainLook) },
          ...model.views.value.map((v) => ({
            name: v.name,
            current: v.id === on?.id,
            run: () => model.useView(v.id),
          })),
          { name: words.views.save, run: () => setAsking(true) },
          ...(on ? [{ name: words.views.remove(on.name), run: () => void remove() }] : []),
        ]}
      />
      {asking && <SaveView model={model} first={on?.name ?? ''} onClose={() => setAsking(false)} />}
    </>
  );
}

function SaveView({ model, first, onClose }: { model: SegmentsModel; first: string; onClose(): void }) {
  const deps = useDeps();
  const [name, setName] = useState(first);
  const id = useId();
  const save = async (event: Event) => {
    event.preventDefault();
    const title = name.trim();
    if (title === '') return;
    onClose();
    const done = await model.saveView(title);
    deps.say(words.views.saved(title), { name: words.views.undo, run: () => void done.undo() });
  };
  return (
    <Dialog
      title={words.views.title}
      onClose={onClose}
      actions={
        <button type="submit" form={`${id}-form`} class="btn do" disabled={name.trim() === ''}>
          {words.views.do}
        </button>
      }
    >
      <form id={`${id}-form`} class="field" onSubmit={save}>
        <label for={id}>{words.views.field}</label>
        <input
          id={id}
          class="in"
          maxLength={60}
          autocomplete="off"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <span class="hint">{words.views.hint}</span>
      </form>
    </Dialog>
  );
}
