import { useState } from 'preact/hooks';
import { coloursNow, copyImage } from '#core/browser/parts/copyImage.ts';
import { Menu } from '#core/browser/parts/Menu.tsx';
import { useDeps } from '#pwa/app/deps.ts';
import { csvWords } from '../csvWords.ts';
import { figureWords } from '../figureWords.ts';
import type { Matrix, MatrixCell } from '../matrix.ts';
import type { DriversModel } from '../model.ts';
import { matrixDrawing, radiusOf } from '../picture.ts';
import { words } from '../words.ts';
import { MenuLabel } from './MenuLabel.tsx';

/** Drivers drawn before the rest is asked for. */
const atFirst = 12;
/** Radius of a dot that stands for everybody, in pixels. */
const most = 14;

/** Drivers by segments as a matrix of dots: itself a table, so that every dot has its figure beside it. */
export function MatrixFigure({ model, cycle }: { model: DriversModel; cycle: string }) {
  const deps = useDeps();
  const [all, setAll] = useState(false);
  const matrix = model.matrix.value;
  const text = figureWords.matrix;
  if (!matrix) return <p class="callout">{text.none}</p>;
  const rows = matrix.rows.slice(0, all ? matrix.rows.length : atFirst);
  const copy = async () => {
    const bytes = await copyImage(matrixDrawing(matrix, rows.length, cycle, coloursNow()));
    if (bytes) deps.files.save(csvWords.matrix.picture, 'image/png', bytes);
    deps.say(bytes ? figureWords.picture.saved : figureWords.picture.copied);
  };
  return (
    <figure class="drv-matrix">
      <div class="sect-h">
        <h2>{text.finding(matrix)}</h2>
        <span class="acts">
          {matrix.dimensions.length > 1 && <DimensionMenu model={model} matrix={matrix} />}
          <button type="button" class="btn txt" onClick={() => void copy()}>
            {figureWords.picture.copy}
          </button>
          <button type="button" class="btn txt" onClick={model.downloadMatrix}>
            {words.csv}
          </button>
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section class="tw" tabIndex={0} aria-label={text.title(matrix.dimension)}>
        <table class="mtx">
          <caption class="vh">{text.title(matrix.dimension)}</caption>
          <thead class="mtx-h">
            <tr>
              <th scope="col">{text.driver}</th>
              {matrix.columns.map(({ value, n }) => (
                <th scope="col" key={value}>
                  <b class="strong line">{value}</b>
                  <span class="small quiet nb line">{text.compared(n)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ theme, name, cells }) => (
              <tr key={theme}>
                <th scope="row" class="name">
                  {name || words.unnamed}
                </th>
                {cells.map((cell) => (
                  <Dot key={cell.value} cell={cell} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {!all && matrix.rows.length > atFirst && (
        <button type="button" class="btn s drv-rest" onClick={() => setAll(true)}>
          {figureWords.more(matrix.rows.length - atFirst)}
        </button>
      )}
      <figcaption class="drv-why small">{text.hint}</figcaption>
    </figure>
  );
}

function DimensionMenu({ model, matrix }: { model: DriversModel; matrix: Matrix }) {
  const { dimension: label } = figureWords.matrix;
  return (
    <Menu
      label={<MenuLabel text={`${label} ${matrix.dimension}`} />}
      name={`${label} ${matrix.dimension}`}
      end
      items={matrix.dimensions.map((name) => ({
        name,
        current: name === matrix.dimension,
        run: () => model.showDimension(name),
      }))}
    />
  );
}

function Dot({ cell }: { cell: MatrixCell }) {
  const radius = cell.tooFew ? 0 : radiusOf(cell.k, cell.n, most);
  const quiet = cell.tooFew || cell.k === 0;
  return (
    <td class={cell.beyondNoise ? 'strong' : quiet ? 'quiet' : ''}>
      <span class="mtx-c">
        <svg viewBox={`${-most - 2} ${-most - 2} ${2 * most + 4} ${2 * most + 4}`} aria-hidden="true">
          {radius > 0 && <circle class={cell.beyondNoise ? 'full' : ''} r={radius} />}
        </svg>
        <span class="nb">
          {figureWords.matrix.cell(cell)}
          {cell.beyondNoise && <span class="vh">, {figureWords.filled}</span>}
        </span>
      </span>
    </td>
  );
}
