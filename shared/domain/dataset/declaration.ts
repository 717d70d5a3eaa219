/** What the state declares of a dataset, as far as its changes are decided by it. */
export interface Declaration {
  readonly name: string;
  readonly version: number;
  readonly title: string;
  readonly columns: readonly DeclaredColumn[];
  readonly key: readonly string[];
  readonly schoolColumn: string | null;
  readonly schoolThrough: SchoolLink | null;
  /** Further ways to a school, each as good as the first. */
  readonly schoolThroughAlso?: readonly SchoolLink[] | undefined;
  /** Nothing is delivered to it any more. */
  readonly retired?: true | undefined;
}

/** Rows belong to the schools of the same column in another dataset. */
export interface SchoolLink {
  readonly dataset: string;
  readonly column: string;
}

export interface DeclaredColumn {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly codes?: readonly string[] | undefined;
}

/** What a change means for versions that were accepted before, and for rules: told before it is confirmed. */
export interface Consequence {
  readonly pointer: string;
  readonly kind: 'COLUMN_REMOVED' | 'COLUMN_REQUIRED' | 'CODES_NARROWED' | 'RETIRED';
}

/** One step of a declaration; the first has none before it. */
export interface DatasetDeclared<Declared extends Declaration> {
  readonly type: 'DatasetDeclared';
  readonly declaration: Declared;
}
