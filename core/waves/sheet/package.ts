import { fail, ok, type Result } from '../../model/result.ts';
import type { ImportFault } from '../faults.ts';
import { attributeOf, type XmlHandler, XmlReader } from './xml.ts';
import { partsOfZip, plainPath, type Unpacking, unpack, type ZipPart } from './zip.ts';

/** The parts of a workbook, as the package's own directory names them. */
export interface Package {
  file: Uint8Array;
  parts: ReadonlyMap<string, ZipPart>;
}

/** A relationship between parts: what kind it is (the last word of its address) and which part it leads to. */
export interface Relation {
  id: string;
  kind: string;
  part: string;
}

/** Opens a ZIP package; a fault when it is damaged or locked. */
export function openPackage(file: Uint8Array): Result<Package, ImportFault> {
  const parts = partsOfZip(file);
  if (!parts) return fail({ kind: 'damagedWorkbook' });
  if ([...parts.values()].some(({ encrypted }) => encrypted))
    return fail({ kind: 'notACsv', looksLike: 'locked' });
  return ok({ file, parts });
}

/**
 * Reads a part as XML, piece by piece. `goesOn` is asked after each; with false the rest stays unread. Yields the
 * packed bytes read so far.
 */
export function* readPart(
  { file, parts }: Package,
  name: string,
  handler: XmlHandler,
  goesOn: () => boolean = () => true,
): Generator<number, ImportFault | null, void> {
  const part = parts.get(name.toLowerCase());
  if (!part) return { kind: 'damagedWorkbook' };
  const xml = new XmlReader(handler);
  const end = yield* unpack(file, part, (piece) => xml.push(piece) && goesOn());
  return xml.broken ? { kind: 'damagedWorkbook' } : end && faultOf(end);
}

const faultOf = (why: Unpacking): ImportFault =>
  why === 'tooLarge' ? { kind: 'workbookTooLarge' } : { kind: 'damagedWorkbook' };

/** The relationships of a part ('' for the package's own), or none. */
export function* relationsOf(pack: Package, part: string): Generator<number, Relation[], void> {
  const cut = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, cut);
  const relations: Relation[] = [];
  const handler: XmlHandler = {
    open(name, tag) {
      if (name !== 'Relationship' || attributeOf(tag, 'TargetMode') === 'External') return;
      const target = attributeOf(tag, 'Target') ?? '';
      relations.push({
        id: attributeOf(tag, 'Id') ?? '',
        kind: (attributeOf(tag, 'Type') ?? '').split('/').at(-1) ?? '',
        part: plainPath(target.startsWith('/') ? target : `${folder}${target}`),
      });
    },
    text: () => undefined,
    close: () => undefined,
  };
  yield* readPart(pack, `${folder}_rels/${part.slice(cut)}.rels`, handler);
  return relations;
}
