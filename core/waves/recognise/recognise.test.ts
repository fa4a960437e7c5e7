import { describe, expect, test } from 'vitest';
import { finish } from '../build/build.ts';
import type { Inspection } from '../inspection.ts';
import { plainHeader } from './headers.ts';
import { inspectFile } from './inspect.ts';

function inspect(text: string, kind?: 'contacts'): Inspection {
  const inspected = finish(inspectFile(new TextEncoder().encode(text), 'x.csv', kind));
  if (!inspected.ok) throw new Error(JSON.stringify(inspected.why));
  return inspected.value;
}
const rolesOf = (inspection: Inspection): Record<string, string> =>
  Object.fromEntries(inspection.columns.map(({ header, role }) => [header, role]));
const kindsOf = (inspection: Inspection): string[] => inspection.questions.map(({ kind }) => kind);
const lines = (n: number, line: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => line(i)).join('\n');

test.each([
  ['NetPromoterScore', 'net promoter score'],
  ['Q1_NPS_GROUP', 'q1 nps group'],
  ['IPAddress', 'ip address'],
  [' E-Mail (privé) ', 'e mail prive'],
])('the header %j is read as %j', (header, plain) => expect(plainHeader(header)).toBe(plain));

describe('columns', () => {
  test('an ordinary export is recognised whole', () => {
    const header =
      'Customer ID,Name,E-mail,Phone,Company,Tier,Annual revenue,Customer since,Language,How likely are you to recommend us?,Why?,Response date,Opted out,Speed rating,Weight';
    const body = lines(
      40,
      (i) =>
        `C${i},Ann ${i},a${i}@x.org,+49 30 12345${i},Firm ${i % 9},${i % 2 ? 'Enterprise' : 'Small'},${1000 + i},2024-01-${10 + (i % 18)},de,${i % 11},Because it is slow when it matters ${i},2026-03-${10 + (i % 18)},${i % 5 ? 'no' : 'yes'},${1 + (i % 5)},1.${i}`,
    );
    expect(rolesOf(inspect(`${header}\n${body}`))).toEqual({
      'Customer ID': 'respondentId',
      Name: 'name',
      'E-mail': 'email',
      Phone: 'phone',
      Company: 'account',
      Tier: 'segment',
      'Annual revenue': 'revenue',
      'Customer since': 'customerSince',
      Language: 'language',
      'How likely are you to recommend us?': 'score',
      'Why?': 'comment',
      'Response date': 'date',
      'Opted out': 'optOut',
      'Speed rating': 'rating',
      Weight: 'weight',
    });
  });

  test('the titles of reviews are no job titles', () => {
    const review = inspect(
      `Title,NPS\n${lines(600, (i) => `Carrier number ${i % 150} customer review,${i % 11}`)}`,
    );
    expect(rolesOf(review).Title).not.toBe('role');
    const job = inspect(`Title,NPS\n${lines(600, (i) => `Head of Site ${i % 150},${i % 11}`)}`);
    expect(rolesOf(job).Title).toBe('role');
  });

  test.each([
    'Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?',
    'Quelle est la probabilité que vous nous recommandiez à un ami ?',
    '¿Qué probabilidad hay de que nos recomiende a un amigo?',
    'NPS',
    'Likelihood to recommend (0-10)',
  ])('the question is known: %s', (question) => {
    const inspection = inspect(`"${question}"\n${lines(44, (i) => `${i % 11}`)}`);
    expect(inspection.columns[0]?.role).toBe('score');
    expect(kindsOf(inspection)).not.toContain('isThisNps');
  });

  test('an e-mail is known without a header', () =>
    expect(inspect(`q,x\n${lines(20, (i) => `${i % 11},a${i}@x.org`)}`).columns[1]?.role).toBe('email'));

  test('a 0-10 question that may not be NPS is asked about, never taken', () => {
    const inspection = inspect(`overall_rating,x\n${lines(60, (i) => `${i % 11},b`)}`);
    expect(inspection.columns[0]?.role).toBe('rating');
    expect(inspection.questions).toContainEqual({ kind: 'isThisNps', column: 0 });
  });

  test('"recommended" of yes and no is not the score', () =>
    expect(inspect(`recommend,x\n${lines(60, (i) => `${i % 2},b`)}`).columns[0]?.role).not.toBe('score'));

  test('NPS groups beside the score are not the score', () =>
    expect(rolesOf(inspect(`Q1_NPS_GROUP,Q1\n${lines(44, (i) => `Promoter,${i % 11}`)}`))).toMatchObject({
      Q1_NPS_GROUP: 'ignore',
    }));
});

