import { describe, expect, test } from 'vitest';
import { bytesOf, idOf, outcomeFrom, rolesOf } from '#test/fixtures/waves.ts';
import type { ColumnRole, Mapping } from '../mapping.ts';
import { noSegment } from '../wave.ts';
import { buildWave, finish } from './build.ts';

const mappingOf = (columns: Record<string, ColumnRole>): Mapping => ({
  version: 1,
  columns: Object.entries(columns).map(([header, role]) => ({ header, role, missing: [] })),
});

function join(
  survey: string,
  columns: Record<string, ColumnRole>,
  contacts: string,
  roles: Record<string, ColumnRole>,
) {
  const { wave, join: report } = outcomeFrom({
    id: 'w',
    csv: survey,
    columns: rolesOf(columns),
    importedAt: Date.UTC(2026, 5, 1),
    contacts: { csv: contacts, columns: rolesOf(roles) },
  });
  if (!report) throw new Error('nothing was joined');
  const segments = Object.fromEntries(
    wave.columns.segments.map(({ name, codes, values }) => [
      name,
      Array.from(codes, (code) => (code === noSegment ? null : values[code])),
    ]),
  );
  return { wave, report, segments };
}

const person = {
  email: 'email',
  name: 'name',
  phone: 'phone',
  tier: 'segment',
  account: 'account',
  out: 'optOut',
} as const;

