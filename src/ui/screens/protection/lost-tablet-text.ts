import type { BackupProtection } from '#app/backup/backup-protection.ts';
import type { PersonalDataSummary } from '#app/privacy/personal-data-summary.ts';
import { numberText } from '#i18n/format.ts';
import { m } from '#ui/messages.ts';

/** What was on the tablet, in counts that can be read out to whoever has to be told. */
export function personalDataText(personalData: PersonalDataSummary): string {
  return m.protection_lost_what({
    people: m.my_shop_size_people({
      count: personalData.people,
      text: numberText(personalData.people),
    }),
    visits: m.my_shop_size_visits({
      count: personalData.visits,
      text: numberText(personalData.visits),
    }),
    phones: numberText(personalData.phones),
    emails: numberText(personalData.emails),
    addresses: numberText(personalData.addresses),
    birthdays: numberText(personalData.birthdays),
  });
}

/** What to do, in the order in which it helps. */
export function lostTabletSteps(
  lock: BackupProtection['kind'],
  address: string,
): readonly string[] {
  const isLocked = lock === 'locked';
  return [
    m.protection_lost_erase(),
    m.protection_lost_accounts(),
    m.protection_lost_judge(),
    isLocked ? m.protection_lost_backups_locked() : m.protection_lost_backups_open(),
    m.protection_lost_law(),
    isLocked
      ? m.protection_lost_restore_locked({ address })
      : m.protection_lost_restore_open({ address }),
  ];
}