describe('what is proposed', () => {
  const proposed = (inspection: Inspection, column: number): string[] =>
    inspection.columns[column]?.proposedMissing.map(({ value, count }) => `${value} x ${count}`) ?? [];

  test('a code beside the scale and words for "no answer" come with their counts, and are not assumed', () => {
    const inspection = inspect(
      `nps,speed rating\n${lines(66, (i) => `${i % 12},${i % 6}`)}\nBlank,NA\n10,NA`,
    );
    expect(proposed(inspection, 0)).toEqual(['11 x 5', 'Blank x 1']);
    expect(proposed(inspection, 1)).toEqual(['0 x 11', 'NA x 2']);
    expect(inspection.mapping.columns.every(({ missing }) => missing.length === 0)).toBe(true);
  });

  test('many answers and no 0 are asked about', () => {
    expect(kindsOf(inspect(`nps\n${lines(150, (i) => `${1 + (i % 10)}`)}`))).toContain('noZero');
    expect(kindsOf(inspect(`nps\n${lines(150, (i) => `${i % 11}`)}`))).not.toContain('noZero');
  });

  test('a date that can be read two ways is asked about; one value that cannot settles it', () => {
    const dated = (day: number) =>
      inspect(`nps,date\n${lines(9, (i) => `${i},0${1 + i}/0${1 + (i % 4)}/2026`)}\n9,${day}/02/2026`);
    expect(dated(3).questions).toContainEqual({
      kind: 'dateOrder',
      column: 1,
      sample: '01/01/2026',
      proposed: 'dmy',
    });
    expect(kindsOf(dated(23))).not.toContain('dateOrder');
  });

  test('who cannot be called is said', () => {
    expect(kindsOf(inspect(`nps\n${lines(20, (i) => `${i % 11}`)}`))).toContain('nobodyNamed');
    expect(kindsOf(inspect(`nps,RESPNUM\n${lines(20, (i) => `${i % 11},${i}`)}`))).toContain('noWayToReach');
    expect(kindsOf(inspect('a,b\nx,y\nz,w'))).toContain('noScore');
  });

  test('several surveys in one file are asked about', () =>
    expect(
      kindsOf(inspect(`survey_type,score\n${lines(44, (i) => `${i % 2 ? 'nps' : 'csat'},${i % 11}`)}`)),
    ).toContain('severalSurveys'));
});

