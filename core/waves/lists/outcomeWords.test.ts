import { expect, test } from 'vitest';
import { outcomeOf } from './outcomeWords.ts';

test.each([
  ['left', ['Did not renew', 'Will not renew', "Didn't renew", 'Non-renewal', 'not renewed', 'Not retained']],
  [
    'left',
    ['Not extended', 'Not active', 'No longer active', 'Inactive', 'Renewal declined', 'Declined renewal'],
  ],
  ['left', ['Non renouvelé', 'no renovado', 'nicht verlängert', 'Renewal: no', 'did not want to renew']],
  ['left', ['Churned', 'Lost', 'Cancelled', 'gekündigt', 'résilié']],
  ['open', ['Renewal due', 'Up for renewal', 'Not yet renewed', 'pending', 'noch nicht verlängert']],
  [
    'renewed',
    ['Renewed', 'renewed, no discount', 'No change, renewed', 'Active', 'Not cancelled', 'verlängert'],
  ],
  ['downgraded', ['Downgraded', 'Contraction']],
  [null, ['constructor', 'Tuesday', '']],
] as const)('an outcome text means %s: %j', (meaning, texts) => {
  for (const text of texts) expect(outcomeOf(text, 'outcome'), text).toBe(meaning);
});

test('yes and no answer the question of the header', () => {
  expect([outcomeOf('yes', 'churned?'), outcomeOf('no', 'churned?')]).toEqual(['left', 'renewed']);
  expect([outcomeOf('yes', 'renewed'), outcomeOf('no', 'renewed')]).toEqual(['renewed', 'left']);
});
