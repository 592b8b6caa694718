const squares = new WeakMap<Float32Array, number>();

/** The square of a vector's length: candidates are compared with many questions. */
function squareOf(vector: Float32Array): number {
  const known = squares.get(vector);
  if (known !== undefined) return known;
  const square = vector.reduce((sum, x) => sum + x * x, 0);
  squares.set(vector, square);
  return square;
}

/** How alike the directions of two vectors of the same length are, -1 to 1; 0 where one has no direction. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let dot = 0;
  for (let i = 0; i < a.length; i++) dot += (a[i] ?? 0) * (b[i] ?? 0);
  const [left, right] = [squareOf(a), squareOf(b)];
  return left > 0 && right > 0 ? dot / Math.sqrt(left * right) : 0;
}
