import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newSecret } from './secrets.ts';

/** The key that sets up workspaces on this server: made once, kept in the data folder for its owner's eyes alone. */
export async function ownerKey(data: string): Promise<string> {
  const file = join(data, 'owner-key');
  try {
    await writeFile(file, `${newSecret()}\n`, { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const key = (await readFile(file, 'utf8')).trim();
  if (key.length < 40) throw new Error(`${file} is damaged; delete it to have a new key made`);
  return key;
}
