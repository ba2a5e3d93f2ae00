// Solves M·x = v for a symmetric positive matrix, as ridge regressions need it (Cholesky). A matrix that is not positive is a fault of the
// caller's penalty, and is answered with undefined instead of a wild step.

/** x with M·x = v, or undefined when `matrix` (row by row, size × size) is not positive definite. */
export function solvePositive(
  matrix: Float64Array,
  values: Float64Array,
): Float64Array | undefined {
  const size = values.length;
  const lower = choleskyOf(matrix, size);
  if (lower === undefined) return undefined;
  const solved = Float64Array.from(values);
  for (let row = 0; row < size; row += 1) {
    for (let col = 0; col < row; col += 1)
      solved[row] = (solved[row] ?? 0) - (lower[row * size + col] ?? 0) * (solved[col] ?? 0);
    solved[row] = (solved[row] ?? 0) / (lower[row * size + row] ?? 1);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let col = row + 1; col < size; col += 1)
      solved[row] = (solved[row] ?? 0) - (lower[col * size + row] ?? 0) * (solved[col] ?? 0);
    solved[row] = (solved[row] ?? 0) / (lower[row * size + row] ?? 1);
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
