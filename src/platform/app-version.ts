// Which version of the app this is, written into each backup.

import { version } from '../../package.json';

export const appVersion: string = version;
