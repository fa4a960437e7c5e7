import { countOf, wholeOf } from '#core/browser/parts/figures.ts';

export const codingWords = {
  loading: 'Opening the interview',
  title: 'Tag what was said, on your own',
  speaker: (who: string) => `Speaker: ${who}.`,
  lede: 'You see the notes and your own tags. Those of the call and of other coders stay hidden until you hand in; what you tag here changes nothing in the interview.',
  quoted: (text: string) => `“${text}”`,
  field: (n: number) => `Theme for note ${wholeOf(n)}`,
  hint: 'Type a theme, Enter takes the first',
  nothing: 'No theme is called so. New themes are made in the codebook.',
  add: (name: string) => `Tag with ${name}`,
  remove: (name: string) => `Take off ${name}`,
  grade: (name: string, severity: string) => `How grave ${name} is: ${severity}. Press for the next`,
  severities: ['not stated', 'low', 'medium', 'high'] as const,
  handIn: (tags: number) =>
    tags === 0 ? 'Hand in without a tag' : `Hand in ${countOf(tags, 'tag', 'tags')}`,
  why: 'Once handed in it stays as it is.',
  whyMore: 'Then it is set beside the other coder’s.',
  ask: {
    title: 'Hand in this coding',
    text: 'From then on it is compared with the other coder’s and can no longer be changed, so that talking it over does not make the agreement look better.',
    empty: 'You have tagged nothing: that says none of the themes was raised.',
    stay: 'Go on coding',
  },
  drop: 'Throw this coding away',
  dropped: 'Your coding is thrown away.',
  undo: 'Undo',
  handedIn: {
    title: 'You have handed in your coding',
    text: 'It stays as it is. Where another person has handed in too, the two are compared.',
    action: 'See how far you agree',
  },
  noNotes: {
    title: 'There is nothing to code here yet',
    text: 'This interview has no notes on this device. Once it has, it can be coded.',
    action: 'Back to the evidence',
  },
  lost: {
    title: 'This interview is not here',
    text: 'The link may be from another workspace, or the interview has not reached this device yet.',
    action: 'Back to the evidence',
  },
  failed: {
    title: 'The interview could not be opened',
    text: 'It is safe where it is; nothing was changed. Open it again.',
  },
  again: 'Open again',
  unnamed: 'A theme not named here yet',
};