describe('survey tools', () => {
  test('Qualtrics: by its own columns, below its three header rows', () => {
    const header =
      'StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,RecipientLastName,RecipientFirstName,RecipientEmail,ExternalReference,LocationLatitude,LocationLongitude,DistributionChannel,UserLanguage,Q1_NPS_GROUP,Q1,Q2';
    const names = header.split(',');
    const wordings = names
      .map((name) => (name === 'Q1' ? 'How likely are you to recommend us?' : name))
      .join(',');
    const ids = names.map((name) => `"{""ImportId"":""${name}""}"`).join(',');
    const body = lines(
      30,
      (i) =>
        `2026-03-01 10:00:00,2026-03-01 10:05:00,0,,100,300,1,2026-03-01 10:05:01,R_${i},Lee,Ann,ann${i}@x.org,,,,email,EN,Promoter,${i % 11},It is quite slow at times ${i}`,
    );
    const inspection = inspect(`${header}\n${wordings}\n${ids}\n${body}`);
    expect(inspection).toMatchObject({ preset: 'qualtrics', rows: 30, headLines: 3 });
    expect(rolesOf(inspection)).toMatchObject({
      RecordedDate: 'date',
      RecipientEmail: 'email',
      RecipientFirstName: 'firstName',
      ResponseId: 'ignore',
      Status: 'rowFilter',
      Q1: 'score',
      Q1_NPS_GROUP: 'ignore',
      Q2: 'comment',
    });
  });

  test('an anonymous Qualtrics export falls back on the number of the response', () => {
    const header =
      'StartDate,EndDate,Status,Progress,Finished,RecordedDate,ResponseId,DistributionChannel,UserLanguage,NPS';
    const body = lines(30, (i) => `2026-03-01,2026-03-01,0,100,1,2026-03-01,R_${i},anonymous,EN,${i % 11}`);
    expect(rolesOf(inspect(`${header}\n${body}`)).ResponseId).toBe('respondentId');
  });

  test.each([
    [
      'surveymonkey',
      'Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,How likely are you to recommend us?',
    ],
    [
      'typeform',
      '#,How likely are you to recommend us?,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID',
    ],
    [
      'formbricks',
      'No.,Response ID,Timestamp,Finished,Survey ID,Formbricks ID (internal),User ID,Tags,1. How likely are you to recommend us?',
    ],
    ['limesurvey', 'id,submitdate,lastpage,startlanguage,seed,startdate,datestamp,NPS'],
    ['delighted', 'id,person,survey_type,score,comment,permalink,created_at,updated_at'],
    [
      'asknicely',
      'response_id,person_id,contact_id,name,email,answer,answerlabel,data,comment,dontcontact,responded,question_type',
    ],
    ['hubspot', 'Rating,Response,Feedback sentiment,Date,Source'],
    ['customergauge', 'CustomerNumber,Email,FirstName,LastName,NetPromoterScore'],
    ['googleforms', 'Horodateur,Quelle est la probabilité que vous nous recommandiez à un ami ?'],
  ])('%s is known by its columns, and its score is found', (preset, header) => {
    const names = header.split(',');
    const isScore = (name: string): boolean =>
      /recommend|recommand|^NPS$|^score$|^answer$|^Rating$|NetPromoter/.test(name);
    const body = lines(44, (i) =>
      names.map((name, at) => (isScore(name) ? i % 11 : `v${at}-${i}`)).join(','),
    );
    const inspection = inspect(`${header}\n${body}`);
    expect(inspection.preset).toBe(preset);
    expect(
      inspection.columns.filter(({ role }) => role === 'score').map(({ header: h }) => isScore(h)),
    ).toEqual([true]);
  });

  test('one column in common is no platform', () =>
    expect(inspect('Email,score\na@x.org,9\nb@x.org,3').preset).toBeNull());
});

test('a contacts file has segments, but no score and no ratings', () => {
  const body = lines(30, (i) => `a${i}@x.org,${i % 11},Enterprise,${i % 6},Firm ${i % 4}`);
  const inspection = inspect(`email,nps,tier,speed rating,account\n${body}`, 'contacts');
  expect(rolesOf(inspection)).toMatchObject({
    email: 'email',
    nps: 'ignore',
    'speed rating': 'ignore',
    account: 'account',
  });
  expect(inspection.questions).toEqual([]);
});

test('each column tells its values, so that a screen can show them', () => {
  const [column] = inspect('nps\n9\n9\n10\n\n"7.5"\nx\n').columns;
  expect(column).toMatchObject({
    filled: 5,
    empty: 0,
    distinct: 4,
    top: [
      { value: '9', count: 2 },
      { value: 'x', count: 1 },
      { value: '7.5', count: 1 },
      { value: '10', count: 1 },
    ],
    numbers: { count: 4, whole: 3, low: 7.5, high: 10 },
  });
});
