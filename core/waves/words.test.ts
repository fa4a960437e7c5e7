import { afterEach, expect, test } from 'vitest';
import { speak } from '../model/language.ts';
import { tellDifferences } from './carry/tell.ts';
import { describeListFault } from './lists/faultWords.ts';
import { describeFault, describeNoScore, describeNote } from './words.ts';

afterEach(() => speak('en'));

test('in German a file that cannot be read says what it is and what to do', async () => {
  await speak('de');
  expect(describeFault({ kind: 'notACsv', looksLike: 'zip' })).toBe(
    'Das ist ein gepacktes Archiv, keine CSV- oder XLSX-Datei. Entpacken Sie es zuerst.',
  );
  expect(describeFault({ kind: 'mappedColumnsAbsent', headers: ['NPS'] })).toContain(
    'fehlt die Spalte „NPS“',
  );
  expect(describeFault({ kind: 'mappedColumnsAbsent', headers: ['a', 'b', 'c', 'd', 'e'] })).toContain(
    'fehlen die Spalten „a“, „b“, „c“ und 2 weitere',
  );
  expect(describeFault({ kind: 'allOutOfRange', header: 'NPS', rows: 1, samples: ['11'] })).toContain(
    'In 1 gefüllter Zeile',
  );
  expect(describeListFault({ kind: 'noUsableLine', lines: 1200 })).toContain('Keine der 1.200 Zeilen');
  expect(
    describeNoScore({ columns: 3, nearest: { header: 'Minuten', low: 2, high: 1440, whole: false } }),
  ).toBe(
    'Keine Spalte kann die Wertung von 0 bis 10 sein: Am nächsten kommt „Minuten“ mit 2 bis 1.440, meist keine ganzen Zahlen.',
  );
});

test('in German one and several are told apart to the end of the sentence', async () => {
  await speak('de');
  const cells = (count: number) =>
    describeNote({ kind: 'unreadable', header: 'Datum', count, line: 4, value: 'gestern' });
  expect(cells(1)).toMatch(/^1 Zelle von „Datum“ ist nicht lesbar und gilt als unbekannt/);
  expect(cells(2)).toMatch(/^2 Zellen von „Datum“ sind nicht lesbar und gelten als unbekannt/);
  expect(
    describeNote({ kind: 'weights', header: 'w', unknown: 2, line: 3, value: '', taken: 1.25, zeros: 1 }),
  ).toBe(
    '2 Gewichte von „w“ sind nicht lesbar und zählen wie der Durchschnitt, 1,25, zuerst in Zeile 3: eine leere Zelle. 1 Antwort hat das Gewicht 0 und zählt nur in ungewichteten Zahlen.',
  );
});

test('in German what differs from the wave before is told, one or several columns together', async () => {
  await speak('de');
  const gone = (...headers: string[]) =>
    tellDifferences(
      headers.map((header) => ({ kind: 'gone', header, role: 'segment' })),
      [],
    );
  expect(gone('Stufe')).toEqual(['„Stufe“ fehlt.']);
  expect(gone('Stufe', 'Markt')).toEqual(['2 Spalten fehlen: „Stufe“ und „Markt“.']);
});
