import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type Backup, manifestName, mostBytes, mostManifestBytes, sealName } from './backup.ts';
import { wavesThatFit } from './fit.ts';
import { packBackup } from './pack.ts';
import { unpackBackup } from './unpack.ts';

const digest = async (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
const hex = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const step = async () => {};

const state = new Uint8Array([1, 2, 3, 4]);
const part = strToU8('=HYPERLINK("http://evil")');
const backup: Backup = {
  madeAt: Date.UTC(2026, 10, 22),
  workspace: 'w1',
  name: 'Künde & Söhne',
  documents: [
    { name: 'codebook', state },
    {
      name: 'interview/i1',
      state: new Uint8Array([9]),
      aside: [new Uint8Array([7, 7]), strToU8('no update')],
    },
  ],
  waves: [
    { head: { id: 'a', fileName: '=1+1.csv' }, parts: [{ part: 'columns/0', hash: hex(part), bytes: part }] },
  ],
  drafts: { i1: '=SUM(A1)\u0000 "unfinished', 'i1~2': 'in a second window' },
  settings: { 'mapping:x': { version: 1, columns: [] } },
};
const packed = await packBackup(backup, digest, step);

describe('a backup file', () => {
  test('comes back exactly, formula-like text and all', async () => {
    expect(await unpackBackup(packed, digest, step)).toEqual({ ok: true, value: backup });
  });

  test('reports its progress to the end', async () => {
    const steps: string[] = [];
    await packBackup(backup, digest, async (done, all) => void steps.push(`${done}/${all}`));
    expect(steps).toEqual(['0/5', '1/5', '2/5', '3/5', '4/5', '5/5']);
  });

  test('is the same content whatever the bytes of its documents', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 5 }), async (states) => {
        const documents = states.map((bytes, i) => ({ name: `interview/i${i}`, state: bytes }));
        const again = await unpackBackup(
          await packBackup({ ...backup, documents }, digest, step),
          digest,
          step,
        );
        expect(again).toEqual({ ok: true, value: { ...backup, documents } });
      }),
      { numRuns: 30 },
    );
  });
});

describe('a workspace larger than a backup may be', () => {
  /** Bytes that are only counted. */
  const large = (length: number) => ({ length }) as Uint8Array;
  const wave = (id: string, length: number) => ({
    head: { id },
    parts: [{ part: 'columns/0', hash: hex(part), bytes: large(length) }],
  });

  test('is never packed into a file that nothing could bring back', async () => {
    const waves = [wave('a', mostBytes / 2), wave('b', mostBytes / 2)];
    await expect(packBackup({ ...backup, waves }, digest, step)).rejects.toThrow(RangeError);
  });

  test('keeps all documents and the surveys that fit beside them, the first of them first', () => {
    const documents = [{ name: 'codebook', state: large(1000), aside: [large(1000)] }];
    const room = mostBytes - mostManifestBytes - 2000;
    const kept = (...sizes: number[]) =>
      wavesThatFit(
        documents,
        sizes.map((size) => wave(`${size}`, size)),
      ).map(({ head }) => Number((head as { id: string }).id));
    expect(kept(1, 2, 3)).toEqual([1, 2, 3]);
    expect(kept(room - 5, 6, 5)).toEqual([room - 5, 5]);
    expect(kept(room + 1)).toEqual([]);
  });
});

/** The same archive with its manifest changed. */
async function tampered(change: (manifest: Record<string, never>) => void) {
  const manifest = {
    format: 'sounding workspace',
    version: 1,
    madeAt: 0,
    workspace: 'w1',
    name: '',
    documents: [{ name: 'codebook', file: 'documents/codebook.yjs', hash: hex(state), bytes: state.length }],
    waves: [],
    drafts: {},
    settings: {},
  };
  change(manifest as unknown as Record<string, never>);
  const said = strToU8(JSON.stringify(manifest));
  const files = { [manifestName]: said, [sealName]: strToU8(hex(said)), 'documents/codebook.yjs': state };
  return unpackBackup(zipSync(files), digest, step);
}
const set = (key: string, value: unknown) => (manifest: Record<string, never>) => {
  Object.assign(manifest, { [key]: value });
};
const kindOf = (result: Awaited<ReturnType<typeof unpackBackup>>) => (result.ok ? 'ok' : result.why.kind);

