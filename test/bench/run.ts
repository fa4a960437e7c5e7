import { readdir } from 'node:fs/promises';
import { isReached, type Line, lineText } from './measure.ts';

/** Files of this folder that are no bench. */
const tools = new Set(['run.ts', 'measure.ts']);

/**
 * `node test/bench/run.ts [name ...]`: runs the named benches, or all, one after the other, and prints one line a figure:
 * `name | figure | ours | baseline (which) | ratio | goal | ok or short`. Ends with 1 when one is short or did not run.
 */
async function main(asked: readonly string[]): Promise<number> {
  const known = await benchNames();
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    console.error(`No bench is called ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
    return 1;
  }
  let ended = 0;
  for (const name of asked.length > 0 ? asked : known) if (!(await reached(name))) ended = 1;
  return ended;
}

async function reached(name: string): Promise<boolean> {
  try {
    const { bench } = (await import(`./${name}.ts`)) as { bench: () => Promise<Line[]> };
    const lines = await bench();
    for (const line of lines) console.log(lineText(name, line));
    return lines.every(isReached);
  } catch (error) {
    console.error(`${name} did not run: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
    return false;
  }
}

async function benchNames(): Promise<string[]> {
  const files = await readdir(new URL('.', import.meta.url));
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !tools.has(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}

process.exitCode = await main(process.argv.slice(2));
