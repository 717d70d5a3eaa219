/** What stands in a cell. Null is shown as nothing. */
export type PrintedCell = string | number | null;

export interface PrintedTable {
  readonly heading: string;
  /** What is said where there is no row. */
  readonly whenEmpty: string;
  /** Relative widths, one a column, for pages of a fixed width. */
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly PrintedCell[])[];
}

/** A document in words: a title, a few named facts, tables. Every format shows all of it. */
export interface Printable {
  readonly title: string;
  /** What it was made of is as of this instant; without one, as of the moment of printing. */
  readonly asOf?: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly tables: readonly PrintedTable[];
}

export type PrintFormat = 'csv' | 'html' | 'pdf' | 'docx';

/** Documents for people, in the formats offices use. The same document gives the same content in each. */
export interface Printer {
  print(format: PrintFormat, document: Printable): Promise<Uint8Array>;
}
