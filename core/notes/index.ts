export {
  type Capture,
  captureNote,
  editNote,
  type LineEdit,
  removeNote,
  restoreNote,
  tagNote,
  untagNote,
} from './capture.ts';
export { type OpenTag, openTagAt, rankThemes, type ThemeMatch, withTheme } from './complete.ts';
export { mayRecord, type NotRecordable } from './consent.ts';
export {
  type AlreadyStarted,
  brokenOffAfter,
  type CallStart,
  endInterview,
  pauseBefore,
  reopenInterview,
  secondsInto,
  startInterview,
} from './interview.ts';
export { type Piece, type ReadLine, readLine, type Severity, type TagRead, type Valence } from './line.ts';
export { orderBetween } from './order.ts';
export { notesOf, type TaggedNote, visitsOf } from './read.ts';
export { placeAfter, playedBefore, type SoundPlace, type Stretched, soundAt } from './recording.ts';
export {
  type InterviewHead,
  interviewHead,
  type Mention,
  mention,
  mentionId,
  type Note,
  type NotePlace,
  note,
  type Visit,
  visit,
} from './records.ts';
export { type NamedTheme, type ThemeIndex, themeIndex, themeSlug, typedName } from './themeIndex.ts';
export {
  type AboutTranscript,
  callSecondAt,
  guessSides,
  isCustomers,
  keepTranscript,
  longestTranscript,
  type Moment,
  type Neighbour,
  type NoTranscript,
  notesAt,
  questionAt,
  type ReadAs,
  readTranscript,
  readTranscriptText,
  removeTranscript,
  type Side,
  type Speaker,
  type Stretch,
  secondsAt,
  sides,
  speakersOf,
  stretchesOf,
  type Transcript,
  type TranscriptFormat,
  type TranscriptHead,
  type Turn,
  tidyPlace,
  transcriptHead,
  transcriptPart,
  transcriptsIn,
  turnsIn,
  wordsAt,
  wordsIn,
} from './transcript/index.ts';
export { type Captured, writeLine } from './writeLine.ts';
