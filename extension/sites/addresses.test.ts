import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costOf } from '#test/fixtures/cost.ts';
import { addressesIn, mailtoAddresses } from './addresses.ts';

describe('addresses in a page’s text', () => {
  test.each<[string, string[]]>([
    ['jane@acme.example', ['jane@acme.example']],
    ['Jane Doe <Jane.Doe@Acme.example>', ['jane.doe@acme.example']],
    ['E-mail:jane@acme.example.', ['jane@acme.example']],
    ['jane@acme.example, jp@globex.example', ['jane@acme.example', 'jp@globex.example']],
    ['“jane@acme.example”', ['jane@acme.example']],
    ['jane@acme.example\njane@acme.example', ['jane@acme.example']],
    ["o'hara@acme.example", ["o'hara@acme.example"]],
    ['jane+crm@mail.acme.co.example', ['jane+crm@mail.acme.co.example']],
  ])('%j', (text, expected) => expect(addressesIn(text)).toEqual(expected));
});

describe('what would name somebody else is no address', () => {
  test.each([
    ['a Cyrillic letter in front', 'аjane@acme.example'],
    ['a Cyrillic letter in the domain', 'jane@аcme.example'],
    ['a zero width space', 'mary\u200bjane@acme.example'],
    ['a direction mark', '\u202ejane@acme.example'],
    ['two signs', 'mary@jane@acme.example'],
    ['no domain', 'jane@'],
    ['no top level', 'jane@localhost'],
    ['a dot too many', 'jane..doe@acme.example'],
    ['a number in front of the path', 'https://x.example/?to=jane@acme.example'],
    ['a user part of 65 letters', `${'a'.repeat(65)}@acme.example`],
    ['a megabyte', `${'a'.repeat(500_000)} jane@acme.example ${'b'.repeat(500_000)}`],
  ])('%s', (_, text) => expect(addressesIn(text)).toEqual([]));
});

test('an address found stands in the text, borders on both sides', () => {
  const piece = fc.constantFrom('jane@acme.example', 'a', '@', '.', ' ', '<', 'é', '\u200b', '-', 'x@y.zz');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      for (const address of addressesIn(text)) expect(text.toLowerCase()).toContain(address);
    }),
  );
});

test.each([
  ['@', '@'],
  ['long words and @', `${'a'.repeat(300)}@`],
])('a text of nothing but %s costs what its length says', (_, piece) => {
  const cost = (length: number) => costOf(() => addressesIn(piece.repeat(Math.floor(length / piece.length))));
  // four times as long; sixteen times the cost if every @ went through the whole text
  expect(cost(20_000)).toBeLessThan(10 * cost(5_000));
});

test.each<[string, string[]]>([
  ['mailto:jane@acme.example', ['jane@acme.example']],
  ['MAILTO:Jane%40Acme.example?subject=x@y.example', ['jane@acme.example']],
  ['mailto:a@x.example,b@x.example', ['a@x.example', 'b@x.example']],
  ['mailto:%E0%A4%A', []],
  ['mailto:', []],
  ['javascript:alert(1)//jane@acme.example', []],
])('%j writes to %j', (href, expected) => expect(mailtoAddresses(href)).toEqual(expected));
