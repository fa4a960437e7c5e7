import { fail, ok, type Result } from '../../model/result.ts';
import type { ImportFault } from '../faults.ts';
import { builtInShape, plainNumber, type Shape, shapeOf } from './formats.ts';
import { type Package, readPart } from './package.ts';
import { attributeOf, type XmlHandler } from './xml.ts';

const nothing = (): void => undefined;

/** What each cell style of a workbook makes of a number, by the style's place. */
export function* shapesOf(
  pack: Package,
  part: string | null,
): Generator<number, Result<Shape[], ImportFault>, void> {
  if (part === null) return ok([]);
  const custom = new Map<number, Shape>();
  const shapes: Shape[] = [];
  let inCells = false;
  const handler: XmlHandler = {
    open(name, tag) {
      if (name === 'numFmt')
        custom.set(Number(attributeOf(tag, 'numFmtId')), shapeOf(attributeOf(tag, 'formatCode') ?? ''));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(attributeOf(tag, 'numFmtId') ?? 0);
        shapes.push(custom.get(id) ?? builtInShape(id));
      }
    },
    text: nothing,
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  };
  const fault = yield* readPart(pack, part, handler);
  return fault ? fail(fault) : ok(shapes);
}

/** The shape of a cell's style; a plain number where the style is not known. */
export const shapeAt = (shapes: readonly Shape[], style: string | null): Shape =>
  (style === null ? shapes[0] : shapes[Number(style)]) ?? plainNumber;
