import type { ArticleView, Evidence, SourceRow, SpeakerRow } from '../../domain/answer.ts';
import type { Filters } from '../../domain/question.ts';
import type { Topic } from '../../domain/topic.ts';
import type { Store } from '../../store/ports.ts';
import type { Directory } from '../../parties/directory.ts';
import { resolveFilters } from '../resolve-filters.ts';
import type { Stated } from '../show-statements.ts';

interface ArticlesDependencies {
  readonly store: Pick<Store, 'article' | 'statements'>;
  readonly stated: Stated;
  readonly directory: () => Promise<Directory>;
  readonly topics: readonly Topic[];
}

interface Articles {
  /** An article with all that is said in it; null when there is none of that id. */
  readonly article: (id: string) => Promise<ArticleView | null>;
  /** All that was said, newest article first, then in its order. Throws `UsageError` for a filter that cannot be used. */
  readonly statements: (filters?: Omit<Filters, 'limit'>) => Promise<readonly Evidence[]>;
}

export function createArticles({ store, stated, directory, topics }: ArticlesDependencies): Articles {
  return {
    async article(id) {
      const article = await store.article(id);
      return article && { article, statements: await stated(await store.statements({ article: id })) };
    },
    async statements(filters = {}) {
      const { actors } = await directory();
      const { scope } = resolveFilters(filters, { actors, topics });
      return stated(await store.statements(scope));
    },
  };
}

/** Everybody with a statement, most statements first, then by name. */
export function createListSpeakers({
  directory,
}: {
  readonly directory: () => Promise<Directory>;
}): () => Promise<readonly SpeakerRow[]> {
  return async () => {
    const { actors, said } = await directory();
    const rows = actors.actors.flatMap(({ name, side, role }): SpeakerRow[] => {
      const count = said.get(name);
      return count ? [{ name, side, role, ...count }] : [];
    });
    return rows.toSorted((a, b) => b.statements - a.statements || a.name.localeCompare(b.name, 'en'));
  };
}

/** Every article, newest first, undated last. */
export function createListSources({ store }: { readonly store: Store }): () => Promise<readonly SourceRow[]> {
  return () => store.sources();
}
