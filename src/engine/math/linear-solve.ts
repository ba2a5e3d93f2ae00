// Solves M·x = v for a symmetric positive definite matrix by Cholesky, as ridge regressions need
// it. Any other matrix is a fault of the caller's penalty and gives undefined instead of a wild
// step.

/** x with M·x = v; undefined when `matrix` (row by row) is not positive definite. */
export function solvePositive(
  matrix: Float64Array,
  values: Float64Array,
): Float64Array | undefined {
  const lower = choleskyOf(matrix, values.length);
  if (lower === undefined) return undefined;
  return solvedUp(lower, solvedDown(lower, values));
}

/** y with L·y = v. */
function solvedDown(lower: Float64Array, values: Float64Array): Float64Array {
  const size = values.length;
  const solved = Float64Array.from(values);
  for (let row = 0; row < size; row += 1) {
    let rest = solved[row] ?? 0;
    for (let col = 0; col < row; col += 1)
      rest -= (lower[row * size + col] ?? 0) * (solved[col] ?? 0);
    solved[row] = rest / (lower[row * size + row] ?? 1);
  }
  return solved;
}

/** x with Lᵀ·x = y. */
function solvedUp(lower: Float64Array, values: Float64Array): Float64Array {
  const size = values.length;
  const solved = Float64Array.from(values);
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = solved[row] ?? 0;
    for (let col = row + 1; col < size; col += 1)
      rest -= (lower[col * size + row] ?? 0) * (solved[col] ?? 0);
    solved[row] = rest / (lower[row * size + row] ?? 1);
  }
  return solved;
}

function choleskyOf(matrix: Float64Array, size: number): Float64Array | undefined {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let col = 0; col <= row; col += 1) {
      let rest = matrix[row * size + col] ?? 0;
      for (let index = 0; index < col; index += 1)
        rest -= (lower[row * size + index] ?? 0) * (lower[col * size + index] ?? 0);
      if (col < row) lower[row * size + col] = rest / (lower[col * size + col] ?? 1);
      else if (rest > 0) lower[row * size + row] = Math.sqrt(rest);
      else return undefined;
    }
  }
  return lower;
}

/** The scalar product of two columns. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

/** The number at `index`; 0 outside: the impossible case written out would hide a formula. */
export function elementAt(values: ArrayLike<number> | undefined, index: number): number {
  return values?.[index] ?? 0;
}
