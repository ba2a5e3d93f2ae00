import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { storageRoom, type StorageRoom } from '#app/storage-room.ts';
import { useShop } from '../../hooks/use-deps.ts';
import { m } from '../../words.ts';

/** "Takes up 3 MB; the browser gives it 4,100 MB more." Amber words when that is little. */
export function StorageRoomLine(): JSX.Element | null {
  const { isSample } = useShop();
  const [room, setRoom] = useState<StorageRoom | null>(null);
  useEffect(() => {
    async function ask(): Promise<void> {
      setRoom(await storageRoom());
    }
    void ask();
  }, []);
  if (room === null || isSample) return null;
  const words = { used: megabytes(room.used), free: megabytes(room.free) };
  return <p>{room.free < littleRoom ? m.keeping_room_little(words) : m.keeping_room(words)}</p>;
}

/** A few copies and a year of visits still fit into this. */
const littleRoom = 50_000_000;

function megabytes(bytes: number): string {
  return numbers.format(Math.max(1, Math.round(bytes / 1_000_000)));
}

const numbers = new Intl.NumberFormat('en-GB');
