// What the script and the tests that it runs exchange.

declare module 'vitest' {
  interface ProvidedContext {
    /** The active mutant, null in the dry run, and how many milliseconds a file may take. */
    readonly mutant: { readonly id: number | null; readonly timeout: number };
  }
  interface TaskMeta {
    /** In the dry run: the mutants whose code this file ran. */
    covered?: readonly number[];
  }
}

/** The message of the error that ends a mutant's loop. */
export const timeoutMessage = 'The mutant timed out.';
