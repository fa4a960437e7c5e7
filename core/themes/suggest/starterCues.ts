import { starterId } from '../starter.ts';

/**
 * What people say when they mean a starter theme, so that the first call already gets suggestions. Our own wording, not
 * shown anywhere; it counts for one note, so that a few real ones outweigh it.
 */
export const starterCues: ReadonlyMap<string, string> = new Map([
  [
    starterId('product', 'gaps'),
    'cannot do, is missing, we need a feature, wish it could, there is no way to, not supported, workaround, spreadsheet',
  ],
  [
    starterId('product', 'usability'),
    'too many clicks, confusing, complicated, hard to find, not intuitive, clumsy, nobody understands the menu, training',
  ],
  [
    starterId('product', 'speed'),
    'slow, waiting, takes minutes to load, loading, lag, performance, hangs, sluggish',
  ],
  [
    starterId('product', 'reliability'),
    'crash, bug, error, outage, down, broken, breaks, lost data, unstable, fails, wrong figures',
  ],
  [
    starterId('product', 'mobile'),
    'phone app, tablet, iPad, Android, on the road, in the field, away from the desk, offline',
  ],
  [
    starterId('product', 'integrations'),
    'connect, connector, API, interface, sync with the CRM, ERP, export, import, Salesforce, SAP, data by hand',
  ],
  [
    starterId('product', 'set-up-debts'),
    'set up wrongly, configured years ago, old configuration, migration, legacy, never cleaned up, historic',
  ],
  [
    starterId('product', 'still-advancing'),
    'roadmap, releases, innovation, nothing new, standing still, updates, development has stopped, moving forward',
  ],
  [
    starterId('service', 'responsiveness'),
    'no reply, waited days for an answer, never called back, response time, support is slow to answer, ticket open for weeks',
  ],
  [
    starterId('service', 'resolution'),
    'not solved, still open, came back again, same problem, closed the ticket, fixed, third time, the fix did not work',
  ],
  [
    starterId('service', 'onboarding'),
    'implementation, getting started, first weeks, go live, kick-off, rollout, introduction, set-up took months',
  ],
  [
    starterId('service', 'account-manager'),
    'our contact, customer success manager, changed again, handover, new person, our rep, key account, quarterly review',
  ],
  [
    starterId('service', 'communication'),
    'nobody told us, kept informed, updates by mail, unclear message, status page, announcement, heard nothing',
  ],
  [
    starterId('service', 'being-known'),
    'explain everything again, start from scratch each time, do not know us, our history, who we are, repeat our set-up',
  ],
  [
    starterId('service', 'being-fought-for'),
    'on our side, stood up for us, pushed internally, advocate, escalated for us, took our part',
  ],
  [
    starterId('service', 'being-told-early'),
    'warned in advance, found out too late, last minute, surprise, heads-up, learned it from the invoice, notice beforehand',
  ],
  [
    starterId('service', 'mattering'),
    'just a number, too small for you, feel important, valued, care about us, forgotten, priority',
  ],
  [
    starterId('service', 'one-champion'),
    'only one colleague knows it, if she leaves, depends on one person, single user, key person, nobody else uses it',
  ],
  [
    starterId('service', 'trust-in-leadership'),
    'your management, the board, CEO, takeover, owner, strategy of your company, where you are heading',
  ],
  [
    starterId('value', 'price'),
    'expensive, price increase, costs too much, fee, invoice, bill, discount, cheaper, licence costs, budget',
  ],
  [
    starterId('value', 'visible-return'),
    'ROI, business case, what do we get for it, savings, prove the value, benefit, pays off, worth the money',
  ],
  [
    starterId('value', 'relative-cost'),
    'others charge less, competitor is cheaper, half the price elsewhere, compared with the market, better offer',
  ],
  [
    starterId('value', 'contract'),
    'renewal, notice period, terms, locked in, auto-renew, cancel, minimum seats, signed for three years',
  ],
  [
    starterId('value', 'strategic-fit'),
    'our strategy, future plans, direction, reorganisation, no longer fits, head office decided, moving to the cloud',
  ],
  [
    starterId('value', 'defending-us'),
    'justify you, my boss asks why, convince finance, defend the choice, explain to the board, colleagues question it',
  ],
  [
    starterId('value', 'too-many-vendors'),
    'consolidate suppliers, one platform, fewer tools, procurement wants, already in our suite, vendor list',
  ],
  [
    starterId('competitive', 'rival'),
    'competitor, alternative, looking at, switched to, evaluated, demo of, tender, moved over',
  ],
  [
    starterId('competitive', 'rival-feature'),
    'they can do it, the other tool has, built in over there, you do not have it, saw it at the competitor',
  ],
  [
    starterId('competitive', 'rival-message'),
    'they claim, they promised, their sales says, advertising, pitch, their website says',
  ],
  [
    starterId('competitive', 'peers'),
    'other companies, recommended by, user group, conference, heard from colleagues elsewhere, reviews, reputation',
  ],
]);
