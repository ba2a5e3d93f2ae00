// Writes a picture of a screen as small as it can be without looking different: at most 256
// colours, which is more than a screen of ours has in earnest.
import { crc32, deflateSync } from 'node:zlib';

/** The pixels of a picture: red, green, blue and opacity of each, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** `pixels` as a PNG with a table of colours. */
export function smallPng({ width, height, rgba }: Pixels): Buffer {
  const colours = tableOf(rgba);
  const places = new Map<number, number>();
  const rows = Buffer.alloc(height * (width + 1));
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const colour = colourAt(rgba, pixel);
    const place = places.get(colour) ?? nearest(colours, colour);
    places.set(colour, place);
    // Each row begins with a sign that says it is written as it is.
    rows[pixel + Math.floor(pixel / width) + 1] = place;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(colours.flatMap(partsOf))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The colours met most often; shades that nobody can tell apart count as one. */
function tableOf(rgba: Uint8Array): readonly number[] {
  const counts = new Map<number, Map<number, number>>();
  for (let pixel = 0; pixel < rgba.length / 4; pixel += 1) {
    const colour = colourAt(rgba, pixel);
    const shades = counts.get(colour & 0xf0f0f0) ?? new Map<number, number>();
    shades.set(colour, (shades.get(colour) ?? 0) + 1);
    counts.set(colour & 0xf0f0f0, shades);
  }
  // Large surfaces keep their very own colour; then each group of shades gives its commonest.
  const surfaces = [...counts.values()].flatMap((shades) =>
    [...shades].filter(([, count]) => count > 2000).map(([colour]) => colour),
  );
  const groups = [...counts.values()]
    .map((shades) => ({
      count: [...shades.values()].reduce((sum, count) => sum + count, 0),
      colour: [...shades].reduce((one, other) => (other[1] > one[1] ? other : one))[0],
    }))
    .toSorted((a, b) => b.count - a.count);
  return [...new Set([...surfaces, ...groups.map(({ colour }) => colour)])].slice(0, 256);
}

function nearest(colours: readonly number[], colour: number): number {
  const distances = colours.map((other) => distance(other, colour));
  return distances.indexOf(Math.min(...distances));
}

function distance(one: number, other: number): number {
  const parts = partsOf(other);
  return partsOf(one).reduce((sum, part, at) => sum + (part - (parts[at] ?? 0)) ** 2, 0);
}

function colourAt(rgba: Uint8Array, pixel: number): number {
  const [red = 0, green = 0, blue = 0] = rgba.subarray(pixel * 4, pixel * 4 + 3);
  return (red << 16) | (green << 8) | blue;
}

function partsOf(colour: number): readonly number[] {
  return [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), body]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, check]);
}
