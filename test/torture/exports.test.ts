import { describe, expect, test } from 'vitest';
import { importsOf, projectFiles, readSource, withoutComments } from '#test/meta/sources.ts';
import { readWhole } from './files.ts';

const sources = projectFiles().filter(
  (path) => /^(core|pwa|extension|server)\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path),
);

/** Where a screen hands out a table as a file: what it is called ends with .csv. */
const isExport = (path: string): boolean =>
  /^(pwa|extension)\//.test(path) && /\.csv[`']/.test(withoutComments(readSource(path)));

describe('formula-like cells', () => {
  test('every table that leaves the app is written by csvOf, which defuses them', () => {
    const exports = sources.filter(isExport);
    const careless = exports.filter((path) => {
      const room = path.slice(0, path.lastIndexOf('/'));
      const near = sources.filter((other) => other.startsWith(`${room}/`) || other === path);
      return !near.some((other) => /\bcsvOf\(/.test(withoutComments(readSource(other))));
    });
    expect(exports.length).toBeGreaterThan(2);
    expect(careless).toEqual([]);
  });

  test('no other file joins cells with commas and line ends', () => {
    const joins = sources.filter((path) =>
      /join\((['"`]),\1\)[\s\S]{0,200}\\r\\n/.test(withoutComments(readSource(path))),
    );
    expect(joins).toEqual(['core/exchange/csv.ts']);
  });

  test('the backup knows nothing of it: it comes back exactly', () => {
    const backup = sources.filter((path) => path.startsWith('core/exchange/backup/'));
    expect(backup.length).toBeGreaterThan(1);
    for (const path of backup)
      expect(importsOf(path, readSource(path)).map(({ target }) => target)).not.toContain(
        'core/exchange/csv.ts',
      );
  });

  test('in a file that comes in they stay the text they are', () => {
    const read = readWhole(new TextEncoder().encode('nps,why\n9,=1+1\n8,"@SUM(A1)"\n7,\'=2\n'));
    expect('rows' in read && read.rows.map(([, why]) => why)).toEqual(['=1+1', '@SUM(A1)', "'=2"]);
  });
});
