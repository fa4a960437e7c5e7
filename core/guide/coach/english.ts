import type { CoachLanguage } from './language.ts';

/** The probe coach in English. */
export const english: CoachLanguage = {
  language: 'en',
  words: {
    num: [
      ...['#', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'],
      ...['twelve', 'fifteen', 'twenty', 'thirty', 'forty', 'fifty', 'a hundred', 'a dozen', 'dozens of'],
      ...['a couple of', 'a few', 'several', 'many', 'half a', 'half an'],
    ],
    period: [
      ...['minute', 'minutes', 'hour', 'hours', 'day', 'days', 'week', 'weeks', 'month', 'months'],
      ...['quarter', 'quarters', 'year', 'years', 'morning', 'mornings', 'evening', 'evenings'],
      ...['night', 'nights', 'weekend', 'weekends'],
    ],
    periods: ['minutes', 'hours', 'days', 'weeks', 'months', 'quarters', 'years'],
    spent: ['minute', 'minutes', 'hour', 'hours', 'day', 'days', 'week', 'weeks', 'evening', 'evenings'],
    month: [
      ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
      ...['October', 'November', 'December', 'spring', 'summer', 'autumn', 'winter'],
    ],
    weekday: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    money: [
      ...['€#', '€ #', '$#', '$ #', '£#', '£ #', '#€', '# €', '#k', '# k', '€#k', '$#k', '£#k'],
      ...['{num} euro', '{num} euros', '{num} pounds', '{num} dollars', '{num} francs', '# CHF', 'CHF #'],
      ...['{num} thousand', '{num} million'],
    ],
    who: ['I', 'we', 'they', 'he', 'she', 'you', 'it', 'somebody', 'someone'],
  },
  signs: {
    episode: [
      ...['last {period}', 'last {month}', 'last {weekday}', 'last time', 'the last time', 'the first time'],
      ...['yesterday', 'this morning', 'this {period}', 'the other day', 'the day when', 'one time'],
      ...['{num} {period} ago', 'on {weekday}', 'in {month}', '#th of {month}', '#th {month}', '# {month}'],
      ...['{month} #', '{month} #th', '{date}', 'once when', 'when {who} *ed'],
    ],
    frequency: [
      ...['{num} times', 'twice', 'every {period}', 'every time', 'every single', 'every other', 'every #'],
      ...['each {period}', 'each time', 'any time', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly'],
      ...['always', 'often', 'again and again', 'over and over', 'keeps *ing', 'keep *ing', 'constantly'],
      ...['regularly', 'usually', 'sometimes', 'rarely', 'hardly ever', 'most of the time', 'half the time'],
      ...['all the time', 'the whole time', 'on and off', 'in a row', 'whenever', 'ever since', 'since then'],
      ...['since {month}', 'since {weekday}', 'since last *', 'since the *', 'since we *', 'since I *'],
      ...[
        'since #',
        'since day one',
        'for {num} {period}',
        'for {periods}',
        'once a {period}',
        'in {num} {period}',
      ],
      ...['{num} a {period}', 'per {period}', '{num} of {num}', '{num} out of {num}', '{num} in {num}'],
    ],
    consequence: [
      ...['{money}', '{num} {spent}', '{periods} of work', 'a day late', '{period} late', 'too late'],
      ...['cost us', 'costs us', 'cost me', 'costs me', 'lost', 'we lose', 'had to', 'have to', 'has to'],
      ...['so we', 'so I', 'which means', 'which meant', 'that means', 'as a result', 'led to', 'leads to'],
      ...['ended up', 'end up', 'by hand', 'manually', 'workaround', 'work around', 'delay*', 'missed'],
      ...['wast*', 'overtime', 'complain*', 'escalat*', 'cancelled', 'because of it', 'because of that'],
      ...['therefore', 'extra work', 'rebuil*', 'redo', 'redid', 'stopped using', 'no longer trust*'],
    ],
    expectation: [
      ...['expect*', 'should have', 'should be', 'should not', "shouldn't", 'ought to', 'supposed to'],
      ...['promis*', 'was told', 'were told', 'was sold', 'were sold', 'hoped', 'hoping', 'assumed'],
      ...['I thought', 'we thought', 'would have thought', 'meant to', 'the other way round'],
      ...['used to be', 'instead of', 'normally', 'you said'],
    ],
    fix: [
      ...['would help', 'would have helped', 'would fix', 'would solve', 'would be enough', 'would do'],
      ...['would be worth', 'would be better', 'would like', 'would love', 'if you', 'if they', 'if only'],
      ...['if we could', 'if I could', 'I wish', 'we wish', 'I want', 'we want', 'we need', 'I need'],
      ...['wants to', 'wants a', 'would accept', 'would trade', 'if I had', 'if we had'],
      ...['need a', 'needs a', 'please', 'let me', 'let us', 'give me', 'give us', 'tell me', 'tell us'],
      ...['call me', 'ring me', 'all it takes', 'the solution', 'better if', 'enough if', 'could you'],
    ],
  },
  cause: ['because', 'due to', 'comes down to', 'comes from', 'caused by', 'the reason', 'which is why'],
  parts: {
    episode: {
      problem: [
        { kind: 'expand', text: 'Tell me about the last time. What happened, from the start?' },
        { kind: 'explain', text: 'Where were you just then, and what did you see?' },
      ],
      strength: [
        { kind: 'expand', text: 'Tell me about the last time it went like that. What happened?' },
        { kind: 'explain', text: 'Who was there, and what did each of them do?' },
      ],
    },
    frequency: {
      problem: [
        { kind: 'explain', text: 'How often does that come up, and since when?' },
        { kind: 'expand', text: 'When was the time before that?' },
      ],
      strength: [
        { kind: 'explain', text: 'How often is it like that, and since when?' },
        { kind: 'expand', text: 'When was it different?' },
      ],
    },
    consequence: {
      problem: [
        { kind: 'ladder', text: 'What did that lead to, for you and the people around you?' },
        { kind: 'explain', text: 'How much time or money went into it, if any?' },
      ],
      strength: [
        { kind: 'ladder', text: 'What does that make possible for you?' },
        { kind: 'explain', text: 'What did you do before you had it?' },
      ],
    },
    expectation: {
      problem: [
        { kind: 'explain', text: 'What had you expected to happen?' },
        { kind: 'expand', text: 'Where did that expectation come from?' },
      ],
      strength: [
        { kind: 'explain', text: 'How did that compare with what you had expected?' },
        { kind: 'expand', text: 'What had you been used to until then?' },
      ],
    },
    fix: {
      problem: [
        { kind: 'explain', text: 'What would have to be different for it to be right for you?' },
        { kind: 'expand', text: 'How would you tell that it had been settled?' },
      ],
      strength: [
        { kind: 'explain', text: 'What has to stay as it is?' },
        { kind: 'expand', text: 'What would have to happen for you to lose that?' },
      ],
    },
  },
  value: { kind: 'ladder', text: 'And what makes that important to you?' },
  beneath: { kind: 'explain', text: 'What lies behind that, as you see it?' },
  playBack: { kind: 'playBack', text: 'What I have heard so far is this … Where have I got it wrong?' },
  echo: { kind: 'echo', text: '“{words}”?' },
  wait: { kind: 'wait', text: 'Count to five before you speak.' },
};
