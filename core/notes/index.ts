export {
  type InterviewHead,
  interviewHead,
  type Mention,
  mention,
  mentionId,
  type Note,
  note,
} from './records.ts';
