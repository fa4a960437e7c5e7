/** As much of vitest as the contract suite uses, to run it inside a page. */
type Body = () => unknown;
const tests: { name: string; body: Body }[] = [];
const after: Body[] = [];
let group = '';

export function describe(name: string, body: () => void): void {
  group = name;
  body();
}

export function test(name: string, body: Body): void {
  tests.push({ name: `${group}: ${name}`, body });
}

export function afterEach(body: Body): void {
  after.push(body);
}

/** Runs everything in order; the answer names each test and what was wrong, empty when nothing was. */
export async function run(): Promise<{ name: string; wrong: string }[]> {
  const results: { name: string; wrong: string }[] = [];
  for (const { name, body } of tests) results.push({ name, wrong: await wrongIn(body) });
  return results;
}

async function wrongIn(body: Body): Promise<string> {
  const late = new Promise((_, failed) =>
    setTimeout(() => failed(new Error('still waiting after 10 s')), 10_000),
  );
  try {
    await Promise.race([body(), late]);
    return '';
  } catch (error) {
    return error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
  } finally {
    for (const each of after) await each();
  }
}

/** Keys in order, so that equal data is equal text. */
const text = (value: unknown): string =>
  JSON.stringify(value, (_, v: unknown) =>
    v && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );

export function expect(actual: unknown, why = '') {
  const check = (holds: boolean, wanted: unknown) => {
    if (!holds) throw new Error(`${why} wanted ${text(wanted)}, got ${text(actual)}`);
  };
  return {
    toBe: (wanted: unknown) => check(Object.is(actual, wanted), wanted),
    toEqual: (wanted: unknown) => check(text(actual) === text(wanted), wanted),
    rejects: {
      async toThrow() {
        const threw = await Promise.resolve(actual).then(
          () => false,
          () => true,
        );
        check(threw, 'a rejection');
      },
    },
  };
}
