// The browser's Back closes what stands over a page before it leaves the page. However many sheets
// follow each other, one entry of the history stands for them; it is taken away with the last one.

type Close = () => void;

const covers: Close[] = [];
const postponed: (() => void)[] = [];
/** `leaving` until the browser has gone back over our entry: it does so some time later. */
let entry: 'none' | 'ours' | 'leaving' = 'none';

/** Calls `onBack` instead of leaving the page, until the returned function is called. */
export function closeOnBack(onBack: Close): () => void {
  const close: Close = () => onBack();
  if (covers.length === 0) addEventListener('popstate', onPopState);
  covers.push(close);
  settle();
  return () => {
    covers.splice(covers.indexOf(close), 1);
    // Another sheet may take its place in the same breath.
    queueMicrotask(settle);
  };
}

/** Goes to `address` and takes the place of our entry where there is one. */
export function pushAddress(address: string, onPushed: () => void): void {
  if (entry === 'leaving') {
    postponed.push(() => pushAddress(address, onPushed));
    return;
  }
  if (entry === 'ours') history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  entry = 'none';
  onPushed();
}

function settle(): void {
  if (covers.length > 0 && entry === 'none') {
    history.pushState(null, '');
    entry = 'ours';
  } else if (covers.length === 0 && entry === 'ours') {
    entry = 'leaving';
    history.back();
  }
  if (covers.length === 0 && entry === 'none') removeEventListener('popstate', onPopState);
}

function onPopState(): void {
  const wasLeaving = entry === 'leaving';
  entry = 'none';
  if (!wasLeaving) covers.at(-1)?.();
  // Once drawn: what did not close, or lay below, is closed by the next Back.
  setTimeout(settle);
  for (const go of postponed.splice(0)) go();
}