describe('contacts', () => {
  test('join by id, and fill what the survey does not say', () => {
    const { wave, report, segments } = join(
      'nps,id,name\n9,1,Ann\n3,2,\n5,3,Cy',
      { nps: 'score', id: 'respondentId', name: 'name' },
      'key,email,name,phone,tier,account,out\n2,bo@x.org,Bo Berg,+49 1,Enterprise,Acme,yes\n1,ann@x.org,Anna,,Small,Birch,\n9,no@x.org,,,Small,,',
      { key: 'respondentId', ...person },
    );
    expect([...wave.people].map(({ name, email, phone, optOut }) => [name, email, phone, optOut])).toEqual([
      ['Ann', 'ann@x.org', '', false],
      ['Bo Berg', 'bo@x.org', '+49 1', true],
      ['Cy', '', '', false],
    ]);
    expect(segments).toEqual({ tier: ['Small', 'Enterprise', null] });
    expect([...wave.columns.account]).toEqual([0, 1, 0xffffffff]);
    expect([...wave.people].map(({ key }) => key)).toEqual(['id:1', 'id:2', 'id:3']);
    expect(report).toMatchObject({
      contacts: 3,
      joinedById: 2,
      joinedByEmail: 0,
      rowsWithoutContact: 1,
      reachable: 2,
    });
    expect(report.unjoined).toEqual([{ line: 4, by: 'id', value: '9', why: 'nobody' }]);
    expect(report.withoutContact).toEqual([{ row: 2, key: 'id:3', name: 'Cy', email: '', accountName: '' }]);
  });

  test('join by e-mail whatever its case; of two with one e-mail the first counts and the other is listed', () => {
    const { wave, report } = join(
      'nps,email\n9,Ann@X.org',
      { nps: 'score', email: 'email' },
      'email,name,phone,tier,account,out\nann@x.org,Ann,1,,,\nANN@x.org,Other,2,,,',
      person,
    );
    expect(wave.people.at(0)).toMatchObject({
      name: 'Ann',
      phone: '1',
      email: 'Ann@X.org',
      key: 'mail:ann@x.org',
    });
    expect(report).toMatchObject({ joinedByEmail: 1, unjoinedCount: 1 });
    expect(report.unjoined[0]).toMatchObject({ line: 3, why: 'severalContacts' });
  });

  test('an account’s own lines reach all its people', () => {
    const { wave, report, segments } = join(
      'nps,company,tier\n9,Acme,Small\n3, ACME,\n5,Nobody,',
      { nps: 'score', company: 'account', tier: 'segment' },
      'name,revenue,manager,since,Tier\nAcme,"12,000",Mia,2024-01-01,Enterprise\nBirch,1,Moe,2024-01-01,Small',
      {
        name: 'account',
        revenue: 'revenue',
        manager: 'accountManager',
        since: 'customerSince',
        Tier: 'segment',
      },
    );
    expect([...wave.people].map(({ revenue, accountManager }) => [revenue, accountManager])).toEqual([
      [12000, 'Mia'],
      [12000, 'Mia'],
      [null, ''],
    ]);
    expect(segments).toEqual({ tier: ['Small', 'Enterprise', null], Tenure: ['Longer', 'Longer', null] });
    expect(report).toMatchObject({ joinedByAccount: 2, rowsWithoutContact: 1 });
    expect(report.unjoined).toEqual([{ line: 3, by: 'account', value: 'Birch', why: 'nobody' }]);
  });

  test('what is said of a colleague is not said of everybody', () => {
    const { segments } = join(
      'nps,email,company\n9,ann@x.org,Acme\n8,new@x.org,Acme\n7,zed@x.org,Birch',
      { nps: 'score', email: 'email', company: 'account' },
      'email,account,gender,market\nann@x.org,Acme,f,DACH\nbo@x.org,Acme,m,DACH\ncy@x.org,Birch,f,UK',
      { email: 'email', account: 'account', gender: 'segment', market: 'segment' },
    );
    expect(segments).toEqual({ gender: ['f', null, null], market: ['DACH', 'DACH', 'UK'] });
  });

  test('the same id beside another e-mail is somebody else', () => {
    const numbers = Array.from({ length: 60 }, (_, i) => i + 1);
    const { wave, report } = join(
      `nps,id,email\n${numbers.map((i) => `9,${i},p${i}@x.org`).join('\n')}`,
      { nps: 'score', id: 'respondentId', email: 'email' },
      `key,email,phone,out\n${numbers.map((i) => `${i},p${61 - i}@x.org,${61 - i},${i === 60 ? 'yes' : ''}`).join('\n')}\n2,elsewhere@x.org,0,yes`,
      { key: 'respondentId', email: 'email', phone: 'phone', out: 'optOut' },
    );
    expect(report).toMatchObject({ joinedById: 0, joinedByEmail: 60, unjoinedCount: 1 });
    expect([...wave.people].map(({ phone }) => phone)).toEqual(numbers.map(String));
    // p59's contact is 2 in the contacts file, as the line with an opt-out is; p2 is 2 in the survey alone
    const out = [...wave.people].filter(({ optOut }) => optOut).map(({ email }) => email);
    expect(out).toEqual(['p1@x.org', 'p59@x.org']);
  });

  test('a contact whose id stands beside another e-mail is listed with that', () => {
    const { wave, report } = join(
      'nps,id,email\n9,1,Ann@X.org\n8,2,\n7,3,cy@x.org',
      { nps: 'score', id: 'respondentId', email: 'email' },
      'key,email,phone\n1,ann@x.org,1\n2,bo@x.org,2\n3,dan@x.org,3',
      { key: 'respondentId', email: 'email', phone: 'phone' },
    );
    expect([...wave.people].map(({ phone }) => phone)).toEqual(['1', '2', '']);
    expect(report.unjoined).toEqual([{ line: 4, by: 'id', value: '3', why: 'otherEmail' }]);
  });

  test('a file without anything to join by is refused', () => {
    const about = {
      id: idOf<'wave'>('w'),
      cycle: idOf<'cycle'>('c'),
      cycleName: '',
      fileName: '',
      fileSize: 0,
    };
    const rest = { contentHash: '', importedAt: 0, mapping: mappingOf({ nps: 'score' }), sample: false };
    const contacts = { file: bytesOf('phone\n1'), mapping: mappingOf({ phone: 'phone' }) };
    expect(finish(buildWave(bytesOf('nps\n9'), { ...about, ...rest }, contacts))).toEqual({
      ok: false,
      why: { kind: 'nothingToJoinBy', columns: 1 },
    });
  });
});
