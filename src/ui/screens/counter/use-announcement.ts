import { useEffect, useState } from 'preact/hooks';

/**
 * The words of the latest event, each event told once: later words about the same event are no
 * news. Null is no event.
 */
export function useAnnouncement(event: string | null, words: string): string {
  const [announced, setAnnounced] = useState({ event: '', words: '' });
  useEffect(() => {
    if (event === null) return;
    setAnnounced((before) => (before.event === event ? before : { event, words }));
  }, [event, words]);
  return announced.words;
}
