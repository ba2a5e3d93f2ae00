import { describe, expect, it } from 'vitest';
import { appFolder, ownName } from '#platform/app-folder.ts';

describe('the folder of the app', () => {
  it('is the root where nothing is built', () => {
    expect(appFolder).toBe('/');
  });

  it('leaves the names at the root as they always were', () => {
    expect(ownName('regulars.shop', '/')).toBe('regulars.shop');
  });

  it('gives every folder names of its own, which a file may have too', () => {
    const folders = ['/', '/a/', '/a/b/', '/a-b/', '/a_b/', '/a-2f-b/', '/A/', '/regulars-/'];
    const names = folders.map((folder) => ownName('regulars-7', folder));
    expect(new Set(names).size).toBe(folders.length);
    expect(names.filter((name) => name.includes('/'))).toEqual([]);
    expect(names.filter((name) => name.startsWith('regulars-'))).toEqual(['regulars-7']);
  });
});
