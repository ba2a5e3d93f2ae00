import type { CopyLock } from '#app/backup/backup-protection.ts';
import type { KeptAboutPeople } from '#app/privacy/personal-data-summary.ts';
import { numberText } from '#i18n/format.ts';
import { m } from '#ui/messages.ts';

/** What was on the tablet, in counts that can be read out to whoever has to be told. */
export function keptText(kept: KeptAboutPeople): string {
  return m.protection_lost_what({
    people: m.my_shop_size_people({ count: kept.people, text: numberText(kept.people) }),
    visits: m.my_shop_size_visits({ count: kept.visits, text: numberText(kept.visits) }),
    phones: numberText(kept.phones),
    emails: numberText(kept.emails),
    addresses: numberText(kept.addresses),
    birthdays: numberText(kept.birthdays),
  });
}

/** What to do, in the order in which it helps. */
export function lostSteps(lock: CopyLock['kind']): readonly string[] {
  const isLocked = lock === 'locked';
  return [
    m.protection_lost_erase(),
    m.protection_lost_accounts(),
    m.protection_lost_judge(),
    isLocked ? m.protection_lost_backups_locked() : m.protection_lost_backups_open(),
    m.protection_lost_law(),
    isLocked ? m.protection_lost_restore_locked() : m.protection_lost_restore_open(),
  ];
}
