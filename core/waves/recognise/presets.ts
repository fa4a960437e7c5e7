import type { PresetName } from '../inspection.ts';
import type { ColumnRole } from '../mapping.ts';
import { plainHeader } from './headers.ts';

interface Preset {
  name: PresetName;
  /** Headers that only together say which platform it is, plain. */
  marks: readonly string[];
  /** How many of the marks must be there. */
  need: number;
  /** What the platform's own columns mean, plain header to role. */
  roles: Readonly<Record<string, ColumnRole>>;
  /** Columns that say which rows are answers, plain header to the texts of rows that count (`anyText` for any filled cell). */
  counting?: Readonly<Record<string, RegExp>>;
}

/** Survey types that ask the 0-10 question. */
const npsOnly = /^nps$|net ?promoter/i;
const yes = /^(1|true|yes|y|✓|✔|x)$/i;
/** Any filled cell. */
export const anyText = /./s;

const allIgnored = (headers: string): Record<string, ColumnRole> =>
  Object.fromEntries(headers.split(', ').map((header) => [header, 'ignore']));

/** IMPORT.md, with the sources named there. */
const presets: readonly Preset[] = [
  {
    name: 'qualtrics',
    marks: [
      'start date',
      'end date',
      'status',
      'progress',
      'finished',
      'recorded date',
      'response id',
      'distribution channel',
      'user language',
    ],
    need: 5,
    roles: {
      ...allIgnored(
        'start date, end date, status, ip address, progress, duration in seconds, finished, response id, location latitude, location longitude, distribution channel',
      ),
      'recorded date': 'date',
      'recipient last name': 'lastName',
      'recipient first name': 'firstName',
      'recipient email': 'email',
      'external reference': 'respondentId',
      'external data reference': 'respondentId',
      'user language': 'language',
    },
    // Not: survey previews (1), tests (2), spam (8), offline previews (17)
    counting: { status: /^(0|4|16|ip address|imported|offline survey|ex)$/i, finished: yes },
  },
  {
    name: 'surveymonkey',
    marks: [
      'respondent id',
      'collector id',
      'start date',
      'end date',
      'ip address',
      'email address',
      'custom data 1',
    ],
    need: 4,
    roles: {
      ...allIgnored('collector id, start date, ip address, custom data 1'),
      'respondent id': 'ignore',
      'end date': 'date',
      'email address': 'email',
      'first name': 'firstName',
      'last name': 'lastName',
    },
  },
  {
    name: 'typeform',
    marks: ['response type', 'start date utc', 'stage date utc', 'submit date utc', 'network id'],
    need: 3,
    roles: {
      ...allIgnored('response type, start date utc, stage date utc, network id, tags'),
      '': 'ignore',
      'submit date utc': 'date',
    },
    counting: { 'response type': /^completed$/i },
  },
  {
    name: 'formbricks',
    marks: [
      'no',
      'response id',
      'timestamp',
      'finished',
      'survey id',
      'formbricks id internal',
      'user id',
      'tags',
    ],
    need: 5,
    roles: {
      ...allIgnored('no, response id, finished, quotas, survey id, formbricks id internal, tags'),
      timestamp: 'date',
      'user id': 'respondentId',
      'verified email': 'email',
    },
    counting: { finished: yes },
  },
  {
    name: 'limesurvey',
    marks: ['id', 'submitdate', 'lastpage', 'startlanguage', 'seed', 'startdate', 'datestamp'],
    need: 4,
    roles: {
      // its id counts the answers of one survey: the next survey's 1 is somebody else
      ...allIgnored('id, lastpage, seed, startdate, datestamp'),
      submitdate: 'date',
      startlanguage: 'language',
    },
    counting: { submitdate: anyText },
  },
  {
    name: 'delighted',
    marks: [
      'person',
      'survey type',
      'score',
      'comment',
      'permalink',
      'created at',
      'updated at',
      'delighted source',
      'delighted device type',
      'additional answers',
    ],
    need: 4,
    roles: {
      ...allIgnored(
        'id, survey type, permalink, updated at, notes, tags, additional answers, delighted device type',
      ),
      person: 'respondentId',
      score: 'score',
      comment: 'comment',
      'created at': 'date',
    },
    counting: { 'survey type': npsOnly },
  },
  {
    name: 'asknicely',
    marks: [
      'response id',
      'person id',
      'contact id',
      'answer',
      'answerlabel',
      'dontcontact',
      'lastemailed',
      'question type',
      'deliverymethod',
      'email token',
    ],
    need: 4,
    roles: {
      ...allIgnored(
        'response id, contact id, answerlabel, note, status, sent, opened, lastemailed, created, question type, published, deliverymethod, survey template, theme, life cycle, dashboard, email token, data',
      ),
      'person id': 'respondentId',
      name: 'name',
      email: 'email',
      answer: 'score',
      comment: 'comment',
      responded: 'date',
      dontcontact: 'optOut',
      segment: 'segment',
    },
    counting: { 'question type': npsOnly },
  },
  {
    name: 'hubspot',
    marks: [
      'hs value',
      'hs content',
      'hs response group',
      'hs submission timestamp',
      'hs survey type',
      'hs contact id',
      'feedback sentiment',
      'rating',
      'response',
      'source',
      'date',
    ],
    need: 4,
    roles: {
      ...allIgnored('hs response group, hs survey type, feedback sentiment'),
      'hs value': 'score',
      'hs content': 'comment',
      'hs submission timestamp': 'date',
      'hs contact id': 'crmId',
      'hs contact email rollup': 'email',
      rating: 'score',
      response: 'comment',
      date: 'date',
      source: 'segment',
    },
    counting: { 'hs survey type': npsOnly },
  },
  {
    name: 'customergauge',
    marks: ['customer number', 'email', 'first name', 'last name', 'net promoter score'],
    need: 4,
    roles: {
      'customer number': 'respondentId',
      email: 'email',
      'first name': 'firstName',
      'last name': 'lastName',
      'net promoter score': 'score',
    },
  },
];

