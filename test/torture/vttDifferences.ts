/** Where reading for the words differs from what a video player does, file by file, on purpose. */
const because = {
  wordsStay: 'a `<` without its `>` is text here; a player drops what follows',
  wordsBehind: 'what stands behind a blank line was said as well; a player drops it',
  noHeader: 'times are enough to know it by; a player wants the heading alone and first',
  withoutTime: 'words under times that cannot be read are kept without a time; a player drops them',
  looseTime: 'a time that a person reads without doubt is read',
  longMinutes: '120 minutes are 120 minutes; vtt.js takes them for hours',
  arrowSaid: 'an arrow without times is text',
  neverClosed:
    'what looks like a tag, and is neither closed nor as its kind is written, was said; a player drops it',
  arrowName: 'a cue named by an arrow is a cue',
} as const;

export const vttDifferences: Readonly<Record<string, keyof typeof because>> = {
  'cue-times/fraction-digits.vtt': 'looseTime',
  'cue-times/incorrect-delimiter.vtt': 'withoutTime',
  'cue-times/min-mid-digits.vtt': 'withoutTime',
  'cue-times/minimum-spots-over-sixty.vtt': 'longMinutes',
  'cue-times/missing-separator.vtt': 'withoutTime',
  'cuetext/bold/with-annotation.vtt': 'neverClosed',
  'cuetext/format/double-line-break.vtt': 'wordsBehind',
  'cuetext/italic/with-annotation.vtt': 'neverClosed',
  'cuetext/lang/no-end-gt.vtt': 'wordsStay',
  'cuetext/tag-format/end-tag-no-gt.vtt': 'wordsStay',
  'cuetext/tag-format/no-closing-gt.vtt': 'wordsStay',
  'cuetext/tag-format/start-tag-missing-gt.vtt': 'wordsStay',
  'cuetext/timestamp/non-digit.vtt': 'neverClosed',
  'cuetext/voice/no-end-gt.vtt': 'wordsStay',
  'file-layout/bad-double-webvtt.vtt': 'withoutTime',
  'file-layout/bom-garbage-data.vtt': 'noHeader',
  'file-layout/bom-tab-webvtt.vtt': 'noHeader',
  'file-layout/header-no-new-line.vtt': 'noHeader',
  'file-layout/newline-before-webvtt.vtt': 'noHeader',
  'file-layout/tab-after-bom-before-header.vtt': 'noHeader',
  'integration/arrows.vtt': 'arrowSaid',
  'integration/id.vtt': 'arrowName',
};
