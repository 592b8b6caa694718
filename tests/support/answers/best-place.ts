/** The cost of the place in `text` that is nearest to `quote`, as the definition has it: every way to walk through both. */
export function bestPlaceCost(quote: readonly string[], text: readonly string[]): number {
  let least = Infinity;
  let costs: number[] = Array(text.length + 1).fill(0);
  for (const word of quote) {
    const next: number[] = [];
    for (let end = 0; end <= text.length; end++) {
      // What an ellipsis leaves out costs little, and the sign itself nothing.
      const ways = [(costs[end] ?? 0) + (word === '…' ? 0 : 110)];
      if (end > 0) ways.push((next[end - 1] ?? 0) + (word === '…' ? 4 : 100));
      if (end > 0 && word !== '…') ways.push((costs[end - 1] ?? 0) + (word === text[end - 1] ? 0 : 110));
      next.push(Math.min(...ways));
    }
    costs = next;
  }
  for (const cost of costs) least = Math.min(least, cost);
  return least;
}
