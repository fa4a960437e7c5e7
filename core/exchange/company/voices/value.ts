import type { Voice } from './voice.ts';

/** Price rise at renewal. */
export const priceRise: Voice = {
  valence: 'bad',
  said: [
    ['Nine per cent, in a line of eight-point type.', 2],
    ['I learned our new price from the invoice.', 2],
    ['We added nobody, and we pay for more of us.', 1],
    ['My director asked what we get for it. I looked at the ceiling.', 2],
    ['The rise I understand. The tone I do not.', 1],
    ['Eleven per cent I can defend upstairs. Eleven per cent with no letter explaining it, I cannot.', 2],
    ['You raised it in the quarter in which the export failed three times. That takes nerve.', 2],
    ['I had a budget approved in March. In May it was wrong.', 2],
    ['We pay Enterprise prices for a Small answer.', 2],
    ['It arrived nineteen days before the renewal. Our notice is thirty.', 2],
    ['If I had been rung first, I would have grumbled and signed.', 2],
    ['Ten per cent on a tool is a conversation. Ten per cent on a habit is an ambush.', 2],
    ['The discount we were promised ended without a word.', 1],
    ['Your competitor’s first e-mail arrived the week after your letter. Clever of them.', 2],
    ['I know it is still worth it. I am tired of proving it.', 2],
    ['Two rises in eighteen months.', 2],
    ['They call it indexing. I call it a rise.', 1],
    ['Our own customers would not accept it like that.', 2],
    ['I was asked to sign within five days, over Easter.', 2],
    ['It is not the money. It is finding out.', 2],
  ],
  noted: [
    'Rise of 9% at renewal, noticed on the invoice.',
    'Rise of 11%, no letter, no call.',
    'Renewal notice came after the customer’s own notice period.',
    'Had to defend the rise to the board.',
    'Asked for the reason twice, got a price list.',
    'Looked at two alternatives because of it.',
    'Would have accepted it with a call beforehand.',
    'Budget for the year was fixed already.',
    'Loyalty discount lapsed silently.',
    'Second rise within eighteen months.',
    'Compares with wages, which rose by four.',
  ],
  wished: [
    'A call before the letter, and a letter before the invoice.',
    'Tell me the reason in one sentence that I can repeat upstairs.',
    'Ninety days’ notice, and we need never speak of it again.',
    'Freeze it for those who sign for two years.',
  ],
  comments: [
    'Price increase at renewal without any explanation.',
    'Getting expensive. Nobody explained why.',
    'We were surprised by the renewal.',
    'Good, but the price goes up and up.',
  ],
};

/** Visible return, as those see it who can show one. */
export const visibleReturn: Voice = {
  valence: 'good',
  said: [
    ['I showed the board two numbers: nine days, five days. The meeting was short.', 0],
    ['It paid for itself with the first audit.', 0],
    ['We did not replace the colleague who retired. That is the return.', 0],
    ['I can put it on a slide, and I do.', 0],
  ],
  noted: ['Close shortened from nine days to five; shown to the board.', 'Audit fees down by a fifth.'],
  wished: ['Give me that slide every quarter, ready made.'],
  comments: ['Saves us days every month.', 'Worth every penny.'],
};

/** Visible return, as those see it who cannot. */
export const unclearReturn: Voice = {
  valence: 'bad',
  said: [
    ['I believe it saves us time. I could not prove it to anybody.', 1],
    ['What would I show them? A screen that works?', 1],
    ['Half the modules we pay for, we have never opened.', 2],
  ],
  noted: ['Cannot show the benefit in figures.', 'Pays for modules that are not used.'],
  wished: ['A page a year that says what we got out of you.'],
  comments: ['Hard to say what we gain from it.'],
};

/** Contract. */
export const contract: Voice = {
  valence: 'bad',
  said: [
    ['Three years, three months’ notice, three pages on termination.', 1],
    ['We bought a company with twelve people and needed a new contract for them.', 1],
  ],
  noted: ['Contract cannot follow acquisitions during the term.'],
  wished: ['Let the contract grow and shrink with us.'],
  comments: ['Contract terms are inflexible.'],
};
