import type { Metric } from './mapping.ts';

/** What a file turned out to be that is neither a table of text nor an XLSX workbook. */
export type OtherFormat =
  | 'xls'
  | 'xlsb'
  | 'ods'
  | 'numbers'
  /** A workbook or archive behind a password. */
  | 'locked'
  | 'document'
  | 'zip'
  | 'pdf'
  | 'image'
  | 'html'
  | 'xml'
  | 'json'
  | 'binary';

/** Why a file cannot become a wave. Nothing is stored then. `describeFault` puts each into one sentence. */
export type ImportFault =
  | { kind: 'empty' }
  | { kind: 'notACsv'; looksLike: OtherFormat }
  /** Neither UTF-8, UTF-16 nor Windows-1252. `line`: the first one that reads as nonsense. */
  | { kind: 'undecodable'; line: number }
  | { kind: 'headerOnly'; columns: number }
  /** An XLSX whose parts are missing, cut off or no XML. */
  | { kind: 'damagedWorkbook' }
  /** An XLSX that unpacks to more than any survey holds. */
  | { kind: 'workbookTooLarge' }
  /** The workbook has no sheet of that name. */
  | { kind: 'sheetAbsent'; sheet: string; sheets: readonly string[] }
  /** `column`: its header, or its number where the header itself holds the cell. `quoted`: it begins with a quotation mark. */
  | { kind: 'cellTooLong'; line: number; column: string; quoted: boolean; bytes: number; limit: number }
  | { kind: 'tooManyColumns'; columns: number; limit: number }
  | { kind: 'noScoreColumn'; columns: number }
  | { kind: 'severalScoreColumns'; headers: readonly string[] }
  /** The mapping names a column the file does not have; `headers` are those missing. */
  | { kind: 'mappedColumnsAbsent'; headers: readonly string[] }
  /** Every filled score cell is something else than a whole number 0-10, or 1-5 where `metric` is satisfaction. */
  | { kind: 'allOutOfRange'; header: string; rows: number; samples: readonly string[]; metric?: Metric }
  /** Row filters leave no row. */
  | { kind: 'allLeftOut'; headers: readonly string[]; rows: number }
  /** Every row has more cells than the header. */
  | { kind: 'rowsDoNotFit'; rows: number; columns: number; line: number }
  /** Every score cell is empty or a code for "no answer". */
  | { kind: 'noAnswers'; header: string; rows: number };

/** Why a contacts file cannot be joined. */
export type ContactsFault =
  | Extract<
      ImportFault,
      {
        kind:
          | 'empty'
          | 'notACsv'
          | 'undecodable'
          | 'headerOnly'
          | 'damagedWorkbook'
          | 'workbookTooLarge'
          | 'sheetAbsent'
          | 'cellTooLong'
          | 'tooManyColumns';
      }
    >
  /** No column to join by: neither an id, an e-mail nor an account name. */
  | { kind: 'nothingToJoinBy'; columns: number };
