import type { Message } from '../words/message.ts';
import type { NearestPicture } from './nearest-pictures.ts';
import type { Place } from './places-on.ts';

/** What is known of where messages stand. */
export interface MetMessages {
  readonly drawn: ReadonlyMap<string, readonly Place[]>;
  readonly nearest: ReadonlyMap<string, NearestPicture>;
}

/**
 * A page that shows each message beside the part of the screen that it stands on, or the screen
 * that says it.
 */
export function pageOfPictures(
  { drawn, nearest }: MetMessages,
  messages: ReadonlyMap<string, Message>,
): string {
  const rows = [...messages.values()].map(({ key, variants }) => {
    const words = variants.map(({ text }) => escaped(text)).join('<br>');
    return `<tr id="${key}"><th>${key}</th><td>${words}</td><td>${shownPart(drawn.get(key)) ?? shownScreen(nearest.get(key))}</td></tr>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Where messages stand</title>
<style>${style}</style><table>${rows.join('\n')}</table></html>`;
}

function shownScreen(nearest: NearestPicture | undefined): string {
  if (nearest === undefined) return 'not met on the walk';
  const { file, picture } = nearest;
  const where = `<small>not met on the walk; said by ${file}</small>`;
  if (picture === null) return where;
  return `<a href="${picture}"><img src="${picture}" width="480" loading="lazy" alt=""></a><br>${where}`;
}

function shownPart(places: readonly Place[] = []): string | null {
  const [place] = places;
  if (place === undefined) return null;
  const { picture, x, y, spoken } = place;
  const left = Math.max(0, Math.min(x - 40, 1280 - 480));
  const top = Math.max(0, Math.min(y - 50, 800 - 140));
  const look = `background-image:url(${picture});background-position:-${left}px -${top}px`;
  const note = spoken ? '<small>read out, or further down</small>' : '';
  return `<a href="${picture}"><i style="${look}"></i></a>${note}`;
}

const style =
  'body{font:16px sans-serif}th,td{text-align:start;vertical-align:top;padding:8px}' +
  'th{font-weight:400}td{max-width:30em}i{display:block;width:480px;height:140px}';

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
