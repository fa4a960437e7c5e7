import type { InvitationKind, InvitationProblem, LocalTime } from '#core/sample/index.ts';

/** What the dialogs of the roster say: to invite, arrange, hand over, add, ask for a score, write the texts. */
export const dialogWords = {
  invite: {
    title: (name: string) => `Invite ${name}`,
    subject: 'Subject',
    mail: 'Open in your mail program',
    copy: 'Copy the text',
    copied: 'Copied.',
    notCopied: 'This browser did not allow copying. Select the text and copy it by hand.',
    mark: 'Mark as invited',
    marked: (name: string) => `${name} is marked as invited.`,
    write: 'Change this text',
    tooLong: 'This text is longer than some mail programs take from a link: copy it instead.',
    noMail: 'No e-mail address is known. Invite by telephone, or copy the text.',
    noName: 'Your name is not known here, so the text ends without it. Settings asks for it.',
    broken: 'This text cannot be sent as it is:',
    purpose: 'Why this call',
  },
  arrange: {
    title: (name: string) => `Arrange the call with ${name}`,
    day: 'Day',
    time: 'Time, as your clock has it',
    minutes: 'Minutes',
    save: 'Arrange and save the calendar file',
    only: 'Arrange without a file',
    noZone: 'Where they are is not known, so nor is their time.',
    done: (name: string, when: string) => `The call with ${name} is arranged for ${when}.`,
    past: 'Choose a day and time that are still to come.',
  },
  hand: {
    title: (name: string) => `Hand over the call with ${name}`,
    to: 'To whom',
    nobody: 'Nobody else has worked in this workspace yet. Give the call back, and a colleague can claim it.',
    save: (name: string) => `Hand over to ${name}`,
    choose: 'Choose a colleague',
    done: (name: string, to: string) => `${to} calls ${name} now.`,
  },
  add: {
    title: 'Add somebody from outside the survey',
    text: 'They are marked as such wherever they appear, and are not part of the draw.',
    name: 'Name',
    email: 'E-mail',
    phone: 'Telephone',
    account: 'Account',
    zone: 'Time zone',
    zoneHint: 'Such as Europe/Berlin or +02:00. May stay empty.',
    score: 'Score they gave',
    scoreUnknown: 'Not known yet',
    band: 'Band',
    bandUnknown: 'Not known',
    bandHint: 'From what you know of them. A score, once they give one, decides.',
    why: 'Why they should be asked',
    save: 'Add to the roster',
    done: (name: string) => `${name} is on the roster.`,
  },
  ask: {
    title: (name: string) => `First ask ${name} for a score`,
    text: 'On a scale from 0 to 10, how likely are you to recommend us? The questions of the call follow from the answer.',
    begin: (score: number) => `Begin the call with a score of ${score}`,
    choose: 'Choose the score they give',
    label: 'Score from 0 to 10',
  },
  texts: {
    title: 'Invitation texts',
    label: 'Whom the text is for',
    for: {
      detractor: 'Detractors',
      passive: 'Passives',
      promoter: 'Promoters',
      outside: 'Others',
    } satisfies Record<InvitationKind, string>,
    subject: 'Subject',
    body: 'Text',
    hint: 'These are filled in for each person; what stands after | is said where the value is not known:',
    score: 'This text may name the score',
    scoreHint: 'Customers are not told their score unless you allow it here.',
    preview: (name: string) => `As ${name} would read it`,
    noPreview: 'Nobody on the roster gets this text yet.',
    save: 'Keep this text',
    saved: 'The text is kept for everybody.',
    usual: 'Back to the usual text',
  },
};

/** What keeps a text from being sent. */
export function problemText(problem: InvitationProblem): string {
  switch (problem.kind) {
    case 'unknownPlaceholder':
      return problem.name ? `“{{${problem.name}}}” is not known.` : '“{{}}” names nothing.';
    case 'noValue':
      return `“{{${problem.name}}}” is not known of this person. Write “{{${problem.name}|something else}}” to say something else.`;
    case 'scoreNotTold':
      return '“{{score}}” would tell the customer their score, which this text does not allow.';
  }
}

/** "10:40 there", "Sat 06:10 there, outside 9 to 18". */
export function thereText({ text, weekday, isOfficeHours }: LocalTime): string {
  return isOfficeHours ? `${text} there` : `${weekday} ${text} there, outside working hours`;
}

const moment = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
});

/** "Tue 13 October at 14:00", by the clock of whoever reads it. */
export const momentText = (at: number): string => moment.format(at);
