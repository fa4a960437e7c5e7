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
}

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
  },
  {
    name: 'limesurvey',
    marks: ['id', 'submitdate', 'lastpage', 'startlanguage', 'seed', 'startdate', 'datestamp'],
    need: 4,
    roles: {
      ...allIgnored('lastpage, seed, startdate, datestamp'),
      id: 'respondentId',
      submitdate: 'date',
      startlanguage: 'language',
    },
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
  if (best) return { name: best.name, roleOf: (header) => best.roles[plainHeader(header)] ?? null };
  return isGoogleForms(headers)
    ? { name: 'googleforms', roleOf: (h) => (h === headers[0] ? 'date' : null) }
    : null;
}

/** A timestamp in the form's language first, then nothing but wordings of questions. */
function isGoogleForms(headers: readonly string[]): boolean {
  const first = plainHeader(headers[0] ?? '');
  const stamp =
    /^(timestamp|horodateur|zeitstempel|marca temporal|informazioni cronologiche|carimbo de data hora|tijdstempel)$/;
  return (
    stamp.test(first) && headers.length > 1 && headers.slice(1).some((header) => /\s/.test(header.trim()))
  );
}
