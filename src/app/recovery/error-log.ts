// What is remembered of mistakes in the program until a copy is saved: the screens may note one,
// and nothing else.

export {
  captureErrors as hearErrors,
  logError as noteError,
} from '#platform/lifecycle/error-log.ts';
