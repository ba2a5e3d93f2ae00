import { describe, expect, it } from 'vitest';
import { filesIn, textOf } from './files.ts';

const tests = filesIn('test', ['.ts', '.tsx']).filter(
  (path) => path !== 'test/house/tests.test.ts',
);

describe('the tests', () => {
  it('are seen at all', () => {
    expect(tests.length).toBeGreaterThanOrEqual(8);
  });

  it('leave nothing out, lean on no snapshot, mock nothing of ours and never sleep', () => {
    expect(tests.flatMap((path) => faultsIn(path, textOf(path)))).toEqual([]);
  });

  it.each([
    ['one test alone', "it.only('works', () => {});"],
    ['a test left out', "it.skip('works', () => {});"],
    ['a test for later', "it.todo('works');"],
    ['a snapshot', 'expect(list).toMatchInlineSnapshot();'],
    ['a mock of ours', "vi.mock('#app/visits.ts');"],
    ['a mock by its path', "vi.mock('../../src/app/visits.ts');"],
    ['a sleep', 'await new Promise((wake) => setTimeout(wake, 50));'],
    ['a sleep of the browser', 'await page.waitForTimeout(50);'],
    ['a measured time', 'expect(performance.now() - begun).toBeLessThan(5);'],
  ])('are caught when planted: %s', (_what, line) => {
    expect(faultsIn('planted.test.ts', line)).not.toEqual([]);
  });

  it('may leave one out when the line before says why', () => {
    const text = "// Left out: Safari alone has this fault.\nit.skip('works', () => {});";
    expect(faultsIn('planted.test.ts', text)).toEqual([]);
  });
});

const forbidden: readonly (readonly [string, RegExp])[] = [
  ['runs alone', /\b(?:it|test|describe)(?:\.\w+)*\.only\b/],
  ['a snapshot', /toMatch\w*Snapshot|toThrowError\w*Snapshot/],
  ['mocks our own code', /vi\.(?:mock|doMock)\(\s*(?:import\()?['"`](?:#|\.)/],
  ['sleeps', /setTimeout\(|waitForTimeout\(|timers\/promises/],
  ['measures time', /expect\([^;]*(?:performance\.now|Date\.now)\(/],
];

function faultsIn(path: string, text: string): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const found = forbidden.filter(([, pattern]) => pattern.test(line)).map(([what]) => what);
    const leftOut = /\b(?:it|test|describe)(?:\.\w+)*\.(?:skip|todo)\b/.test(line);
    const saysWhy = /^\s*\/\/ Left out: \S/.test(lines[index - 1] ?? '');
    if (leftOut && !saysWhy) found.push('left out without a reason');
    return found.map((what) => `${path}:${index + 1} ${what}`);
  });
}
