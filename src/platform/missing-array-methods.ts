// The four methods by which an array, or one of numbers alone, is copied with a change. Of all
// browsers above our floor only Chromium 109 lacks them: they came with 110.

/** Arrays and typed arrays both copy themselves by `slice`. */
type AnyArray = readonly unknown[];

const methods = {
  toSorted(this: AnyArray, compare?: (a: unknown, b: unknown) => number): unknown[] {
    // oxlint-disable-next-line unicorn/no-array-sort -- toSorted is what is made here
    return this.slice().sort(compare);
  },
  toReversed(this: AnyArray): unknown[] {
    return this.slice().reverse();
  },
  toSpliced(this: AnyArray, ...change: [number, number, ...unknown[]]): unknown[] {
    const copy = this.slice();
    copy.splice(...change);
    return copy;
  },
  with(this: AnyArray, index: number, value: unknown): unknown[] {
    return Object.assign(this.slice(), { [index]: value });
  },
};

/** Gives arrays what they lack, and leaves what the browser has. */
export function addMissingArrayMethods(arrays: object): void {
  for (const [name, value] of Object.entries(methods))
    if (!(name in arrays)) Object.defineProperty(arrays, name, { value });
}

addMissingArrayMethods(Array.prototype);
addMissingArrayMethods(Object.getPrototypeOf(Int8Array.prototype));
