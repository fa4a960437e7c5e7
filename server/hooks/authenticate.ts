import type { Extension, onAuthenticatePayload } from '@hocuspocus/server';
import { parseDocName } from '#core/model/docName.ts';
import { protocolFit, protocolParameter } from '#core/model/protocol.ts';
import type { Doorman } from '../auth/doorman.ts';
import type { ConnectionContext } from './context.ts';
import { deciding, Refusal, type Report } from './guard.ts';

/** Rule: a document opens only to a secret of the workspace that its name begins with. */
export function authenticate(doorman: Doorman, report: Report): Extension<ConnectionContext> {
  return {
    extensionName: 'authenticate',
    onAuthenticate: deciding(
      'authenticate',
      report,
      'failed',
      async (payload: onAuthenticatePayload<ConnectionContext>) => {
        const fit = protocolFit(Number(payload.requestParameters.get(protocolParameter) ?? Number.NaN));
        if (fit !== 'fits') throw new Refusal(fit);
        const name = parseDocName(payload.documentName);
        const { address } = payload.context;
        const admission = await doorman.admit(name.ok ? name.value.workspace : '', payload.token, address);
        if (admission.kind !== 'admitted') throw new Refusal(admission.kind);
        if (!name.ok) throw new Refusal('wrongSecret');
        payload.connectionConfig.readOnly = admission.role === 'reader';
        return { workspace: name.value.workspace, role: admission.role };
      },
    ),
  };
}
