import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Comparison, compareFile, summaryText } from '#test/vectors/compare.ts';
import { parseVectorFile } from '#test/vectors/vectorFile.ts';

/**
 * `npm run vectors -- FILE...`: compares every value of R's reference files that the product shows, at 1e-9 relative.
 * Names what it does not show and why; the last line is `N compared, N failed, N not ours`. Ends with 1 on a failure.
 */
async function main(paths: readonly string[]): Promise<number> {
  if (paths.length === 0) return complain('Which files? npm run vectors -- FILE...');
  const comparisons: Comparison[] = [];
  for (const path of paths) {
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text === null) return complain(`${path} cannot be read: is it there?`);
    const file = parseVectorFile(text);
    if (typeof file === 'string') return complain(`${path} cannot be read as vectors: ${file}.`);
    const comparison = compareFile(file, dataBeside(path));
    comparisons.push(comparison);
    print(basename(path), comparison);
  }
  console.log(summaryText(comparisons));
  return comparisons.some((c) => c.failures.length > 0) ? 1 : 0;
}

function print(name: string, comparison: Comparison): void {
  console.log(`${name}: ${summaryText([comparison])}`);
  for (const { case: id, path, expected, ours } of comparison.failures)
    console.log(`  failed: ${id} ${path}: expected ${JSON.stringify(expected)}, ours ${ours}`);
  const fields = new Map<string, { times: number; why: string }>();
  for (const { path, why } of comparison.unshown)
    fields.set(path, { times: (fields.get(path)?.times ?? 0) + 1, why });
  for (const [path, { times, why }] of fields) console.log(`  not ours: ${path} (${times}): ${why}`);
}

/** Data files are named relative to the folder of the file that names them. */
const dataBeside = (path: string) => (file: string) => {
  const at = join(dirname(path), file);
  return existsSync(at) ? readFileSync(at, 'utf8') : null;
};

function complain(text: string): number {
  console.error(text);
  return 1;
}

process.exitCode = await main(process.argv.slice(2));
