import type { Voice } from './voice.ts';

/** Report export reliability. */
export const reportExport: Voice = {
  valence: 'bad',
  said: [
    [
      'It works on every day but the one that matters. On close day I keep a spreadsheet open, because I no longer believe the button.',
      3,
    ],
    ['It failed on close day in June, in July, and again on 30 September. I have stopped counting.', 3],
    ['The bar goes to ninety-nine and sits there. Nobody upstairs wants to hear about a bar.', 3],
    ['We pull the numbers at six in the morning, because after nine everyone exports and it falls over.', 3],
    ['I sent the board a pack with last month’s figures. The export said it had finished.', 3],
    ['Half the file came out. The wrong half, and no warning.', 3],
    ['Two people, four hours, by hand. Every close. That is what your export costs us.', 3],
    ['The auditor asked why the two exports of one ledger differ by a line. I had no answer.', 3],
    ['I plan the close around your export now. It should be the other way round.', 2],
    ['On a small entity it is fine. On the group it is a coin toss.', 2],
    ['It is not slow, it is unpredictable. Slow I could plan for.', 3],
    ['My team has a name for it. I will not repeat the name.', 2],
    ['You fixed it in May. Then you fixed it in July. It is October.', 3],
    ['If a report cannot leave the building, it is a picture of a report.', 2],
    ['It timed out on the last day of the quarter, with the bank waiting on the phone.', 3],
    ['We export in twelve pieces and glue them together. That cannot be how it was meant.', 2],
    ['I press it and go for a coffee. When I come back I learn whether we close today.', 2],
    ['Month end is three days. One of them belongs to your export.', 3],
    ['It mostly works. Mostly is a strange word in accounting.', 1],
    ['It has let me down twice this year, both times on a Friday evening.', 1],
    ['I would recommend it tomorrow if the export simply told me that it had failed.', 1],
  ],
  noted: [
    'Group export fails on close day, works on all others.',
    'Rebuilt the board pack by hand, four hours, two people.',
    'Board pack went out a day late in July.',
    'Runs the export before seven to avoid the crowd.',
    'Moved all 14 entities to Reports in May, on our advice.',
    'Keeps a parallel spreadsheet for close week.',
    'Export stops without a message above roughly 40,000 lines.',
    'Three closes in a row affected since May.',
    'Splits the export by entity and joins the files afterwards.',
    'Finance director now asks for a printout “just in case”.',
    'Raised it at the quarterly review in September.',
    'Expected a warning when the file is incomplete; there is none.',
    'Bank covenant report was two hours late because of it.',
    'Has asked for a status page for close days.',
    'Tried the scheduled export; it skipped one night without a word.',
    'Would accept slower if it always finished.',
    'Numbers differ between the screen and the file.',
    'Second-line support advised to clear the browser cache.',
  ],
  wished: [
    'Tell me when it has failed. That alone would be worth three points.',
    'Somebody who watches it on close day, so that I need not.',
    'An export that finishes. I would trade every new feature for it.',
    'A number I can ring on close day that reaches a person who can restart it.',
    'Let me schedule it for the night and find it in the morning, every time.',
    'The same figures in the file as on the screen.',
    'Say the limit out loud, and I will plan for it.',
    'Give me back the trust in the button.',
  ],
  comments: [
    'Exports fail when we need them most. Close day is a lottery.',
    'The group export has timed out three months running.',
    'Reports look good on the screen, but getting them out is another story.',
    'Great product until the last day of the month.',
    'We rebuild the board pack in Excel because the export does not finish.',
    'Export is unreliable for larger entities. Support knows.',
  ],
};

/** Unfinished set-up. */
export const unfinishedSetUp: Voice = {
  valence: 'bad',
  said: [
    ['We went live with half the mappings done and somehow that became ours to finish.', 2],
    ['The project ended on your side on a Friday. On ours it is still going.', 2],
    ['Four entities were never mapped. They live in a spreadsheet beside you.', 2],
    ['Whoever set us up has left, and what they set up left with them.', 2],
    ['Each month the same twelve postings, because of one choice in week one.', 2],
    ['We were told phase two would follow. I have learned what phase two means.', 1],
    ['I found the checklist from the kick-off last week. A third of it is ticked.', 2],
    ['We are live the way a house is finished when the kitchen is missing.', 1],
    ['The old chart of accounts is still in there, like a second family.', 1],
    ['Nobody lied to us. It just never got finished.', 2],
    ['It took me a year to learn that this was a set-up matter and not the product.', 1],
  ],
  noted: [
    'Four of 18 entities never mapped since go-live.',
    'Intercompany rules left at their defaults.',
    'Implementation partner gone since March; no hand-over.',
    'Corrects the same postings by hand every month.',
    'Phase two was quoted, never started.',
    'Kick-off checklist: about a third done.',
    'Does not know whom to ask about the set-up any more.',
    'Two approval flows still point to somebody who has left.',
    'Cost centres imported from the old system, with its mistakes.',
  ],
  wished: [
    'Come back for two days and finish what was begun.',
    'One person who looks at our set-up and tells me what is missing.',
    'A health check after ninety days, before habits set.',
    'Do not call it live until it is.',
  ],
  comments: [
    'Still waiting for the second half of our implementation.',
    'Good tool, but our set-up was never completed.',
    'We had to work out the mappings ourselves.',
  ],
};

