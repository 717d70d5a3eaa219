/** What can be wrong with a delivered file, and what its sender does about it. */
export const problemAdvice = {
  MALFORMED_JSON: 'Write one complete JSON object on each line.',
  MALFORMED_CSV: 'Put values that hold quotes, delimiters or line ends in quotes, and write a quote inside twice.',
  MALFORMED_PARQUET: 'Write the file anew; a Parquet file that was cut off or encrypted cannot be read.',
  UNCLOSED_QUOTE: 'Close the quote that begins on this line, or write a quote inside a value twice.',
  WRONG_FIELD_COUNT:
    'Give every line as many values as the first line has names; put values with a delimiter in quotes.',
  NOT_AN_OBJECT: 'Write one JSON object on each line, not a list and not a single value.',
  NO_HEADER: 'Begin the file with a line of column names, separated by comma, semicolon, tab, bar or another sign.',
  UNKNOWN_COLUMN: 'Remove the column, or map its name to a column of the dataset.',
  REPEATED_COLUMN: 'Leave the column in the file once only.',
  MISSING_COLUMN: 'Add the column, or map the name it has in your file to it.',
  TOO_MANY_COLUMNS: 'Deliver only the columns of the dataset.',
  TOO_MANY_SCHOOLS:
    'Look whether the right column of your file is mapped to this one: it names the school of each row.',
  REQUIRED: 'Fill in the value.',
  WRONG_TYPE: 'Write the value in the form that the column has in the data dictionary.',
  NOT_A_DATE: 'Write a real date as YYYY-MM-DD; a moment as YYYY-MM-DDThh:mm:ss with its offset from UTC.',
  NOT_IN_CODES: 'Use one of the codes of the data dictionary, letter by letter.',
  DUPLICATE_KEY: 'Keep one row for each key.',
  NO_SUCH_OPERATION: 'Write UPSERT or DELETE in _operation, and DELETE only in a delivery of changes.',
  NO_BASE: 'Deliver the whole dataset once; after that, changes are enough.',
  TOO_LONG: 'Shorten the value or the line.',
  INVALID_TEXT: 'Save the file as UTF-8.',
  NOT_UTF8: 'Save the file as UTF-8 (in a spreadsheet: "CSV UTF-8").',
  NOT_GZIP: 'Pack the file again with gzip, or send it unpacked under a name without .gz.',
  INFLATES_TOO_MUCH: 'Send the file unpacked.',
  FILE_TOO_LARGE: 'Send the data in the form of changes, or as Parquet.',
  FILE_CHANGED: 'Announce and send the file again.',
  NOT_CHECKED: 'Send the file again; if that does not help, ask the state.',
} as const;

export type ProblemCode = keyof typeof problemAdvice;

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problemAdvice, code);

/** The advice beside a problem; a code of an earlier release may have none. */
export const adviceFor = (code: string): string | null => (isProblemCode(code) ? problemAdvice[code] : null);
