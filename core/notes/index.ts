export { withThemeBehind } from './behind.ts';
export {
  type BecauseRefusal,
  type Link,
  rootsOf,
  stateBecause,
  takeBackBecause,
} from './beneath.ts';
export {
  type Capture,
  captureNote,
  editNote,
  type LineEdit,
  removeNote,
  restoreNote,
  type Said,
  type Tags,
  tagNote,
  untagNote,
} from './capture.ts';
export { type OpenTag, openTagAt, rankThemes, type ThemeMatch, withTheme } from './complete.ts';
export { mayRecord, type NotRecordable } from './consent.ts';
export {
  coverageOf,
  coversBack,
  coversJoined,
  coversMoved,
  coversSplit,
  dropPart,
  knowPart,
  notesUnder,
  type PartMark,
  type PartStanding,
  type Talk,
} from './coverage.ts';
export { gravest, type Severity, sameSeverity } from './graded.ts';
export {
  type AlreadyStarted,
  brokenOffAfter,
  type CallStart,
  endInterview,
  holdCall,
  holderOf,
  isPaused,
  pauseBefore,
  pauseCall,
  reopenInterview,
  resumeCall,
  secondsInto,
  startInterview,
} from './interview.ts';
export { type JumpMatch, type JumpTarget, openJumpAt, rankJumps } from './jump.ts';
export {
  type PersonRead,
  type Piece,
  type ReadLine,
  readLine,
  type TagRead,
  type ThemeRead,
  type Valence,
} from './line.ts';
export { type Because, because, becauseId, type Cover, cover, coverId, inOrderStated } from './mechanism.ts';
export { orderBetween } from './order.ts';
export { type Nameable, nameIndexOf, rivalIn, rivalNamed, rivalRef } from './people.ts';
export { makeNotesReader, notesOf, type TaggedNote, visitsOf } from './read.ts';
export { placeAfter, playedBefore, type SoundPlace, type Stretched, soundAt } from './recording.ts';
export {
  type InterviewHead,
  interviewHead,
  type Mention,
  mention,
  mentionId,
  type Note,
  note,
  type SaidPlace,
  type Visit,
  visit,
} from './records.ts';
export {
  fileNote,
  type Half,
  joinNotes,
  moveNote,
  type NotePlace,
  type Split,
  splitLine,
  splitNote,
} from './shape.ts';
export { type NoteStep, reversed, stepBetween, takeBack } from './steps.ts';
export {
  type NamedTheme,
  nameSlug,
  noNames,
  type ThemeIndex,
  themeIndex,
  themeSlug,
  typedName,
} from './themeIndex.ts';
export {
  type AboutTranscript,
  callSecondAt,
  guessSides,
  isCustomers,
  keepTranscript,
  longestFile,
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
