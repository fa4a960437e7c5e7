import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** The browser that people use. */
export const wholeChromium = process.env.SOUNDING_CHROMIUM ?? '/usr/bin/chromium';

/**
 * Where the browser lies. It is started for every round: at full length that is the whole one, in every run of the tests
 * the one without windows, which starts in a quarter of the time (docs/decisions/0040).
 */
export const chromiumPath = process.env.SOUNDING_CRASH_ROUNDS
  ? wholeChromium
  : (process.env.SOUNDING_HEADLESS_SHELL ?? wholeChromium);

/** How a browser is started. */
export interface Start {
  /** Profile folder; survives from one start to the next. */
  profile: string;
  /** Address opened in the first tab. */
  url: string;
  /** A program that runs the browser, with its arguments: strace. */
  under?: string[];
  /** Where the browser lies, where that matters. */
  path?: string;
}

type Answer = {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: unknown;
  error?: unknown;
};

/**
 * A real browser in a process group of its own, driven over the DevTools pipe, so that all of it can be killed at once
 * between any two instructions. Playwright is not used here: it closes browsers, and restarts cost it a second.
 */
export class Chromium {
  readonly #process: ChildProcess;
  readonly #pipe: Writable;
  readonly #waiting = new Map<number, { done: (result: unknown) => void; failed: (why: Error) => void }>();
  readonly #ended: Promise<void>;
  #hear: (method: string, params: Record<string, unknown>) => void = () => {};
  #next = 1;
  #alive = true;
  #session = '';

  private constructor(start: Start) {
    const path = start.path ?? chromiumPath;
    const [program = path, ...before] = [...(start.under ?? []), path];
    this.#process = spawn(program, [...before, ...flags(start.profile)], {
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    this.#pipe = this.#process.stdio[3] as Writable;
    this.#pipe.on('error', () => {});
    this.#ended = new Promise((done) => this.#process.once('exit', () => done()));
    this.#listen(this.#process.stdio[4] as Readable);
  }

  /** Starts a browser and opens the page; `hear` gets what the page says through `window.tell`, as text. */
  static async start(start: Start, hear: (said: string) => void): Promise<Chromium> {
    const browser = new Chromium(start);
    browser.#hear = (method, params) => {
      if (method === 'Runtime.bindingCalled') hear(String(params.payload));
    };
    const { targetId } = (await browser.ask('Target.createTarget', { url: 'about:blank' })) as {
      targetId: string;
    };
    const attached = await browser.ask('Target.attachToTarget', { targetId, flatten: true });
    browser.#session = (attached as { sessionId: string }).sessionId;
    await browser.ask('Runtime.enable');
    await browser.ask('Runtime.addBinding', { name: 'tell' });
    await browser.ask('Page.navigate', { url: start.url });
    return browser;
  }

  /** Sends one DevTools command; rejects when the browser refuses or is gone. */
  ask(method: string, params: Record<string, unknown> = {}): Promise<unknown> {
    const id = this.#next++;
    const text = JSON.stringify({ id, method, params, ...(this.#session && { sessionId: this.#session }) });
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      this.#pipe.write(`${text}\0`);
    });
  }

  /** Types as a keyboard does, one key after the other. */
  async type(text: string): Promise<void> {
    for (const key of text) await this.ask('Input.dispatchKeyEvent', { type: 'char', text: key });
  }

  async pressEnter(): Promise<void> {
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };
    await this.ask('Input.dispatchKeyEvent', { type: 'keyDown', ...enter });
    await this.ask('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
  }

  /** SIGKILL for every process of the browser, as a crash or a power button would end it. */
  async kill(): Promise<void> {
    const { pid } = this.#process;
    this.#alive = false;
    if (pid !== undefined)
      try {
        process.kill(-pid, 'SIGKILL');
      } catch {
        // It is gone already.
      }
    await this.#ended;
    for (const { failed } of this.#waiting.values()) failed(new Error('the browser was killed'));
    this.#waiting.clear();
  }

  /** Until it is killed or closed from here. */
  get isAlive(): boolean {
    return this.#alive;
  }

  /** Ends it in the regular way. */
  async close(): Promise<void> {
    this.#session = '';
    this.#alive = false;
    this.ask('Browser.close').catch(() => {});
    await this.#ended;
  }

  #listen(pipe: Readable): void {
    let text = '';
    pipe.setEncoding('utf8').on('error', () => {});
    pipe.on('data', (piece: string) => {
      const messages = (text + piece).split('\0');
      text = messages.pop() ?? '';
      for (const message of messages) this.#take(JSON.parse(message) as Answer);
    });
  }

  #take({ id, method, params, result, error }: Answer): void {
    if (method) this.#hear(method, params ?? {});
    const waiting = id === undefined ? undefined : this.#waiting.get(id);
    if (id === undefined || !waiting) return;
    this.#waiting.delete(id);
    if (error) waiting.failed(new Error(JSON.stringify(error)));
    else waiting.done(result);
  }
}

const flags = (profile: string) => [
  '--headless=new',
  '--remote-debugging-pipe',
  `--user-data-dir=${profile}`,
  '--no-sandbox',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-features=Translate,OptimizationHints,MediaRouter',
  '--mute-audio',
  'about:blank',
];
