import type { SourceRow } from '../../../domain/answer.ts';
import type { Choice } from '../define/command.ts';
import { ADDING_WORDS } from '../../words/adding-words.ts';

/** Articles and feeds that have what is typed in their title, outlet or id, to be chosen from. */
export function articleChoices(
  rows: readonly Pick<SourceRow, 'id' | 'title' | 'outlet' | 'published'>[],
  feeds: readonly string[],
  typed: string,
): Choice[] {
  const wanted = typed.trim().toLowerCase();
  const all = [
    ...rows.map(({ id, title, outlet, published }) => ({
      name: [title, outlet, published].filter((part) => part !== null).join(' · '),
      value: id,
    })),
    ...feeds.map((feed) => ({ name: ADDING_WORDS.feedOf(feed), value: feed })),
  ];
  return all.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted));
}
