import { isSeq, parseDocument } from 'yaml';

const ABOUT =
  '# Feeds are followed while the bot runs; pages (`pages:`) belong to the collection as well.\n\n';

/**
 * The text of `sources.yaml` with feeds added at the end of its list; everything else stays as it stands.
 *
 * @param text what the file has, which can be read; null where there is none
 * @param known the feeds that it lists
 * @param feeds addresses; those that are listed are not listed twice
 * @returns null where nothing is to be added
 */
export function listFeeds(
  text: string | null,
  known: readonly string[],
  feeds: readonly string[],
): string | null {
  const fresh = [...new Set(feeds)].filter((feed) => !known.includes(feed));
  if (fresh.length === 0) return null;
  const document = parseDocument(text ?? 'feeds:\n');
  const list = document.get('feeds');
  if (isSeq(list)) {
    for (const feed of fresh) list.add(document.createNode(feed));
    if (known.length === 0) list.flow = false;
  } else document.set('feeds', document.createNode(fresh));
  return `${text === null ? ABOUT : ''}${document.toString()}`;
}
