import { describe, expect, test } from 'vitest';
import { finish } from '../build/build.ts';
import type { Inspection } from '../inspection.ts';
import type { ColumnMapping } from '../mapping.ts';
import { describeQuestion } from '../words.ts';
import { inspectFile } from './inspect.ts';

function inspect(text: string): Inspection {
  const inspected = finish(inspectFile(new TextEncoder().encode(text), 'x.csv'));
  if (!inspected.ok) throw new Error(JSON.stringify(inspected.why));
  const { questions, columns } = inspected.value;
  for (const question of questions) expect(describeQuestion(question, columns)).toMatch(/^[^\n]+[?.]$/);
  return inspected.value;
}
const table = (header: string, row: (i: number) => string, rows = 44): string =>
  `${header}\n${Array.from({ length: rows }, (_, i) => row(i)).join('\n')}`;
const columnOf = ({ mapping }: Inspection, header: string): ColumnMapping => {
  const column = mapping.columns.find((c) => c.header === header);
  if (!column) throw new Error(header);
  return column;
};
const kindsOf = ({ questions }: Inspection): string[] => questions.map(({ kind }) => kind);

describe('rows that are no answers', () => {
  test('Qualtrics: previews and unfinished rows are left out, and that is asked', () => {
    const read = inspect(
      table(
        'StartDate,EndDate,Status,Progress,Finished,RecordedDate,ResponseId,DistributionChannel,UserLanguage,Q1,Q1_NPS_GROUP',
        (i) =>
          `2026-03-01,2026-03-01,${i < 3 ? 'Survey Preview' : 'IP Address'},100,${i % 10 ? 'True' : 'False'},2026-03-01,R_${i},email,EN,${i % 11},Promoter`,
      ),
    );
    expect(columnOf(read, 'Status')).toMatchObject({ role: 'rowFilter', only: ['IP Address'] });
    expect(columnOf(read, 'Finished')).toMatchObject({ role: 'rowFilter', only: ['True'] });
    expect(columnOf(read, 'Q1_NPS_GROUP').role).toBe('ignore');
    expect(read.questions).toContainEqual({
      kind: 'rowsLeftOut',
      column: 2,
      dropped: [{ value: 'Survey Preview', count: 3 }],
    });
  });

  test.each([
    [
      'typeform',
      '#,How likely are you to recommend us?,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID',
      (i: number) =>
        `${i},${i % 11},${i % 5 ? 'completed' : 'partial'},2026-03-01,2026-03-01,2026-03-01,n${i}`,
      'Response Type',
      ['completed'],
    ],
    [
      'formbricks',
      'No.,Response ID,Timestamp,Finished,Survey ID,Formbricks ID (internal),User ID,Tags,1. How likely are you to recommend us?',
      (i: number) => `${i},r${i},2026-03-01,${i % 5 ? 'Yes' : 'No'},s,f${i},u${i},,${i % 11}`,
      'Finished',
      ['Yes'],
    ],
    [
      'delighted',
      'id,person,survey_type,score,comment,permalink,created_at,updated_at',
      (i: number) =>
        `${i},p${i},${i % 4 ? 'nps' : 'csat'},${i % 11},fine,http://x.org/${i},2026-03-01,2026-03-01`,
      'survey_type',
      ['nps'],
    ],
    [
      'asknicely',
      'response_id,person_id,contact_id,name,email,answer,answerlabel,data,comment,dontcontact,responded,question_type',
      (i: number) =>
        `${i},p${i},c${i},Ann,a${i}@x.org,${i % 3 ? i % 11 : ''},x,,fine,${i % 2},2026-03-01,${i % 4 ? 'nps' : 'csat'}`,
      'question_type',
      ['nps'],
    ],
  ] as const)('%s: only some rows count', (preset, header, row, filter, only) => {
    const read = inspect(table(header, row));
    expect(read.preset).toBe(preset);
    expect(columnOf(read, filter)).toMatchObject({ role: 'rowFilter', only });
    expect(kindsOf(read)).toContain('rowsLeftOut');
  });

  test('LimeSurvey: rows without a submitdate are left out where another column gives the date', () => {
    const head = 'id,submitdate,lastpage,startlanguage,seed';
    const row = (i: number): string => `${i},${i % 4 ? '2026-03-01 10:00:00' : ''},3,en,${i}`;
    const dated = inspect(
      table(`${head},startdate,datestamp,NPS`, (i) => `${row(i)},2026-03-01,2026-03-02,${i % 11}`),
    );
    expect(columnOf(dated, 'submitdate')).toMatchObject({ role: 'rowFilter', missing: [''] });
    expect(columnOf(dated, 'datestamp').role).toBe('date');
    expect(dated.questions).toContainEqual({
      kind: 'rowsLeftOut',
      column: 1,
      dropped: [{ value: '', count: 11 }],
    });
    expect(columnOf(inspect(table(`${head},NPS`, (i) => `${row(i)},${i % 11}`)), 'submitdate').role).toBe(
      'date',
    );
  });

  test('a survey type that is not known filters nothing, and is asked about', () => {
    const read = inspect(
      table(
        'id,person,survey_type,score,comment,permalink,created_at,updated_at',
        (i) => `${i},p${i},${i % 2 ? 'a' : 'b'},${i % 11},x,l,2026-03-01,2026-03-01`,
      ),
    );
    expect(columnOf(read, 'survey_type').role).not.toBe('rowFilter');
    expect(kindsOf(read)).toContain('severalSurveys');
  });
});

