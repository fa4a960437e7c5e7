export {
  type InterviewHead,
  interviewHead,
  type Mention,
  mention,
  mentionId,
  type Note,
  note,
  type Visit,
  visit,
} from './records.ts';
