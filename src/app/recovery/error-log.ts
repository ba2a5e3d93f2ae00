// The error log, for the screens: they may not import platform.

export { captureErrors, logError } from '#platform/lifecycle/error-log.ts';
