import { m } from '#ui/messages.ts';

/** How long nothing can be typed, to be read every second. */
export function pauseText(left: number): string {
  const seconds = Math.ceil(left / 1_000);
  return seconds <= 90
    ? m.privacy_pause_seconds({ count: seconds })
    : m.privacy_pause_minutes({ count: Math.ceil(seconds / 60) });
}

export function waitText(left: number): string {
  const minutes = Math.ceil(left / 60_000);
  return minutes <= 90
    ? m.privacy_wait_minutes({ count: minutes })
    : m.privacy_wait_hours({ count: Math.ceil(minutes / 60) });
}
