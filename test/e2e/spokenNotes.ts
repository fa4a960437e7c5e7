/** A line as it is typed, `\t` for Tab, and how it is kept. */
export interface Said {
  type: string;
  /** Where it is not what was typed. */
  text?: string;
  themes?: readonly string[];
  severity?: 1 | 2 | 3;
  verbatim?: true;
  valence?: 'good' | 'bad';
  people?: readonly string[];
  /** A theme that must be suggested before its Tab. */
  suggested?: string;
  /** A line typed before it that leads to another question. */
  goTo?: string;
}

/** Forty notes of one call, in the order they are heard. */
export const spoken: readonly Said[] = [
  { type: 'Moved in May #reliab\t!!', text: 'Moved in May', themes: ['Reliability'], severity: 2 },
  { type: 'On our own advice' },
  {
    type: '"It failed thrice #reliab\t!!!',
    text: 'It failed thrice',
    themes: ['Reliability'],
    severity: 3,
    verbatim: true,
  },
  { type: 'Always on close day -', text: 'Always on close day', valence: 'bad' },
  { type: 'Board pack late #speed -', text: 'Board pack late', themes: ['Speed'], valence: 'bad' },
  { type: 'Asked @Tom-Reyes twice', text: 'Asked Tom Reyes twice', people: ['Tom Reyes'] },
  {
    type: '"Nobody owns it #resp\t!!',
    text: 'Nobody owns it',
    themes: ['Responsiveness'],
    severity: 2,
    verbatim: true,
  },
  {
    type: 'The price is too expensive\t',
    text: 'The price is too expensive',
    themes: ['Price'],
    suggested: 'Price',
  },
  { type: 'Excel beside it #Safety-net !', text: 'Excel beside it', themes: ['Safety net'], severity: 1 },
  { type: 'Two people, one day' },
  { type: 'Every month #safety', text: 'Every month', themes: ['Safety net'] },
  { type: '"We never trust it', text: 'We never trust it', verbatim: true },
  { type: 'Set up in a hurry #old-set', text: 'Set up in a hurry', themes: ['Old set-up debts'] },
  { type: 'New CFO since June' },
  { type: 'Wants proof #visible\t!!', text: 'Wants proof', themes: ['Visible return'], severity: 2 },
  { type: 'Knows two others', goTo: '/looked' },
  { type: 'Saw a demo #a-rival', text: 'Saw a demo', themes: ['A rival'] },
  {
    type: '"Theirs was quicker #speed !!',
    text: 'Theirs was quicker',
    themes: ['Speed'],
    severity: 2,
    verbatim: true,
  },
  { type: 'Stayed for the data' },
  { type: 'Moving costs more #contract', text: 'Moving costs more', themes: ['Contract'] },
  {
    type: '@Tom-Reyes spoke for us +',
    text: 'Tom Reyes spoke for us',
    people: ['Tom Reyes'],
    valence: 'good',
  },
  {
    type: 'He carries it #one-ch\t!!!',
    text: 'He carries it',
    themes: ['One champion carries it'],
    severity: 3,
  },
  { type: 'He leaves in March' },
  {
    type: '"Then it is open #trust',
    text: 'Then it is open',
    themes: ['Trust in the leadership'],
    verbatim: true,
  },
  { type: 'Heard of it too late' },
  { type: 'No warning at all #being-told', text: 'No warning at all', themes: ['Being told early'] },
  { type: 'One call would do +', text: 'One call would do', valence: 'good' },
  {
    type: '"Ring me first #communi\t!',
    text: 'Ring me first',
    themes: ['Communication'],
    severity: 1,
    verbatim: true,
  },
  { type: 'Ranked #1 in 2019' },
  { type: 'Written in C#, 3 of 14' },
  { type: 'Phone is of no use #mobile', text: 'Phone is of no use', themes: ['Mobile'] },
  { type: 'And/or by e-mail, 24/7' },
  { type: 'Two logins #integ\t#hard', text: 'Two logins', themes: ['Integrations', 'Hard to use'] },
  { type: 'Fix close day first', goTo: '/changed' },
  {
    type: '"Before the year ends #speed !!!',
    text: 'Before the year ends',
    themes: ['Speed'],
    severity: 3,
    verbatim: true,
  },
  { type: 'Then the board pack' },
  { type: 'A name to call #account', text: 'A name to call', themes: ['Account manager'] },
  { type: 'Would be a seven then' },
  {
    type: '"I would say so #what-peers\t+',
    text: 'I would say so',
    themes: ['What peers say'],
    verbatim: true,
    valence: 'good',
  },
  { type: 'Thanked, call in March' },
];

/** How its text stands beside the line. */
export const keptAs = ({ type, text, verbatim }: Said) => (verbatim ? `“${text ?? type}”` : (text ?? type));
