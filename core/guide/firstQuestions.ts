import type { Question } from './guide.ts';
import { echo, playBack, probe, wait } from './probes.ts';

/**
 * The guide as Sounding first came with it. Every question is open and names no cause, so that the customer does. Where it
 * speaks to one band it follows the purpose of that call: detractors, what failed and what would win them back;
 * passives, the distance to a promoter; promoters, what must be kept. `{score}` is filled in with the answer given.
 *
 * A question's id is never given to another one: notes and visits refer to it. A changed wording is a new version.
 */
export const firstQuestions: readonly Question[] = [
  ...scoreDrivers(),
  ...experience(),
  ...competition(),
  ...priorities(),
];

function scoreDrivers(): Question[] {
  const area = 'scoreDrivers';
  return [
    {
      id: 'score-reason',
      area,
      bands: [],
      text: 'You answered {score} out of 10. What was on your mind when you chose that number?',
      probes: [wait, echo, probe('expand', 'What else went into it?')],
    },
    {
      id: 'score-fell-short',
      area,
      bands: ['detractor'],
      text: 'Where did we fall short of what you needed, and when did you first notice?',
      probes: [
        probe('expand', 'Tell me more about that.'),
        probe('explain', 'What did you expect to happen instead?'),
        probe('ladder', 'And what did that lead to for you?'),
      ],
    },
    {
      id: 'score-distance',
      area,
      bands: ['passive'],
      text: 'What lay between the {score} you gave and a 9 or a 10?',
      probes: [
        probe('expand', 'What else was in that gap?'),
        probe('explain', 'What would a 10 look like on an ordinary day?'),
        probe('ladder', 'What would that make possible for you?'),
      ],
    },
    {
      id: 'score-keep',
      area,
      bands: ['promoter'],
      text: 'What would you miss most if it were gone tomorrow?',
      probes: [
        probe('expand', 'What else would you miss?'),
        probe('explain', 'How did you manage before you had it?'),
        probe('ladder', 'And why does that matter to you?'),
      ],
    },
    {
      id: 'score-weight',
      area,
      bands: [],
      text: 'Of everything you have named, what weighed most in your answer?',
      probes: [
        probe('explain', 'What puts that above the rest?'),
        probe('expand', 'How do the others compare with it?'),
        playBack,
      ],
    },
    {
      id: 'score-kind',
      area,
      bands: [],
      text: 'What about your company or your role makes this different for you than for others?',
      probes: [wait, probe('explain', 'Can you give me an example?'), echo],
    },
  ];
}

function experience(): Question[] {
  const area = 'experience';
  return [
    {
      id: 'experience-episode',
      area,
      bands: [],
      text: 'Take me back to the last time this mattered. What happened, from the start?',
      probes: [
        probe('expand', 'What happened next?'),
        probe('explain', 'What did you see, and what did you do?'),
        wait,
      ],
    },
    {
      id: 'experience-often',
      area,
      bands: [],
      text: 'How often does that happen, and since when?',
      probes: [
        probe('expand', 'When was the time before that?'),
        probe('explain', 'What was different when it did not happen?'),
        echo,
      ],
    },
    {
      id: 'experience-consequence',
      area,
      bands: [],
      text: 'What did it mean for you and for the people you work with?',
      probes: [
        probe('ladder', 'And what followed from that?'),
        probe('explain', 'How much time or money was that?'),
        playBack,
      ],
    },
    {
      id: 'experience-people',
      area,
      bands: [],
      text: 'Whom did you deal with at our end, and how did that go?',
      probes: [
        probe('expand', 'And who else?'),
        probe('explain', 'What did they do, and what did you need from them?'),
        echo,
      ],
    },
    {
      id: 'experience-workaround',
      area,
      bands: ['detractor'],
      text: 'What have you done about it so far, and what came of that?',
      probes: [
        probe('expand', 'What else have you tried?'),
        probe('explain', 'What would have had to happen for it to work?'),
        probe('ladder', 'What does the way round it cost you?'),
      ],
    },
    {
      id: 'experience-ordinary',
      area,
      bands: ['passive'],
      text: 'Walk me through an ordinary week with us. What do you notice, and what do you hardly notice?',
      probes: [
        probe('expand', 'What else is part of that week?'),
        probe('explain', 'What makes that stand out?'),
        echo,
      ],
    },
    {
      id: 'experience-best',
      area,
      bands: ['promoter'],
      text: 'Tell me about a time that went the way it should. What made the difference?',
      probes: [
        probe('explain', 'Who or what brought that about?'),
        probe('ladder', 'And what did that make possible?'),
        echo,
      ],
    },
  ];
}

