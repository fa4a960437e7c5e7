import type { BrowserContext, Page } from '@playwright/test';

/** One event of Chromium's trace; microseconds, `tdur` being what the thread itself used. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args: { data?: { type?: string } };
}

const keyEvents: ReadonlySet<string | undefined> = new Set(['keydown', 'keypress', 'keyup']);
const code: ReadonlySet<string> = new Set(['FunctionCall', 'v8.callFunction', 'RunMicrotasks']);
const mark = 'this page';

/**
 * Follows what a page's own code takes for each key: every listener of its events, what they queue at once, and the layout
 * they ask for. It is the time that the page's thread itself used: what it was put off for others is not in it. The
 * answer ends it: milliseconds a key.
 */
export async function traceKeys(context: BrowserContext, page: Page): Promise<() => Promise<number[]>> {
  const devtools = await context.newCDPSession(page);
  const events: TraceEvent[] = [];
  devtools.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[])
      if (event.name === 'EventDispatch' || event.name === mark || code.has(event.name)) events.push(event);
  });
  const includedCategories = ['devtools.timeline', 'v8', 'blink.user_timing'];
  await devtools.send('Tracing.start', { traceConfig: { includedCategories } });
  await page.evaluate((name) => performance.mark(name), mark);
  return async () => {
    const complete = new Promise((done) => devtools.once('Tracing.tracingComplete', done));
    await devtools.send('Tracing.end');
    await complete;
    return timesOf(events);
  };
}

/** Stretches of code within the events of a key are added up, the outermost alone: those within them are part of them. */
function timesOf(events: readonly TraceEvent[]): number[] {
  const marked = events.find(({ name }) => name === mark);
  const times: number[] = [];
  let [keyEnds, codeEnds] = [0, 0];
  for (const { name, ts, dur = 0, tdur = Number.NaN, args } of events
    .filter((e) => e.pid === marked?.pid && e.tid === marked.tid)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
    if (name === 'EventDispatch' && keyEvents.has(args.data?.type)) {
      if (args.data?.type === 'keydown') times.push(0);
      keyEnds = ts + dur;
    } else if (code.has(name) && ts >= codeEnds) {
      codeEnds = ts + dur;
      if (ts < keyEnds && times.length > 0) times.push((times.pop() ?? 0) + tdur / 1000);
    }
  }
  return times;
}
