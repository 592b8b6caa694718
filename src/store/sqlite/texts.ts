/** How many UTF-16 code units of article texts are kept: some thousands of articles, at most 32 MB. */
const KEPT_CODE_UNITS = 16 * 1024 * 1024;

/**
 * The texts of the articles last asked for, by the number of the stored version. That number is never used again and a
 * stored version never changes, so nothing here goes stale.
 */
export function createTexts(read: (nr: number) => string, kept = KEPT_CODE_UNITS): (nr: number) => string {
  const texts = new Map<number, string>();
  let size = 0;
  return (nr) => {
    const text = texts.get(nr) ?? read(nr);
    if (!texts.delete(nr)) size += text.length;
    texts.set(nr, text);
    for (const [oldest, old] of texts) {
      if (size <= kept || oldest === nr) break;
      texts.delete(oldest);
      size -= old.length;
    }
    return text;
  };
}
