// Which version of the app this is, written into each copy so that an old file can be understood
// years later.

import { version } from '../../package.json';

export const appVersion: string = version;
