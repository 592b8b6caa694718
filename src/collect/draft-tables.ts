import type { Actors } from '../domain/actor.ts';
import { sideNames } from '../domain/name.ts';
import type { Statement } from '../domain/statement.ts';
import type { DraftTables } from './drafted.ts';
import { draftActors } from './draft-actors.ts';
import { draftTopics, type EmbedTexts } from './draft-topics.ts';
import { findTerms, stemsOf } from './find-terms.ts';
import { gatherSpeakers } from './speakers/gather-speakers.ts';
import { joinParties } from './speakers/join-parties.ts';
import type { SaidArticle } from './said-article.ts';

export interface DraftDependencies {
  /** What is said in an article, by a table of sides and people; pure. */
  readonly extractWith: (actors: Actors) => (article: ArticleText) => Statement[];
  readonly embed: EmbedTexts;
}

/** An article as drafting looks at it. */
export type ArticleText = Omit<SaidArticle, 'statements'> & { readonly published: string | null };

const NO_ACTORS: Actors = { sides: [], actors: [] };

/**
 * Drafts sides, people and topics from articles alone: first who speaks is read without any table, then, with the sides
 * found, what each of them speaks of.
 *
 * @param known sides and people that need not be found: topics alone are drafted then
 */
export async function draftTables(
  articles: readonly ArticleText[],
  { extractWith, embed }: DraftDependencies,
  known: Actors | null = null,
  signal?: AbortSignal,
): Promise<DraftTables> {
  const saidBy = (actors: Actors): SaidArticle[] => {
    const extract = extractWith(actors);
    return articles.map((article) => ({ ...article, statements: extract(article) }));
  };
  const gathered = known ? null : gatherSpeakers(saidBy(NO_ACTORS));
  const drafted = gathered ? draftActors(gathered, joinParties(gathered)) : { sides: [], actors: [] };
  const actors = known ?? {
    sides: drafted.sides.map(({ value }) => value),
    actors: drafted.actors.map(({ value }) => value),
  };
  signal?.throwIfAborted();
  const names = [
    ...actors.sides.flatMap(sideNames),
    ...actors.actors.flatMap(({ name, aliases }) => [name, ...aliases]),
  ];
  const parties = new Set(names.flatMap(stemsOf));
  const terms = findTerms(saidBy(actors), (stem) => parties.has(stem));
  return { ...drafted, topics: await draftTopics(terms, embed, signal) };
}
