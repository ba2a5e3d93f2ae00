/**
 * Whether this is an iPhone or an iPad. Every browser there is Safari inside; an iPad calls itself
 * a Mac, but has more than one touch point.
 */
export function isAppleTouch(): boolean {
  const { userAgent, maxTouchPoints } = navigator;
  return (
    /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1)
  );
}
