import { ThemeName } from '#core/browser/parts/marks.tsx';
import { rivalIn } from '#core/notes/index.ts';
import type { CallModel } from '../model.ts';
import type { Offer, Option } from '../offer.ts';
import { whoseName } from '../whose.ts';
import { words } from '../words.ts';

export const listId = 'call-themes';
export const optionId = (index: number) => `call-theme-${index}`;

/** What fits the sign at the caret, over the line so that nothing else moves. */
export function OfferList({ model }: { model: CallModel }) {
  const { line } = model;
  const offer = line.offer.value;
  return (
    <div class="call-offer" id={listId} role="listbox" aria-label={words.line.themes} hidden={!offer}>
      {offer?.options.map((option, i) => (
        <div
          key={`${option.fits} ${option.id} ${option.name}`}
          id={optionId(i)}
          role="option"
          tabIndex={-1}
          aria-selected={i === offer.active}
          class={i === offer.active ? 'on' : ''}
          // Before the click, which would take the focus from the line.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => line.take(i)}
          onKeyDown={(event) => event.key === 'Enter' && line.take(i)}
        >
          <OptionName option={option} sign={offer.sign} model={model} />
          {i === Math.max(0, offer.active) && <kbd>Tab</kbd>}
        </div>
      ))}
    </div>
  );
}

function OptionName({ option, sign, model }: { option: Option; sign: Offer['sign']; model: CallModel }) {
  const { jump } = option;
  if (jump)
    return (
      <span class={jump.probe < 0 ? 'call-jump' : 'call-jump call-jump-probe'}>
        <span>{option.name}</span>
        <span class="quiet small">{jump.asked ? words.line.asked : jump.area}</span>
      </span>
    );
  if (sign === '@' || rivalIn(option.id) !== null)
    return (
      <span class="call-offer-name">
        <span class="call-person">{option.name}</span>
        <span class="quiet small">{whoseName(option)}</span>
      </span>
    );
  const category = model.themeNamed(option.id)?.category ?? 'product';
  return (
    <span class="call-offer-name">
      <ThemeName name={option.name} category={category} />
      {option.fits === 'new' && (
        <span class="quiet small">{model.isRetired(option.name) ? words.line.retired : words.line.new}</span>
      )}
    </span>
  );
}
