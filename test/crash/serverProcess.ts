import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A server as a process of its own that can be killed. */
export interface ServerProcess {
  /** With a closing slash. */
  url: string;
  /** SIGKILL; resolves once the process is gone. */
  kill(): Promise<void>;
}

/** Starts a script of this project that prints the ready line, and waits for it. */
export function startProcess(script: string, args: readonly string[]): Promise<ServerProcess> {
  const path = fileURLToPath(new URL(`../../${script}`, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  let text = '';
  return new Promise((done, failed) => {
    const hear = (piece: string) => {
      text += piece;
      const url = /Sounding is ready at (http:\S+)/.exec(text)?.[1];
      if (url === undefined) return;
      done({
        url,
        async kill() {
          child.kill('SIGKILL');
          await gone;
        },
      });
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.once('error', failed);
    void gone.then(() => failed(new Error(`${script} ended before it was ready:\n${text}`)));
  });
}
