export {
  callSecondAt,
  isCustomers,
  type Neighbour,
  notesAt,
  questionAt,
  type Stretch,
  stretchesOf,
  tidyPlace,
  wordsAt,
} from './place.ts';
export { longestFile, longestTranscript, type ReadAs, readTranscript, readTranscriptText } from './read.ts';
export {
  type AboutTranscript,
  keepTranscript,
  removeTranscript,
  type Side,
  sides,
  type TranscriptHead,
  transcriptHead,
  transcriptPart,
  transcriptsIn,
  turnsIn,
} from './records.ts';
export { guessSides } from './sides.ts';
export {
  type Moment,
  type NoTranscript,
  type Speaker,
  secondsAt,
  speakersOf,
  type Transcript,
  type TranscriptFormat,
  type Turn,
  wordsIn,
} from './turn.ts';
