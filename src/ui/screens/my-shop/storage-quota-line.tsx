import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { readStorageQuota, type StorageQuota } from '#app/shop/storage-quota.ts';
import { numberText } from '#i18n/format.ts';
import { useShop } from '#ui/hooks/use-shop.ts';
import { m } from '#ui/messages.ts';

/** "Takes up 3 MB; the browser has 4 GB more for it." Amber words when that is little. */
export function StorageQuotaLine(): JSX.Element | null {
  const { isSample } = useShop();
  const [quota, setQuota] = useState<StorageQuota | null>(null);
  useEffect(() => {
    async function ask(): Promise<void> {
      setQuota(await readStorageQuota());
    }
    void ask();
  }, []);
  if (quota === null || isSample) return null;
  const words = { used: sizeWords(quota.used), free: sizeWords(quota.free) };
  return <p>{quota.free < lowSpaceBytes ? m.storage_room_little(words) : m.storage_room(words)}</p>;
}

/** A few copies and a year of visits still fit into this. */
const lowSpaceBytes = 50_000_000;

function sizeWords(bytes: number): string {
  return bytes < 1_000_000_000
    ? m.storage_megabytes({ count: numberText(Math.max(1, Math.round(bytes / 1_000_000))) })
    : m.storage_gigabytes({ count: numberText(Math.round(bytes / 1_000_000_000)) });
}
