/**
 * PapaParse's own cases that come out differently here by intent, each reason with the descriptions it covers. Whatever
 * is not listed must come out as PapaParse expects; a case that is listed and comes out the same fails the test too.
 */
export interface Difference {
  why: string;
  parsing: readonly string[];
  writing: readonly string[];
}

export const differences: readonly Difference[] = [
  {
    why: 'Lines that begin with # are rows like any other: no survey tool writes comments into its export, and an answer may begin with #.',
    parsing: [
      'Commented line at beginning',
      'Commented line in middle',
      'Commented line at end',
      'Two comment lines consecutively',
      'Two comment lines consecutively at end of file',
      'Three comment lines consecutively at beginning of file',
      'Entire file is comment lines',
      'Comment with non-default character',
      'Multi-character comment string',
      'Input with only a commented line',
      'Input with only a commented line and blank line after',
      'Fast mode with comments',
      'Lines with comments are not used when guessing the delimiter in an escaped file',
      'Lines with comments are not used when guessing the delimiter in a non-escaped file',
      'Header row with preceding comment',
    ],
    writing: [],
  },
  {
    why: 'Delimiters are comma, semicolon, tab and pipe; control characters and several characters together are not looked for. Tables are written with commas and CRLF alone.',
    parsing: [
      'ASCII 30 delimiter',
      'ASCII 31 delimiter',
      'Multi-character delimiter',
      'Multi-character delimiter (length 2) with quoted field',
    ],
    writing: [
      'Custom delimiter (ASCII 30)',
      'Custom delimiter (Multi-character)',
      'Custom delimiter (Multi-character), field contains custom delimiter',
      'Custom, but strange, line ending ($)',
    ],
  },
  {
    why: 'Quotes are " and, where nothing else quotes, the apostrophe, and a quote within is doubled: other marks and backslashes are letters, as spreadsheets read them.',
    parsing: [
      'Custom escape character in the middle',
      'Custom escape character at the end',
      'Using reserved regex character . as quote character',
      'Using reserved regex character | as quote character',
    ],
    writing: [
      'Use different escapeChar',
      'Custom quoteChar escapes and quotes embedded quoteChar (no escapeChar)',
      'Custom quoteChar with custom escapeChar quotes and escapes embedded quoteChar',
    ],
  },
  {
    why: 'Spaces between a delimiter and an opening quote are forgiven: hand-made files have them, and the cell would fall apart at its commas.',
    parsing: ['Quoted field with whitespace around quotes'],
    writing: [],
  },
  {
    why: 'A quote that never closes stands for itself: otherwise one stray mark swallows the rest of the file as one cell.',
    parsing: [
      'Quoted field has no closing quote',
      'Quoted field has invalid trailing quote after delimiter',
      'Quoted field has invalid trailing quote before delimiter',
      'Quoted field has invalid trailing quote after new line',
    ],
    writing: [],
  },
  {
    why: 'CR, LF and CRLF all end a row, mixed ones too: files that were glued together have them.',
    parsing: ['Mixed slash n and slash r should choose first as precident'],
    writing: [],
  },
  {
    why: 'A line end at the end of the file ends the last row and begins no empty one.',
    parsing: [
      'One column input with empty fields',
      'Fast mode with blank line at end',
      'Blank lines at end',
      'Empty lines',
    ],
    writing: [],
  },
  {
    why: 'A row of nothing but spaces counts as empty where empty rows are skipped.',
    parsing: ['Skip empty lines, with first line only whitespace'],
    writing: [],
  },
  {
    why: 'Headers that stand twice stay as they are: the mapping tells columns apart by their place, and shows what the file says.',
    parsing: [
      'Simple duplicated header names',
      'Duplicated header names existing column',
      'Duplicate header names with __proto__ field',
    ],
    writing: [],
  },
  {
    why: 'Cells stay text: what is true, empty or a date is stated for a column and seen by the user, never converted on the way in.',
    parsing: ['Dynamic typing converts boolean literals', 'Dynamic typing converts empty values into NULL'],
    writing: [],
  },
  {
    why: 'Lines above the header are told by what they hold, not by a number that somebody states.',
    parsing: [
      'Skip First N number of lines , with header and 2 rows',
      'Skip First N number of lines , with header false',
      'Skip first 2 lines , with custom newline character',
    ],
    writing: [],
  },
  {
    why: 'A table is written from its rows, all of them: which rows and which keys of an object go in is decided by whoever makes them.',
    parsing: [],
    writing: [
      'Specifying data only (no field names), improperly',
      'Returns without empty rows when skipEmptyLines is true',
      "Returns without rows with no content when skipEmptyLines is 'greedy'",
      'Returns empty rows when empty rows are passed and skipEmptyLines is false with headers',
      'Returns without empty rows when skipEmptyLines is true with headers',
      "Returns without rows with no content when skipEmptyLines is 'greedy' with headers",
      'Column option used to manually specify keys',
      'Column option used to manually specify keys with input type object',
    ],
  },
  {
    why: 'A table that leaves the app is always defused: names and comments come from strangers.',
    parsing: [],
    writing: ["Don't escape formulae by default"],
  },
];
