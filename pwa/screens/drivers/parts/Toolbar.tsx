import { Menu } from '#core/browser/parts/Menu.tsx';
import { Pick } from '#core/browser/parts/Pick.tsx';
import { bands } from '#core/waves/index.ts';
import type { Whose } from '../figures.ts';
import { everyoneWords, figureWords } from '../figureWords.ts';
import type { Order } from '../lines.ts';
import type { DriversModel } from '../model.ts';
import { bandNames, words } from '../words.ts';
import { MenuLabel } from './MenuLabel.tsx';

const orders = Object.keys(figureWords.sorts) as Order[];

/** Whose interviews, in which segment, in what order. */
export function Toolbar({ model }: { model: DriversModel }) {
  const whose = model.whose.value;
  const options: { value: Whose; name: string }[] = [
    ...bands.map((b) => ({ value: b, name: bandNames[b].title })),
    { value: 'everyone', name: everyoneWords.name },
  ];
  return (
    <div class="acts drv-bar">
      <Pick label={words.bandLabel} options={options} value={whose} onPick={model.show} />
      {whose !== 'everyone' && (
        <>
          <SegmentMenu model={model} />
          <OrderMenu model={model} />
        </>
      )}
    </div>
  );
}

function SegmentMenu({ model }: { model: DriversModel }) {
  const chosen = model.segment.value;
  const current = chosen ? chosen.value : figureWords.allSegments;
  const all = {
    name: figureWords.allSegments,
    current: chosen === null,
    run: () => model.showSegment(null),
  };
  const items = model.segments.value.map(({ dimension, value, n }) => ({
    name: `${dimension}: ${value}`,
    note: figureWords.matrix.interviewed(n),
    current: chosen?.dimension === dimension && chosen.value === value,
    run: () => model.showSegment({ dimension, value }),
  }));
  return (
    <Menu
      label={<MenuLabel text={current} />}
      name={`${figureWords.segmentLabel}: ${current}`}
      end
      items={[all, ...items]}
    />
  );
}

function OrderMenu({ model }: { model: DriversModel }) {
  const order = model.order.value;
  const { sortLabel, sorts } = figureWords;
  return (
    <Menu
      label={<MenuLabel text={`${sortLabel} ${sorts[order]}`} />}
      name={`${sortLabel} ${sorts[order]}`}
      end
      items={orders.map((o) => ({ name: sorts[o], current: o === order, run: () => model.orderBy(o) }))}
    />
  );
}
