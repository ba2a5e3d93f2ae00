// The check of each table of facts. The types of the rows are read off this table.

import { customerRow } from './customer-row.ts';
import { erasureRow } from './erasure-row.ts';
import { gestureRow } from './gesture-row.ts';
import { importRow } from './import-row.ts';
import { momentRow } from './moment-row.ts';
import { perkRow } from './perk-row.ts';
import { settingsRow } from './settings-row.ts';
import { visitRow } from './visit-row.ts';
import { weekRow } from './week-row.ts';

export const rowChecks = {
  settings: settingsRow,
  erasures: erasureRow,
  customers: customerRow,
  imports: importRow,
  visits: visitRow,
  moments: momentRow,
  gestures: gestureRow,
  weeks: weekRow,
  perks: perkRow,
};
