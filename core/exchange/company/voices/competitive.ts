import type { Voice } from './voice.ts';

/** A rival closes faster. */
export const rivalFaster: Voice = {
  valence: 'bad',
  said: [
    ['Our sister company closes in three. Not better people, another tool.', 1],
    ['I saw it at a fair. It ran while the man was still talking.', 1],
    ['Our auditors use the other one. They close in four days and they mention it.', 1],
    ['They sent me a stopwatch. A real one. I still have it on my desk.', 1],
    ['I do not want to change. I want to stop hearing how fast the others are.', 1],
    ['They offered to run our last close in their system, for nothing.', 1],
    ['Four days is the number in our industry now. We are at seven.', 1],
    ['The new controller comes from them. She counts the minutes aloud.', 1],
    ['They are quicker. You are kinder. It is close.', 0],
    ['If they had your trail and you had their speed, I could stop reading brochures.', 0],
  ],
  noted: [
    'Knows of a rival that closes in four days (Tallyhouse).',
    'Was shown Tallyhouse at a fair; consolidation in seconds.',
    'Sister company uses Ledgerline, closes in three.',
    'Was offered a trial close by Tallyhouse.',
    'New controller knows the rival from her last post.',
  ],
  wished: ['Four days. Get me to four days.', 'Make the consolidation run while I am still talking.'],
  comments: ['Others close faster.', 'Our auditors recommend a quicker tool.'],
};

/** What peers say. */
export const peers: Voice = {
  valence: 'good',
  said: [
    ['At our controllers’ table three of eight use you. Nobody complains until the wine.', 0],
    ['I was recommended you by a woman who hates software.', 0],
    ['In the user group I hear that it is getting better. I believe them more than you.', 0],
    ['I have sent you two customers. Ask me why, not how many.', 0],
  ],
  noted: ['Came through a recommendation.', 'Has recommended us to two others.'],
  wished: [],
  comments: ['I have recommended Quillon to colleagues.'],
};
