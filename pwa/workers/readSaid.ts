import { docName } from '#core/model/docName.ts';
import type { WorkspaceId } from '#core/model/ids.ts';
import type { Replica } from '#core/ports/replica.ts';
import { type SaidSame, saidSameIn } from '#core/waves/index.ts';

/** Which pairs the team calls one person. Loaded when people are compared: the start of the app needs none of it. */
export async function readSaid(workspace: WorkspaceId, replica: Pick<Replica, 'open'>): Promise<SaidSame> {
  const doc = await replica.open(docName(workspace, 'workspace'));
  try {
    return saidSameIn(doc);
  } finally {
    doc.close();
  }
}
