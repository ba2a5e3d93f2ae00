import { saveCopyFromBroken } from '#app/recovery/salvage-shop.ts';
import { copyProblemSentence } from '#i18n/backup-problems.ts';
import { numberText } from '#i18n/format.ts';
import { m } from '#ui/messages.ts';

/** Saves what can be read of the shop called `name` at `now` (epoch ms), and says how that went. */
export async function rescue(name: string, now: number): Promise<string> {
  const saved = await saveCopyFromBroken(name, now);
  if (!saved.ok) return copyProblemSentence(saved.problem);
  return m.backup_emergency_saved({ count: saved.value, text: numberText(saved.value) });
}