function competition(): Question[] {
  const area = 'competition';
  return [
    {
      id: 'competition-known',
      area,
      bands: [],
      text: 'What other ways of getting this done do you know of?',
      probes: [
        probe('expand', 'Which others come to mind?'),
        probe('explain', 'Where did you come across it?'),
        wait,
      ],
    },
    {
      id: 'competition-weighed',
      area,
      bands: [],
      text: 'Which of them have you looked at more closely, and what made you look?',
      probes: [
        probe('explain', 'What did you compare?'),
        probe('expand', 'Who else had a say in that?'),
        playBack,
      ],
    },
    {
      id: 'competition-again',
      area,
      bands: ['detractor'],
      text: 'If you were choosing again today, what would you weigh, and how would we compare?',
      probes: [
        probe('explain', 'What would settle it?'),
        probe('ladder', 'And why would that decide it?'),
        echo,
      ],
    },
    {
      id: 'competition-ahead',
      area,
      bands: ['passive'],
      text: 'Against the others you know, where are we ahead and where are we behind?',
      probes: [
        probe('explain', 'How do you notice that?'),
        probe('ladder', 'What difference does it make to you?'),
        probe('expand', 'What else?'),
      ],
    },
    {
      id: 'competition-told',
      area,
      bands: ['promoter'],
      text: 'When somebody asks you what to use, what do you tell them about us and about the others?',
      probes: [
        probe('explain', 'What do they ask back?'),
        probe('expand', 'Whom would you not send to us?'),
        echo,
      ],
    },
  ];
}

function priorities(): Question[] {
  const area = 'priorities';
  return [
    {
      id: 'priorities-one',
      area,
      bands: [],
      text: 'If we changed one thing, which change would matter most to you?',
      probes: [
        probe('explain', 'What would be different the day after?'),
        probe('ladder', 'And what would that change for you?'),
        wait,
      ],
    },
    {
      id: 'priorities-win-back',
      area,
      bands: ['detractor'],
      text: 'What would you have to see from us before you would give a different answer?',
      probes: [
        probe('explain', 'How would you tell that it had happened?'),
        probe('expand', 'By when would it have to be there?'),
        playBack,
      ],
    },
    {
      id: 'priorities-step',
      area,
      bands: ['passive'],
      text: 'What would have to happen for you to bring us up with a colleague unasked?',
      probes: [
        probe('explain', 'How far away is that today?'),
        probe('expand', 'What stands in its way?'),
        playBack,
      ],
    },
    {
      id: 'priorities-never',
      area,
      bands: ['promoter'],
      text: 'Whatever else we change, what must stay as it is?',
      probes: [
        probe('explain', 'What would happen if it did not?'),
        probe('ladder', 'And why is that important?'),
        playBack,
      ],
    },
    {
      id: 'priorities-second',
      area,
      bands: [],
      text: 'And after that one, what would come next?',
      probes: [
        probe('explain', 'How do the two compare?'),
        probe('expand', 'What would you put last?'),
        echo,
      ],
    },
    {
      id: 'priorities-unasked',
      area,
      bands: [],
      text: 'What have I not asked that I should have?',
      probes: [wait, probe('expand', 'What else should I know?'), playBack],
    },
  ];
}
