import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a package's command on this Node; resolves to its exit code and what it printed. */
export function runTool(
  script: string,
  args: readonly string[],
  show: boolean,
): Promise<{ code: number; text: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(root, script), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
        if (show) process.stdout.write(piece);
      });
    }
    child.on('exit', (code) => done({ code: code ?? 1, text }));
  });
}

/** Every environment has its own compiler project: what it may not touch, it cannot see. */
export const projects = [
  'core',
  'core/browser',
  'pwa',
  'pwa/workers',
  'pwa/service-worker',
  'extension',
  'extension/background',
  'server',
  'test',
] as const;

export interface StepResult {
  name: string;
  passed: boolean;
  text: string;
}

/** What the compiler remembers of a project, so that the next check looks only at what changed. */
const builtOf = (project: string) =>
  join(root, 'node_modules/.cache/types', `${project.replaceAll('/', '-')}.json`);

/** Types of every environment, two at a time, then lint and format. */
export async function checkStatically(): Promise<StepResult[]> {
  const results: StepResult[] = [];
  const queue = [...projects];
  const worker = async () => {
    for (let project = queue.shift(); project; project = queue.shift()) {
      const { code, text } = await runTool(
        'node_modules/typescript/bin/tsc',
        ['-p', `${project}/tsconfig.json`, '--incremental', '--tsBuildInfoFile', builtOf(project)],
        false,
      );
      results.push({ name: `types of ${project}`, passed: code === 0, text });
    }
  };
  await Promise.all([worker(), worker()]);
  const lint = await runTool(
    'node_modules/@biomejs/biome/bin/biome',
    ['ci', '--error-on-warnings', '.'],
    false,
  );
  results.push({ name: 'lint and format', passed: lint.code === 0, text: lint.text });
  for (const r of results)
    process.stdout.write(`${r.passed ? 'ok' : 'FAILED'}  ${r.name}\n${r.passed ? '' : `${r.text}\n`}`);
  return results;
}
