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

interface LostTablet {
  readonly lock: BackupProtection['kind'];
  /** Where the app is opened on another tablet. */
  readonly address: string;
  /** Whether the shop has other tablets. */
  readonly isShared: boolean;
}

/** What to do, in the order in which it helps. */
export function lostTabletSteps({ lock, address, isShared }: LostTablet): readonly string[] {
  const isLocked = lock === 'locked';
  return [
    ...(isShared ? [m.protection_lost_take_out()] : []),
    m.protection_lost_erase(),
    m.protection_lost_accounts(),
    m.protection_lost_judge(),
    isLocked ? m.protection_lost_backups_locked() : m.protection_lost_backups_open(),
    m.protection_lost_law(),
    backStep({ isLocked, address, isShared }),
  ];
}

function backStep({
  isLocked,
  address,
  isShared,
}: Omit<LostTablet, 'lock'> & { readonly isLocked: boolean }): string {
  if (isShared) return m.protection_lost_join({ address });
  return isLocked
    ? m.protection_lost_restore_locked({ address })
    : m.protection_lost_restore_open({ address });
}
