import * as v from 'valibot';
import { wireName, wireOf } from '#core/browser/overlay/wire.ts';
import { converse } from './door.ts';
import { forgetPairing } from './intake.ts';
import { type FromOwnPages, fromCard, fromContent, fromOwnPages } from './messages.ts';
import { ownDomainsOf } from './ownDomains.ts';
import { showCode } from './pairing.ts';
import { appPageOf, cardTabOf, isOwnPage, visitorOf } from './sender.ts';
import { askAgain, enterOpenPages, followGrants, isOn } from './sites.ts';
import { statusOf } from './status.ts';
import { writeRow } from './store.ts';
import { answerCard, answerEvidence, forgetTab, isHidden, setHidden } from './visits.ts';

/** The composition root of the extension: every listener is set in the first turn, or a woken worker misses it. */

// Page scripts never see session memory, whatever becomes of them.
void chrome.storage.session.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });

let lines = 0;
chrome.runtime.onConnectExternal?.addListener((port) => {
  const origin = port.name === wireName ? appPageOf(port.sender) : null;
  if (!origin || lines >= 8) return port.disconnect();
  lines++;
  const wire = wireOf(port);
  void converse(wire, origin, { changed: () => void askAgain() })
    .catch(() => undefined)
    .finally(() => {
      lines--;
      wire.close();
    });
});

chrome.runtime.onMessage.addListener((message: unknown, sender, reply) => {
  const answer = answerTo(message, sender);
  if (!answer) return false;
  answer.then(reply, () => reply(null));
  return true;
});

/** Who may ask what follows the sender alone; what does not fit its sender is dropped without an answer. */
function answerTo(message: unknown, sender: chrome.runtime.MessageSender): Promise<unknown> | null {
  if (sender.id !== chrome.runtime.id) return null;
  const visitor = visitorOf(sender);
  if (visitor) {
    const evidence = v.safeParse(fromContent, message);
    return evidence.success
      ? isOn(visitor.origin).then((on) =>
          on ? answerEvidence(evidence.output, visitor, Date.now()) : { kind: 'leave' },
        )
      : null;
  }
  const cardTab = cardTabOf(sender);
  if (cardTab !== null) {
    const asked = v.safeParse(fromCard, message);
    return asked.success ? answerCard(asked.output, cardTab) : null;
  }
  if (!isOwnPage(sender)) return null;
  const asked = v.safeParse(fromOwnPages, message);
  return asked.success ? serveOwnPage(asked.output) : null;
}

async function serveOwnPage(message: FromOwnPages): Promise<unknown> {
  switch (message.kind) {
    case 'status':
      break;
    case 'newCode':
      await showCode(Date.now());
      break;
    case 'unpair':
      await forgetPairing();
      await askAgain();
      break;
    case 'hide':
      await setHidden(message.hidden);
      await askAgain();
      break;
    case 'ownDomains':
      await writeRow('ownDomains', ownDomainsOf(message.domains));
      await askAgain();
      break;
  }
  return statusOf(message.kind === 'status' ? message.tab : undefined, Date.now());
}

const grantsChanged = async () => {
  await followGrants();
  await enterOpenPages();
};
chrome.permissions.onAdded.addListener(() => void grantsChanged().then(askAgain));
chrome.permissions.onRemoved.addListener(() => void followGrants().then(askAgain));
chrome.runtime.onInstalled.addListener(() => void grantsChanged());
chrome.runtime.onStartup.addListener(() => void followGrants());
chrome.tabs.onRemoved.addListener((tab) => void forgetTab(tab));
chrome.commands.onCommand.addListener((command) => {
  if (command === 'hide')
    void isHidden()
      .then((hidden) => setHidden(!hidden))
      .then(askAgain);
});