/** Screen redesign. */
export const screenRedesign: Voice = {
  valence: 'bad',
  said: [
    ['It moved some buttons. That is not why I gave you a five.', 1],
    ['I grumbled for a week, and then I forgot how it was before.', 1],
    ['My colleagues liked the old menu. I could not tell you why.', 1],
  ],
  noted: [
    'Asked about the new screens: no reason for the score.',
    'Needed a week to find the journals again.',
  ],
  wished: [],
  comments: ['The new screens took some getting used to.'],
};

/** Speed. */
export const speed: Voice = {
  valence: 'bad',
  said: [
    ['The consolidation takes eleven minutes. I know, because I have timed it, every month.', 2],
    ['Opening a journal should not leave time to think about one’s life.', 1],
    ['Mornings are quick. After ten it is treacle.', 1],
    ['Drill-down is fast for one entity and then not at all for the group.', 1],
  ],
  noted: ['Consolidation run about eleven minutes.', 'Slow between ten and twelve, most days.'],
  wished: ['Make the group view as quick as the single one.'],
  comments: ['Slow at busy times.', 'Consolidation could be faster.'],
};

/** Integrations. */
export const integrations: Voice = {
  valence: 'bad',
  said: [
    ['The bank feed drops one account a month, never the same one.', 2],
    ['Payroll still comes in by hand. In this day and age.', 1],
    ['Your connector exists. It connects to a version that nobody runs any more.', 2],
    ['We have one person whose job is to carry files between you and the warehouse.', 1],
    ['When it syncs, it is wonderful. I would just like to know when it has not.', 1],
    ['Our planning tool and you disagree about what a month is.', 1],
  ],
  noted: [
    'Bank feed loses an account now and then.',
    'Payroll imported by hand, about two hours a month.',
    'Connector stopped after the warehouse upgrade.',
    'Asks for a log of what was synced.',
  ],
  wished: [
    'One page that tells me what synced last night and what did not.',
    'A payroll connector that holds.',
  ],
  comments: ['Bank feeds need attention too often.', 'Please support our payroll provider.'],
};

/** Missing feature. */
export const missingFeature: Voice = {
  valence: 'bad',
  said: [
    ['I need two people to approve above fifty thousand. You have one.', 1],
    ['Leases are in a spreadsheet. They have been since the standard changed.', 2],
    ['I would like to lock a period for one entity and not the other eleven.', 1],
    ['Forecast is promising. Today it forecasts one thing at a time.', 1],
    ['Multi-currency is there. Multi-currency with hedges is not.', 1],
    ['A comment field on a journal. I have asked for three years, and I still like you.', 1],
  ],
  noted: [
    'Asks for two-step approval above a limit.',
    'Leases kept outside the product.',
    'Wants to lock periods by entity.',
    'Would use Forecast if it took scenarios.',
  ],
  wished: ['Two-step approval, and I would be a nine.', 'Leases, done properly.'],
  comments: ['Solid core, some gaps around approvals.', 'Lease accounting is missing.'],
};

/** Mobile. */
export const mobile: Voice = {
  valence: 'bad',
  said: [
    ['I approve on the train. Or I would.', 1],
    ['On the phone I can see that something waits for me, and that is all I can do.', 1],
  ],
  noted: ['Cannot approve on the phone.'],
  wished: ['Approvals on the phone, nothing more.'],
  comments: ['Mobile approval would help a lot.'],
};

/** Usability, as those see it who like it. */
export const easyToUse: Voice = {
  valence: 'good',
  said: [
    ['A new colleague posted her first journal on day one. I did not have to explain a thing.', 0],
    ['It looks like accounting. Most of the others look like a cockpit.', 0],
    ['I can find any figure in three clicks, and I can prove where it came from.', 0],
    ['My auditors use it without a manual. They said so in writing.', 0],
    ['Everything is where a bookkeeper would put it.', 0],
    ['We trained forty people in a morning, and nobody rang the day after.', 0],
  ],
  noted: [
    'New starters productive within a day.',
    'Trail from figure to posting praised by the auditors.',
    'Uses the product every day without help.',
  ],
  wished: ['Leave the journal screen alone. It is right.'],
  comments: ['Easy to learn and a pleasure to use.', 'Clear, calm, does what it says.', 'My team loves it.'],
};

/** Reliability, as those see it who rely on it. */
export const dependable: Voice = {
  valence: 'good',
  said: [
    ['Four years, and the ledger has never been wrong. People have.', 0],
    ['I forget that it is there. That is the best thing one can say of a ledger.', 0],
    ['We closed in five days last month. It used to be nine.', 0],
    ['When the whole office was down, you were up. I noticed.', 0],
  ],
  noted: ['No outage remembered in four years.', 'Close went from nine days to five.'],
  wished: [],
  comments: ['Reliable. Closes on time.', 'It just works, month after month.'],
};

/** Whether the product keeps moving. */
export const stillAdvancing: Voice = {
  valence: 'bad',
  said: [
    ['I read the release notes for a sign of us. There was none this year.', 1],
    ['Ledger feels finished. I mean that as praise and as a worry.', 1],
    ['The beta looks like a product for somebody else.', 1],
    ['We chose you for where you were going. Are you still going there?', 2],
  ],
  noted: ['Reads release notes, finds little for mid-sized groups.', 'Unsure where the product is heading.'],
  wished: ['Show me next year on one page.'],
  comments: ['What is on the roadmap for us?'],
};
