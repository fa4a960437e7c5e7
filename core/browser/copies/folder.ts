import type { CopyFile } from '#core/exchange/index.ts';
import { fail, ok, type Result } from '#core/model/result.ts';
import type { CopyFolder, CopyTrouble } from '#core/ports/copies.ts';

/** What Chromium has beyond the standard: https://wicg.github.io/file-system-access/ */
interface Permitted {
  queryPermission?(what: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(what: { mode: 'readwrite' }): Promise<PermissionState>;
}
type Picker = (options: { id: string; mode: 'readwrite'; startIn: 'documents' }) => Promise<unknown>;

const pickerHere = (): Picker | undefined =>
  (globalThis as unknown as { showDirectoryPicker?: Picker }).showDirectoryPicker;

export const canPickFolder = (): boolean => pickerHere() !== undefined;

/** The folder the user picks; null when none was. Only from a click. */
export async function pickFolder(): Promise<unknown> {
  try {
    return (await pickerHere()?.({ id: 'sounding-copies', mode: 'readwrite', startIn: 'documents' })) ?? null;
  } catch (error) {
    // Closed without a choice, or a folder that the browser keeps for itself and has said so.
    if (error instanceof DOMException && ['AbortError', 'NotAllowedError'].includes(error.name)) return null;
    throw error;
  }
}

/** A directory handle, as it lies in IndexedDB, as a folder; null for anything else. */
export function folderOf(stored: unknown): CopyFolder | null {
  if (!('FileSystemDirectoryHandle' in globalThis) || !(stored instanceof FileSystemDirectoryHandle))
    return null;
  const handle: FileSystemDirectoryHandle & Permitted = stored;
  const leave = async (how: 'queryPermission' | 'requestPermission') => {
    try {
      return ((await handle[how]?.({ mode: 'readwrite' })) ?? 'granted') === 'granted';
    } catch {
      // Asked without a click, or a folder that is gone: writing says which.
      return false;
    }
  };
  return {
    name: handle.name,
    isOpen: () => leave('queryPermission'),
    ask: () => leave('requestPermission'),
    files: () => tried(() => filesIn(handle)),
    write: (name, bytes) => tried(() => write(handle, name, bytes)),
    async remove(name) {
      await tried(() => handle.removeEntry(name));
    },
  };
}

async function filesIn(handle: FileSystemDirectoryHandle): Promise<CopyFile[]> {
  const files: CopyFile[] = [];
  const entries = handle as unknown as AsyncIterable<[string, FileSystemHandle]>;
  for await (const [name, entry] of entries)
    if (entry instanceof FileSystemFileHandle) files.push({ name, bytes: (await entry.getFile()).size });
  return files;
}

/** A writable file takes the place of the one that was there when it is closed, whole; see its `close`. */
async function write(handle: FileSystemDirectoryHandle, name: string, bytes: Uint8Array): Promise<null> {
  const file = await handle.getFileHandle(name, { create: true });
  const out = await file.createWritable();
  try {
    await out.write(new Uint8Array(bytes));
    await out.close();
  } catch (error) {
    await out.abort().catch(() => {});
    // Its name was made first: an empty file is no copy.
    if ((await file.getFile()).size === 0) await handle.removeEntry(name);
    throw error;
  }
  if ((await file.getFile()).size !== bytes.length) throw new Error('the file is not what was written');
  return null;
}

async function tried<T>(work: () => Promise<T>): Promise<Result<T, CopyTrouble>> {
  try {
    return ok(await work());
  } catch (error) {
    return fail(troubleOf(error));
  }
}

function troubleOf(error: unknown): CopyTrouble {
  const { name = '', message = '' } = error instanceof Error || error instanceof DOMException ? error : {};
  if (name === 'NotFoundError') return 'gone';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'leave';
  return name === 'QuotaExceededError' || /full|space|quota/i.test(message) ? 'full' : 'failed';
}
