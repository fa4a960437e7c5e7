import { enterpriseTier, longStanding, newCustomer, smallTier } from './customerKinds.ts';
import type { Question } from './guide.ts';
import { echo, playBack, probe, wait } from './probes.ts';

/** A question that came with a later version, and the one it stands behind. */
export interface LaterQuestion {
  after: string;
  question: Question;
}

/**
 * What the second version added: how the aspects weigh against each other, what would lower a promoter's answer, and
 * variants by tier and tenure. They ask openly after what is usual for that kind of customer and presume none of it.
 */
export const laterQuestions: readonly LaterQuestion[] = [
  {
    after: 'score-weight',
    question: {
      id: 'score-balance',
      area: 'scoreDrivers',
      bands: [],
      text: 'If more of one of them meant less of another, what would you trade for what?',
      probes: [
        probe('explain', 'What makes that a fair trade?'),
        probe('ladder', 'And what would you gain by it?'),
        echo,
      ],
    },
  },
  {
    after: 'score-kind',
    question: {
      id: 'score-kind-enterprise',
      area: 'scoreDrivers',
      bands: [],
      when: [enterpriseTier],
      insteadOf: 'score-kind',
      text: 'What does an organisation like yours need that others may not, and how does that show in your answer?',
      probes: [
        probe('explain', 'Can you give me an example?'),
        probe('expand', 'Which teams of yours would answer differently, and how?'),
        wait,
      ],
    },
  },
  {
    after: 'score-kind-enterprise',
    question: {
      id: 'score-kind-small',
      area: 'scoreDrivers',
      bands: [],
      when: [smallTier],
      insteadOf: 'score-kind',
      text: 'What matters in a company of your size that may matter less in a larger one, and how does that show in your answer?',
      probes: [
        probe('explain', 'Can you give me an example?'),
        probe('expand', 'What else is particular to the way you work?'),
        wait,
      ],
    },
  },
  {
    after: 'experience-people',
    question: {
      id: 'experience-fit-enterprise',
      area: 'experience',
      bands: [],
      when: [enterpriseTier],
      text: 'What does our product have to fit in with at your end: systems, rules, people? How does that go?',
      probes: [
        probe('expand', 'Who else has to deal with it?'),
        probe('explain', 'Where do you notice that?'),
        probe('ladder', 'And what follows from that for you?'),
      ],
    },
  },
  {
    after: 'experience-fit-enterprise',
    question: {
      id: 'experience-effort-small',
      area: 'experience',
      bands: [],
      when: [smallTier],
      text: 'Think of the time and money you have put in. What has come back, and when?',
      probes: [
        probe('explain', 'How did you tell?'),
        probe('expand', 'What took the most of your time?'),
        probe('ladder', 'What would you have done with that time?'),
      ],
    },
  },
  {
    after: 'experience-effort-small',
    question: {
      id: 'experience-promise-new',
      area: 'experience',
      bands: [],
      when: [newCustomer],
      text: 'What did you expect when you chose us, and how does what you have compare with it?',
      probes: [
        probe('expand', 'Where did that expectation come from?'),
        probe('explain', 'When did you first notice?'),
        playBack,
      ],
    },
  },
  {
    after: 'experience-promise-new',
    question: {
      id: 'experience-years-long',
      area: 'experience',
      bands: [],
      when: [longStanding],
      text: 'How have your needs changed over the years with us, and how have we?',
      probes: [
        probe('explain', 'When did you notice that?'),
        probe('expand', 'What has stayed the same?'),
        probe('ladder', 'What does that mean for the years ahead?'),
      ],
    },
  },
  {
    after: 'competition-weighed',
    question: {
      id: 'competition-say-enterprise',
      area: 'competition',
      bands: [],
      when: [enterpriseTier],
      text: 'Who else has a say in what you use, and what would they tell me?',
      probes: [
        probe('explain', 'What do they look at first?'),
        probe('expand', 'Who speaks for us, and who for another way?'),
        echo,
      ],
    },
  },
  {
    after: 'priorities-never',
    question: {
      id: 'priorities-lower',
      area: 'priorities',
      bands: ['promoter'],
      text: 'What would have to happen for your answer to be lower next time?',
      probes: [
        probe('explain', 'How would you first notice?'),
        probe('expand', 'What else could bring it down?'),
        playBack,
      ],
    },
  },
];
