import { fail, ok, type Result } from '../../model/result.ts';
import type { ImportFault } from '../faults.ts';
import { type Package, readPart, relationsOf } from './package.ts';
import { attributeOf, isOn, type XmlHandler } from './xml.ts';

/** A sheet of a workbook that holds cells. */
export interface SheetEntry {
  name: string;
  hidden: boolean;
  /** Its part of the package. */
  part: string;
}

/** What a workbook says of itself. */
export interface Workbook {
  sheets: readonly SheetEntry[];
  is1904: boolean;
  /** Parts of the package; null when it has none. */
  strings: string | null;
  styles: string | null;
}

const sheetLimit = 1000;
const nothing = (): void => undefined;

/** Finds the workbook of a package wherever it lies, and its sheets; chart and dialog sheets hold no cells and are left out. */
export function* workbookOf(pack: Package): Generator<number, Result<Workbook, ImportFault>, void> {
  const top = yield* relationsOf(pack, '');
  const part = top.find(({ kind }) => kind === 'officeDocument')?.part ?? 'xl/workbook.xml';
  if (!pack.parts.has(part.toLowerCase())) return fail({ kind: 'damagedWorkbook' });
  const relations = yield* relationsOf(pack, part);
  const partOf = (is: (relation: { id: string; kind: string }) => boolean): string | null => {
    const found = relations.find(is)?.part ?? null;
    return found !== null && pack.parts.has(found.toLowerCase()) ? found : null;
  };
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  const handler: XmlHandler = {
    open(name, tag) {
      // An extension may have an element of the same name.
      if (name === 'workbookPr') is1904 ||= isOn(attributeOf(tag, 'date1904'));
      if (name !== 'sheet' || sheets.length >= sheetLimit) return;
      const id = attributeOf(tag, 'id');
      const own = partOf((r) => r.id === id && r.kind === 'worksheet');
      const hidden = /hidden/i.test(attributeOf(tag, 'state') ?? '');
      if (own) sheets.push({ name: attributeOf(tag, 'name') ?? '', hidden, part: own });
    },
    text: nothing,
    close: nothing,
  };
  const fault = yield* readPart(pack, part, handler);
  if (fault) return fail(fault);
  if (sheets.length === 0) return fail({ kind: 'damagedWorkbook' });
  const strings = partOf((r) => r.kind === 'sharedStrings');
  return ok({ sheets, is1904, strings, styles: partOf((r) => r.kind === 'styles') });
}
