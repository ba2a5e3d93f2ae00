// What this folder uses of papaparse, in our own words: the published typings pull in Node's and
// would open the purity wall (timers, console and process would compile) without a sound.
// It must never name a stream, a file or a worker.
declare module 'papaparse' {
  /** Something odd about one row; `row` counts from 0 and is missing for faults of the whole text. */
  export interface ParseError {
    readonly type: 'Quotes' | 'Delimiter' | 'FieldMismatch';
    readonly code: string;
    readonly message: string;
    readonly row?: number;
    readonly index?: number;
  }

  export interface ParseMeta {
    readonly delimiter: string;
    readonly linebreak: string;
    readonly aborted: boolean;
    readonly truncated: boolean;
    readonly cursor: number;
  }

  export interface ParseResult {
    readonly data: readonly (readonly string[])[];
    readonly errors: readonly ParseError[];
    readonly meta: ParseMeta;
  }

  /** One row at a time, when `step` is given. */
  export interface ParseStep {
    readonly data: readonly string[];
    readonly errors: readonly ParseError[];
    readonly meta: ParseMeta;
  }

  export interface ParseOptions {
    readonly delimiter?: string;
    readonly newline?: '\r' | '\n' | '\r\n';
    readonly quoteChar?: string;
    readonly delimitersToGuess?: readonly string[];
    readonly preview?: number;
    readonly skipEmptyLines?: boolean | 'greedy';
    readonly step?: (row: ParseStep, parser: { abort(): void }) => void;
  }

  export interface UnparseOptions {
    readonly quotes?: boolean;
    readonly delimiter?: string;
    readonly newline?: string;
    readonly escapeFormulae?: boolean | RegExp;
  }

  const papaparse: {
    parse(text: string, options?: ParseOptions): ParseResult;
    unparse(rows: readonly (readonly string[])[], options?: UnparseOptions): string;
  };
  export default papaparse;
}