test('AskNicely: the customer’s own fields are segments, the opt-out is honoured', () => {
  const read = inspect(
    table(
      'response_id,person_id,contact_id,name,email,answer,answerlabel,dontcontact,responded,question_type,plan_c,note_c',
      (i) =>
        `${i},p${i},c${i},Ann,a${i}@x.org,${i % 11},x,${i % 2},2026-03-01,nps,plan ${i % 3},free text ${i}`,
    ),
  );
  expect(['plan_c', 'note_c', 'dontcontact'].map((header) => columnOf(read, header).role)).toEqual([
    'segment',
    'ignore',
    'optOut',
  ]);
});

test('Formbricks: a lost 0 is noticed among few answers', () => {
  const header =
    'No.,Response ID,Timestamp,Finished,Survey ID,Formbricks ID (internal),User ID,Tags,1. How likely are you to recommend us?';
  const read = inspect(table(header, (i) => `${i},r${i},2026-03-01,Yes,s,f${i},u${i},,${i % 11 || ''}`));
  expect(kindsOf(read)).toContain('noZero');
});

test('SurveyMonkey: a question that spreads over several columns names each by its choice', () => {
  const read = inspect(
    `Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,How likely are you to recommend us?,How satisfied are you with,,\n,,,,,,Response,Speed,Price,Care\n${Array.from({ length: 44 }, (_, i) => `${i},1,03/25/2026,03/25/2026,,a${i}@x.org,${i % 11},${1 + (i % 5)},${1 + (i % 4)},${1 + (i % 5)}`).join('\n')}`,
  );
  expect(read.preset).toBe('surveymonkey');
  expect(read.mapping.columns.slice(6).map(({ role, label }) => [role, label])).toEqual([
    ['score', undefined],
    ['rating', undefined],
    ['rating', 'How satisfied are you with: Price'],
    ['rating', 'How satisfied are you with: Care'],
  ]);
});

test.each([
  ['Horodateur', 'Sur une échelle de 0 à 10, recommanderiez-vous notre société à un ami ?'],
  ['Zeitstempel', 'Würden Sie uns weiterempfehlen (0 = gar nicht, 10 = unbedingt)?'],
  ['Sygnatura czasowa', 'Jak bardzo prawdopodobne jest, że polecisz nas znajomemu?'],
  ['タイムスタンプ', 'この製品を友人や同僚に勧める可能性はどのくらいですか'],
  ['Отметка времени', 'Насколько вероятно, что вы порекомендуете нас друзьям?'],
  ['Zaman damgası', 'Bizi bir arkadaşınıza tavsiye etme olasılığınız nedir?'],
  ['时间戳记', '您有多大可能将我们推荐给朋友或同事？请打分'],
  ['Aikaleima', 'Kuinka todennäköisesti suosittelisit meitä ystävälle?'],
])('Google Forms in the language of %s', (stamp, question) => {
  const read = inspect(table(`${stamp},"${question}"`, (i) => `2026/03/${1 + (i % 28)} 10:00:00,${i % 11}`));
  expect(read.preset).toBe('googleforms');
  expect(read.columns.map(({ role }) => role)).toEqual(['date', 'score']);
});

test('a question in an unknown language that names both ends is proposed, and asked about', () => {
  const read = inspect(table('"Foo bar baz (0 - qux, 10 - quux)?",x', (i) => `${i % 11},y`));
  expect(read.columns[0]?.role).toBe('score');
  expect(kindsOf(read)).toContain('isThisNps');
});

test('the ends of a scale in words are numbers all the same', () => {
  const ends = (i: number): string =>
    i === 0 ? '0 - Not at all likely' : i === 10 ? '10 - Extremely likely' : `${i}`;
  const read = inspect(table('How likely are you to recommend us?', (i) => ends(i % 11)));
  expect(read.columns[0]).toMatchObject({ role: 'score', proposedMissing: [] });
});

test('satisfaction from 1 to 5 is offered where no column runs from 0 to 10, never taken', () => {
  const read = inspect(
    table(
      'id,speed rating,Overall satisfaction,mail',
      (i) => `${i},${1 + (i % 5)},${1 + ((i * 2) % 5)},a${i}@x.org`,
    ),
  );
  expect(read.questions).toContainEqual({ kind: 'isThisCsat', column: 2 });
  expect(read.mapping.metric).toBeUndefined();
  expect(read.mapping.columns.some(({ role }) => role === 'score')).toBe(false);
});

test('two scales in one column are told with what lies outside', () => {
  const read = inspect(table('overall rating,x', (i) => `${i < 3 ? 8 : 1 + (i % 5)},y`, 100));
  expect(columnOf(read, 'overall rating')).toMatchObject({ role: 'rating', low: 1, high: 5 });
  expect(read.questions).toContainEqual({
    kind: 'mixedScale',
    column: 0,
    low: 1,
    high: 5,
    outside: [{ value: '8', count: 3 }],
  });
});

test('a day of the month is no date, and that is said', () => {
  const read = inspect(table('nps,INTDATE', (i) => `${i % 11},${1 + (i % 28)}`));
  expect(read.columns[1]?.role).not.toBe('date');
  expect(read.questions).toContainEqual({ kind: 'noDate', column: 1, low: 1, high: 28 });
});

test('codes may be segments: known by their header, or offered', () => {
  const read = inspect(
    table('nps,LANG,STRATA,xyz', (i) => `${i % 11},${1 + (i % 3)},${1 + (i % 4)},${1 + (i % 3)}`, 90),
  );
  expect(read.columns.map(({ role, couldBe }) => couldBe ?? role)).toEqual([
    'score',
    'segment',
    'segment',
    'segment',
  ]);
  expect(read.columns[3]?.role).toBe('ignore');
});
