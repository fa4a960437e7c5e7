import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { applyUpdate, Doc } from 'yjs';
import { type Backup, unpackBackup } from '#core/exchange/index.ts';
import type { Fields } from '#core/model/json.ts';
import { readCollection } from '#core/replica/index.ts';

/** What a backup file holds; throws where Sounding would refuse it. */
export async function readBackup(bytes: Uint8Array): Promise<Backup> {
  const sha256 = async (part: Uint8Array) => new Uint8Array(createHash('sha256').update(part).digest());
  const backup = await unpackBackup(bytes, sha256, async () => {});
  if (!backup.ok) throw new Error(JSON.stringify(backup.why));
  return backup.value;
}

/** The workspace as a backup file, from the settings screen and by keyboard. */
export async function savedBackup(page: Page): Promise<Backup> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a backup file' }).press('Enter');
  return readBackup(new Uint8Array(readFileSync(await (await download).path())));
}

/** The stored records of a kind, over all documents of a backup, with their ids. */
export function recordsIn({ documents }: Backup, kind: string): (Fields & { id: string })[] {
  return documents.flatMap(({ state }) => {
    const doc = new Doc();
    applyUpdate(doc, state);
    return [...readCollection(doc, kind)].map(([id, fields]) => ({ ...fields, id }));
  });
}
