import type { Voice } from './voice.ts';

/** Support escalation. */
export const supportEscalation: Voice = {
  valence: 'bad',
  said: [
    ['Everyone is polite. Nobody owns it.', 2],
    ['Our ticket has been to more departments than I have.', 2],
    ['Each new person asks me to describe it from the beginning. I have a document for that now.', 2],
    ['The first answer comes within the hour. The second never does.', 2],
    [
      'Three people told me it was being looked at. I would have traded all three for one name and a phone number.',
      2,
    ],
    ['Escalated means it has left my screen, not that it is anywhere else.', 2],
    ['I only got through when our chairman met yours.', 2],
    ['You closed my ticket because I was on holiday.', 2],
    ['It was solved in the end. By then we had solved it ourselves, another way.', 1],
    ['I am told the severity is three. I was not asked.', 1],
    ['There is a queue, and there is a queue behind the queue.', 2],
    ['I want an engineer, and I get an apology.', 2],
    ['Nine days for a permission that takes one click.', 1],
    ['They ask for the log file. I send the log file. They ask for the log file.', 2],
    ['I have learned which words make a ticket move. I should not need them.', 1],
    ['The chat is quick as long as the question is easy.', 1],
    ['Nobody could tell me who decides.', 2],
  ],
  noted: [
    'Ticket passed between three people, no name to ring on close day.',
    'Ticket open for 23 days, four hand-overs.',
    'Has to explain the case anew at each hand-over.',
    'Second line answers by e-mail only.',
    'Ticket closed automatically after five days without an answer.',
    'Went past support through the account manager.',
    'Does not see what severity a ticket has.',
    'First reply quick, then silence for a week.',
    'Asked twice for the same log file.',
    'Found the answer in a user group.',
    'Would pay for a named contact.',
    'Keeps an own list of open tickets.',
  ],
  wished: [
    'One name and one number for a ticket that hurts.',
    'Show me where my ticket is and who has it.',
    'Ask me how bad it is before you decide.',
    'Let the person who answers first stay with it.',
    'A promise of when, even a late one.',
  ],
  comments: [
    'Support is friendly, but nobody takes ownership.',
    'Escalations disappear.',
    'Support is polite, but by the time someone senior looks, we have found a way round it.',
    'Tickets are passed around for weeks.',
  ],
};

/** Being fought for. */
export const beingFoughtFor: Voice = {
  valence: 'bad',
  said: [
    ['Our last supplier had someone inside who argued for us. I do not know who that is at Quillon.', 2],
    ['I defend you upstairs. Who defends me at your end?', 2],
    ['We signed with people. We were handed to a mailbox.', 2],
    ['When it got difficult, nobody came. Not even on the phone.', 2],
    ['The seller promised to stay close. I have not heard his voice since the signature.', 2],
    ['I would like to be somebody’s bad day when things go wrong here.', 2],
    ['Nobody at Quillon would be sad if we left. Surprised, perhaps.', 2],
    ['In three years I have had four contacts. Each was new to us and to you.', 1],
  ],
  noted: [
    'Cannot name a person at our end who stands up for them.',
    'No visit since the contract was signed.',
    'Contrast with the former supplier, who sat in on the close.',
    'Sponsor calls promised in the sales phase did not happen.',
    'Fourth contact in three years.',
    'Feels handed over after the signature.',
  ],
  wished: [
    'One person inside who loses sleep when we do.',
    'A call a quarter from somebody who can decide.',
    'Introduce me to whoever argues for us.',
  ],
  comments: [
    'After we signed, it went quiet.',
    'We feel like a number since the hand-over.',
    'Nobody at Quillon seems to know us.',
  ],
};

/** Account manager, as those see it who have a good one. */
export const accountManager: Voice = {
  valence: 'good',
  said: [
    ['She knows our year end better than some of my people do.', 0],
    ['He told me not to buy a module. I have trusted him ever since.', 0],
    ['One call, one person, done by the afternoon.', 0],
    ['When she was ill, somebody had read her notes. I was impressed.', 0],
    ['She rings before the close, not after it.', 0],
  ],
  noted: [
    'Account manager known by name, calls before each close.',
    'Was advised against an upgrade; trust.',
  ],
  wished: ['Do not move her to another account.'],
  comments: ['Our account manager makes the difference.', 'Excellent contact person.'],
};

/** Account manager, as those see it who lost theirs. */
export const accountManagerChanged: Voice = {
  valence: 'bad',
  said: [
    ['My new contact asked me what we use you for.', 2],
    ['We learned from an automatic reply that he had left.', 1],
    ['The review was the same slides with another company’s name on page nine.', 2],
  ],
  noted: ['Change of account manager not announced.', 'Quarterly review read from slides.'],
  wished: ['Tell me before my contact changes, not after.'],
  comments: ['Third account manager this year.'],
};

/** Responsiveness, as those see it who get answers. */
export const quickAnswers: Voice = {
  valence: 'good',
  said: [
    ['I wrote at eight, and at twenty past I had my answer and an apology for the delay.', 0],
    ['They rang back. Who rings back?', 0],
    ['The person in the chat had clearly closed a month herself.', 0],
    ['My question became a line in your help pages within a week.', 0],
  ],
  noted: ['Answer within half an hour, by phone.', 'Support knows accounting, not only the product.'],
  wished: [],
  comments: ['Support answers quickly and knows its trade.', 'Fast, human support.'],
};

/** Onboarding. */
export const onboarding: Voice = {
  valence: 'good',
  said: [
    ['We were live in six weeks, and on the day you had said.', 0],
    ['Somebody sat beside us at the first close. That is when I knew.', 0],
    ['The training was about our chart of accounts, not about yours.', 0],
  ],
  noted: ['Live in six weeks, on the planned day.', 'Consultant present at the first close.'],
  wished: [],
  comments: ['Smooth start, on the promised day.', 'Onboarding was excellent.'],
};

/** Being told early. */
export const beingToldEarly: Voice = {
  valence: 'bad',
  said: [
    ['I read about the outage from a customer of ours.', 2],
    ['The maintenance window was announced on the day, for the day.', 1],
    ['If I know on Monday, it is news. If I know on Friday, it is a crisis.', 2],
    ['You knew about the fault in August. You told us in September.', 2],
  ],
  noted: [
    'Heard of an outage from others.',
    'Maintenance announced the same morning.',
    'Known fault told a month late.',
  ],
  wished: ['Bad news on Monday, please, not on close day.'],
  comments: ['Please announce maintenance earlier.', 'We learn about problems too late.'],
};

/** Being known. */
export const beingKnown: Voice = {
  valence: 'good',
  said: [
    ['I never have to explain our structure. They simply know.', 0],
    ['At your conference three people came up to me with our name, not theirs.', 0],
    ['You remembered that we close on a 4-4-5. Nobody remembers that.', 0],
  ],
  noted: ['Known by name in support.', 'Peculiar calendar remembered.'],
  wished: [],
  comments: ['They know us and our business.'],
};

/** One champion carries it. */
export const oneChampion: Voice = {
  valence: 'bad',
  said: [
    ['If Martin leaves, you leave. That is the honest answer.', 2],
    ['I am the only one here who can change a report, and I am on holiday in August.', 1],
    ['It lives in one person’s head, and that head is tired.', 2],
  ],
  noted: ['One person carries the whole product at the customer.', 'No deputy trained.'],
  wished: ['Train a second person here, at your cost.'],
  comments: ['We depend on one colleague who knows the system.'],
};
