import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { versions } from '#schema/versions.ts';
import { textOf } from './files.ts';
import committed from './schema-fingerprints.json' with { type: 'json' };

describe('the versions of the database', () => {
  it('are frozen once they are out: tablets in the field were made with them', () => {
    const found = versions.map((version) => [String(version.number), fingerprintOf(version)]);
    expect(Object.fromEntries(found)).toEqual(committed);
  });

  it('count upwards from one, without a gap', () => {
    expect(versions.map(({ number }) => number)).toEqual(
      versions.map((_version, index) => index + 1),
    );
  });

  it('each say why they exist', () => {
    const said = textOf('src/schema/versions.ts').match(/^ {2}\/\/ .+\n {2}\{/gm) ?? [];
    expect(said).toHaveLength(versions.length);
  });

  it('are noticed when one index of a released version changes', () => {
    const [first] = versions;
    const changed = { number: 1, indexes: { ...first?.indexes, visits: 'id' } };
    expect(fingerprintOf(changed)).not.toBe(committed['1']);
  });
});

/** Of what the database is made of; the comment that says why may still be bettered. */
function fingerprintOf(version: (typeof versions)[number]): string {
  const tables = Object.entries(version.indexes).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([version.number, tables]))
    .digest('hex');
}