/** A survey platform that wrote a file, and what it calls its own columns. */
export interface RecognisedPreset {
  name: PresetName;
  roleOf(header: string): ColumnRole | null;
  /** Which texts of a column say that a row counts; null for every other column. */
  countingOf(header: string): RegExp | null;
}

/** Which platform wrote these headers, by several of them together; null when none fits. */
export function presetOf(headers: readonly string[]): RecognisedPreset | null {
  const plain = new Set(headers.map(plainHeader));
  let best: Preset | null = null;
  let bestShare = 0;
  for (const preset of presets) {
    const found = preset.marks.filter((mark) => plain.has(mark)).length;
    const share = found / preset.marks.length;
    if (found < preset.need || share <= bestShare) continue;
    best = preset;
    bestShare = share;
  }
  if (best) return recognised(best, plain);
  return isGoogleForms(headers)
    ? { name: 'googleforms', roleOf: (h) => (h === headers[0] ? 'date' : null), countingOf: () => null }
    : null;
}

function recognised({ name, roles, counting = {} }: Preset, plain: ReadonlySet<string>): RecognisedPreset {
  return {
    name,
    roleOf(header) {
      const own = plainHeader(header);
      if (name === 'limesurvey' && limeDates.includes(own))
        return own === limeDateOf(plain) ? 'date' : 'ignore';
      // AskNicely writes the customer's own fields with this ending.
      if (name === 'asknicely' && /\bc$/.test(own)) return roles[own] ?? 'segment';
      return roles[own] ?? null;
    },
    countingOf: (header) => counting[plainHeader(header)] ?? null,
  };
}

/** LimeSurvey leaves submitdate empty where nobody submitted, so it filters rows where another column gives the date. */
function limeDateOf(plain: ReadonlySet<string>): string {
  return limeDates.find((header) => plain.has(header)) ?? '';
}
const limeDates: readonly string[] = ['datestamp', 'startdate', 'submitdate'];

/** "Timestamp" as Google Forms writes it in the language of the form. */
const stamps: ReadonlySet<string> = new Set(
  [
    'Timestamp',
    'Horodateur',
    'Zeitstempel',
    'Marca temporal',
    'Marca de temps',
    'Informazioni cronologiche',
    'Carimbo de data/hora',
    'Tijdstempel',
    'Sygnatura czasowa',
    'Časové razítko',
    'Časová pečiatka',
    'Časovni žig',
    'Vremenska oznaka',
    'Tidsstempel',
    'Tidsstämpel',
    'Tidstämpel',
    'Aikaleima',
    'Időbélyeg',
    'Zaman damgası',
    'Marcă de timp',
    'Marcaj de timp',
    'Laiko žyma',
    'Laika zīmogs',
    'Ajatempel',
    'Χρονική σήμανση',
    'Отметка времени',
    'Позначка часу',
    'Времево клеймо',
    'Stempel waktu',
    'Cap waktu',
    'Cap masa',
    'Dấu thời gian',
    'タイムスタンプ',
    '타임스탬프',
    '时间戳记',
    '时间戳',
    '時間戳記',
    'ประทับเวลา',
    'חותמת זמן',
    'طابع زمني',
  ].map(plainHeader),
);

/** A timestamp in the form's language first, then wordings of questions. */
function isGoogleForms(headers: readonly string[]): boolean {
  const isStamp = stamps.has(plainHeader(headers[0] ?? ''));
  return isStamp && headers.slice(1).some((header) => isWording(header.trim()));
}

/** Several words; or many letters, where a language is written without spaces. */
const isWording = (header: string): boolean => /\s/.test(header) || header.length >= 12;