describe('a hostile or broken file is refused whole', () => {
  test.each([
    ['nothing', new Uint8Array()],
    ['text', strToU8('score,comment\n9,fine\n'.repeat(100))],
    ['noise', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251)],
    ['another zip', zipSync({ 'word/document.xml': strToU8('<x/>') })],
    ['a manifest that is no JSON', zipSync({ [manifestName]: strToU8('{') })],
    ['a manifest of something else', zipSync({ [manifestName]: strToU8('{"format":"x","version":1}') })],
    ['a manifest that is null', zipSync({ [manifestName]: strToU8('null') })],
  ])('%s is not a backup', async (_, bytes) => {
    expect(await unpackBackup(bytes, digest, step)).toEqual({ ok: false, why: { kind: 'notABackup' } });
  });

  test('cut off anywhere or with any byte changed it never comes back as something else', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(packed.length - 1),
        fc.boolean(),
        fc.integer({ min: 1, max: 255 }),
        async (at, cut, by) => {
          const bytes = cut ? packed.slice(0, at) : packed.slice();
          if (!cut) bytes[at] = (bytes[at] ?? 0) ^ by;
          const result = await unpackBackup(bytes, digest, step);
          // A byte that carries no content (a date, a name in a local header) may change; content may not.
          if (result.ok) expect(result.value).toEqual(backup);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('one from a newer version says so', async () => {
    expect(await tampered(set('version', 7))).toEqual({ ok: false, why: { kind: 'newer', version: 7 } });
  });

  test('the untampered archive of this test is fine', async () => {
    expect(kindOf(await tampered(() => {}))).toBe('ok');
  });

  test.each([
    [
      'a document whose hash is another',
      set('documents', [{ name: 'codebook', file: 'documents/codebook.yjs', hash: hex(part), bytes: 4 }]),
    ],
    [
      'a document that is not there',
      set('documents', [{ name: 'codebook', file: 'nowhere', hash: hex(state), bytes: 4 }]),
    ],
    [
      'a document of another workspace',
      set('documents', [
        { name: '../w2/codebook', file: 'documents/codebook.yjs', hash: hex(state), bytes: 4 },
      ]),
    ],
    [
      'a document named twice',
      (m: Record<string, never>) => set('documents', [...(m.documents ?? []), ...(m.documents ?? [])])(m),
    ],
    ['a workspace that is no id', set('workspace', '../../etc')],
    ['a draft that is no text', set('drafts', { i1: { line: 'y' } })],
    ['a draft under an endless key', set('drafts', { ['i'.repeat(1000)]: 'y' })],
    [
      'a length that is no length',
      set('documents', [{ name: 'codebook', file: 'documents/codebook.yjs', hash: hex(state), bytes: -4 }]),
    ],
    ['no list of waves', set('waves', 'none')],
  ])('%s is damage', async (_, change) => {
    expect(kindOf(await tampered(change))).toBe('damaged');
  });

  test('a small file that claims to unpack to gigabytes is refused before it is unpacked', async () => {
    const bytes = zipSync({ [manifestName]: strToU8('{}'), bomb: new Uint8Array(1000) });
    const at = centralSizeOf(bytes, 'bomb');
    new DataView(bytes.buffer).setUint32(at, 0xf0000000, true);
    expect(kindOf(await unpackBackup(bytes, digest, step))).toBe('tooLarge');
  });
});

/** Where the central directory states the unpacked size of an entry. */
function centralSizeOf(zip: Uint8Array, name: string): number {
  const view = new DataView(zip.buffer);
  for (let i = 0; i < zip.length - 46; i++)
    if (view.getUint32(i, true) === 0x02014b50) {
      const length = view.getUint16(i + 28, true);
      if (new TextDecoder().decode(zip.subarray(i + 46, i + 46 + length)) === name) return i + 24;
    }
  throw new Error(`no entry ${name}`);
}
