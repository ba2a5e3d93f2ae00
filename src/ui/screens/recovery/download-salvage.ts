import { downloadSalvagedShop } from '#app/recovery/salvage-shop.ts';
import { backupProblemSentence } from '#i18n/backup-problems.ts';
import { numberText } from '#i18n/format.ts';
import { m } from '#ui/messages.ts';

/** Downloads what can be read of the database `name`; gives the sentence about the outcome. */
export async function downloadSalvage(name: string, now: number): Promise<string> {
  const saved = await downloadSalvagedShop(name, now);
  if (!saved.ok) return backupProblemSentence(saved.problem);
  return m.backup_emergency_saved({ count: saved.value, text: numberText(saved.value) });
}
