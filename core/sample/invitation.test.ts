import { expect, test } from 'vitest';
import { rosterPerson } from '#test/fixtures/roster.ts';
import {
  fillInvitation,
  firstNameOf,
  invitationKinds,
  invitationValues,
  longestMailto,
  mailtoOf,
  problemsIn,
  telOf,
  usualInvitations,
} from './index.ts';

const around = { interviewer: 'Mo Adeyemi', cycle: 'Q4 2026', minutes: 30, day: (d: string) => `on ${d}` };
const values = invitationValues(rosterPerson('a', { name: 'Ines Duarte', score: 4 }), around);
const text = (body: string, mayNameScore = false) => ({ subject: 'For {{account}}', body, mayNameScore });

test('fills every placeholder of the person', () => {
  expect(
    fillInvitation(text('{{firstName}}, {{ name }}: {{minutes}} {{answeredOn}} {{interviewer}}'), values),
  ).toEqual({
    ok: true,
    value: {
      subject: 'For Brightwater Logistics',
      body: 'Ines, Ines Duarte: 30 on 2026-10-12 Mo Adeyemi',
    },
  });
});

test('names what it does not know, once each, and sends nothing with a hole in it', () => {
  expect(fillInvitation(text('{{frstName}} {{frstName}} {{score}} {{}}'), values)).toEqual({
    ok: false,
    why: [
      { kind: 'unknownPlaceholder', name: 'frstName' },
      { kind: 'scoreNotTold' },
      { kind: 'unknownPlaceholder', name: '' },
    ],
  });
  const nobody = { ...values, firstName: '' };
  expect(fillInvitation(text('Hello {{firstName}}'), nobody)).toEqual({
    ok: false,
    why: [{ kind: 'noValue', name: 'firstName' }],
  });
  expect(fillInvitation(text('Hello {{firstName|there}}'), nobody)).toMatchObject({
    value: { body: 'Hello there' },
  });
  expect(fillInvitation(text('Hello{{firstName|}}'), nobody)).toMatchObject({ value: { body: 'Hello' } });
});

test('a score is told only where the text allows it, and a 0 is a score', () => {
  const zero = invitationValues(rosterPerson('a', { score: 0 }), around);
  expect(fillInvitation(text('{{score}}', true), zero)).toMatchObject({ value: { body: '0' } });
  expect(problemsIn(text('{{score}}'))).toEqual([{ kind: 'scoreNotTold' }]);
});

test('what a customer is called cannot bring placeholders of its own along', () => {
  const odd = { ...values, name: '{{score}} {{nope}}' };
  expect(fillInvitation(text('{{name}}'), odd)).toMatchObject({ value: { body: '{{score}} {{nope}}' } });
});

test('the usual texts are whole, tell no score, and fit an address of a mail', () => {
  for (const kind of invitationKinds) {
    const usual = usualInvitations[kind];
    expect(problemsIn(usual)).toEqual([]);
    expect(usual.subject + usual.body).not.toContain('{{score}}');
    const filled = fillInvitation(usual, { ...values, firstName: '', account: '', interviewer: '' });
    if (!filled.ok) throw new Error(kind);
    expect(mailtoOf('ines@brightwater.example', filled.value).length).toBeLessThan(longestMailto);
  }
});

test('a mail keeps its line breaks, accents and ampersands', () => {
  const mail = mailtoOf('ines+x@brightwater.example', { subject: 'Q&A', body: 'Grüße\nMo & Co' });
  const url = new URL(mail);
  expect(url.pathname).toBe('ines%2Bx@brightwater.example');
  expect(url.searchParams.get('subject')).toBe('Q&A');
  expect(url.searchParams.get('body')).toBe('Grüße\r\nMo & Co');
  expect(mailtoOf('a@b.c', null)).toBe('mailto:a@b.c');
});

test('finds the name to greet by', () => {
  const names = ['Ines Duarte', 'Duarte, Ines', 'Dr. Ana Kovač', 'J. Smith', '', 'Madonna', 'Ms Lee'];
  expect(names.map(firstNameOf)).toEqual(['Ines', 'Ines', 'Ana', '', '', 'Madonna', 'Lee']);
});

test('a degree or "Jr." after a comma is no name', () => {
  expect(
    ['Ines Duarte, PhD', 'John Smith, Jr.', 'Duarte, Ines, Ph.D.', 'Ada Lin, M.Sc., MBA', 'Lin, PhD'].map(
      firstNameOf,
    ),
  ).toEqual(['Ines', 'John', 'Ines', 'Ada', 'Lin']);
});

test.each([
  // a + belongs to the number wherever it stands before its digits
  ['(+44) 20 7946 0958', 'tel:+442079460958'],
  ['tel: +49 30 123456', 'tel:+4930123456'],
  ['Tel+49 30 123456', 'tel:+4930123456'],
  ['0044 (0)20 7946 0958', 'tel:00442079460958'],
  ['(0)30 123456', 'tel:030123456'],
  // the first of several
  ['020 7946 0112 / 020 7946 0113', 'tel:02079460112'],
  ['020 7946 0112; +44 7700 900123', 'tel:02079460112'],
  ['+44 7700 900123 +44 20 7946 0112', 'tel:+447700900123'],
  ['030 123456 oder 0170 123456', 'tel:030123456'],
  ['089 1234567/68', 'tel:0891234567'],
  ['030/123456', 'tel:030123456'],
  ['020 7946 0112 (mobile)', 'tel:02079460112'],
  // nothing rather than a wrong number
  ['1-800-FLOWERS', ''],
  ['1 800 FLOWERS', ''],
  ['020 7946 0112 020 7946 0113', ''],
])('of "%s" dials "%s"', (cell, tel) => {
  expect(telOf(cell)).toBe(tel);
});

test('dials digits alone', () => {
  expect(telOf('+44 (0)20 7946-0112')).toBe('tel:+442079460112');
  expect(telOf('020 7946 0112 ext. 4')).toBe('tel:02079460112');
  expect(telOf('on request')).toBe('');
});
