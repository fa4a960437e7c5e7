import type { Change } from '../../model/change.ts';
import type { DocName } from '../../model/docName.ts';
import { parseId, type ThemeId } from '../../model/ids.ts';
import { type Category, starterId, theme } from '../../themes/index.ts';
import { peers, rivalFaster } from './voices/competitive.ts';
import * as product from './voices/product.ts';
import * as service from './voices/service.ts';
import * as value from './voices/value.ts';
import type { Voice } from './voices/voice.ts';

/** A theme that comes up in the invented interviews: where it lies in the codebook, and what is said about it. */
export interface Topic {
  id: ThemeId;
  voice: Voice;
  /** Themes the sample brings along; the others are in the starter codebook. */
  own?: { name: string; category: Category; definition: string; parent: ThemeId };
}

const starter = (category: Category, last: string, voice: Voice): Topic => ({
  id: starterId(category, last),
  voice,
});

function own(last: string, voice: Voice, theme: Topic['own']): Topic {
  const id = parseId<'theme'>(`sample-${last}`);
  if (!id.ok) throw new Error(`no id: sample-${last}`);
  return { id: id.value, voice, own: theme };
}

export const topics = {
  reportExport: own('report-export', product.reportExport, {
    name: 'Report export reliability',
    category: 'product',
    definition: 'Reports that do not leave the system whole and on time, above all on close day.',
    parent: starterId('product', 'reliability'),
  }),
  setUp: own('unfinished-set-up', product.unfinishedSetUp, {
    name: 'Unfinished set-up',
    category: 'product',
    definition: 'Parts of the first set-up that were never finished and became theirs.',
    parent: starterId('product', 'set-up-debts'),
  }),
  redesign: own('screen-redesign', product.screenRedesign, {
    name: 'Screen redesign',
    category: 'product',
    definition: 'The new screens of this spring.',
    parent: starterId('product', 'usability'),
  }),
  escalation: own('support-escalation', service.supportEscalation, {
    name: 'Support escalation',
    category: 'service',
    definition: 'What happens to a ticket that the first line cannot solve, and who owns it.',
    parent: starterId('service', 'resolution'),
  }),
  priceRise: own('price-rise', value.priceRise, {
    name: 'Price rise at renewal',
    category: 'value',
    definition: 'How much more they pay at renewal, and how they learn of it.',
    parent: starterId('value', 'price'),
  }),
  rivalFaster: own('rival-closes-faster', rivalFaster, {
    name: 'A rival closes faster',
    category: 'competitive',
    definition: 'Others close their books in fewer days, with another tool.',
    parent: starterId('competitive', 'rival-feature'),
  }),
  foughtFor: starter('service', 'being-fought-for', service.beingFoughtFor),
  speed: starter('product', 'speed', product.speed),
  integrations: starter('product', 'integrations', product.integrations),
  gaps: starter('product', 'gaps', product.missingFeature),
  mobile: starter('product', 'mobile', product.mobile),
  easy: own('ease-of-use', product.easyToUse, {
    name: 'Ease of use',
    category: 'product',
    definition: 'What makes everyday work easy: finding, posting, explaining.',
    parent: starterId('product', 'usability'),
  }),
  dependable: starter('product', 'reliability', product.dependable),
  advancing: starter('product', 'still-advancing', product.stillAdvancing),
  manager: starter('service', 'account-manager', service.accountManager),
  managerLost: starter('service', 'account-manager', service.accountManagerChanged),
  quick: starter('service', 'responsiveness', service.quickAnswers),
  onboarding: starter('service', 'onboarding', service.onboarding),
  toldEarly: starter('service', 'being-told-early', service.beingToldEarly),
  known: starter('service', 'being-known', service.beingKnown),
  champion: starter('service', 'one-champion', service.oneChampion),
  return: starter('value', 'visible-return', value.visibleReturn),
  noReturn: starter('value', 'visible-return', value.unclearReturn),
  contract: starter('value', 'contract', value.contract),
  peers: starter('competitive', 'peers', peers),
} as const satisfies Record<string, Topic>;

export type TopicName = keyof typeof topics;

/** The topic as any other, without what is particular to one. */
export function topicOf(name: TopicName): Topic {
  return topics[name];
}

/** Puts the sample's own themes into the codebook, marked as sample. */
export function themeChanges(codebook: DocName): Change[] {
  return Object.values<Topic>(topics).flatMap(({ id, own }) =>
    own
      ? [theme.put(codebook, id, { ...own, mergedInto: '', retired: false, starter: false, sample: true })]
      : [],
  );
}
