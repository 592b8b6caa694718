import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { addProposed, chooseNew, type ProposedBefore } from '../../collect/choose-new.ts';
import type { DraftTables } from '../../collect/drafted.ts';
import { addActors, addTopics, textOf, writeActors, writeTopics } from '../../collect/write-tables.ts';
import type { Config } from '../../config.ts';
import { UserError } from '../../errors.ts';
import { articlesFolder, readCollection } from '../../ingest/collection.ts';
import { listFeeds } from '../../ingest/watch/list-feeds.ts';
import { readSourceList, sourceListFile } from '../../ingest/read-source-list.ts';
import { PackagedEmbeddings } from '../../providers/embeddings/packaged.ts';
import { draftFrom } from './draft-from.ts';
import { hasArticles, readArticles, takeSources } from './take-articles.ts';
import { exists, writeWhole } from './write-whole.ts';
import { openReader } from '../sources/open-reader.ts';

export interface NewCollectionOptions {
  /** Adds what is new to the tables that are there, and leaves all else as it stands. */
  readonly again: boolean;
  readonly signal: AbortSignal;
  /** Told what is being done, and of each source that is not read: sentences. */
  readonly onNote: (sentence: string) => void;
}

export interface NewCollection {
  readonly folder: string;
  /** The articles that the drafts were made from. */
  readonly articles: number;
  /** What was written: with `again`, only what is new. */
  readonly drafts: DraftTables;
  /** The files written or added to. */
  readonly written: readonly string[];
}

const Proposed = z.object({
  sides: z.array(z.string()),
  actors: z.array(z.string()),
  topics: z.array(z.string()),
});
const NOTHING: ProposedBefore = { sides: [], actors: [], topics: [] };

/** Where it is kept what was proposed, so that what somebody took out stays out. */
const proposedFile = (folder: string): string => path.join(folder, '.proposed.json');

/**
 * Makes a folder a collection: files are copied into its `articles/`, addresses and feeds are read and frozen there as
 * Markdown, and drafts of `actors.yaml` and `topics.yaml` written beside them; feeds are listed in `sources.yaml`. Without sources, the articles that are there
 * are taken where they are.
 *
 * @throws UserError for tables that are there already (without `again`), and where no article could be read
 */
export async function newCollection(
  folder: string,
  sources: readonly string[],
  config: Pick<Config, 'maxFileMb' | 'fetchAllow'>,
  { again, signal, onNote }: NewCollectionOptions,
): Promise<NewCollection> {
  const files = { actors: path.join(folder, 'actors.yaml'), topics: path.join(folder, 'topics.yaml') };
  const there = { actors: await exists(files.actors), topics: await exists(files.topics) };
  const taken = [there.actors ? files.actors : null, there.topics ? files.topics : null].filter(
    (file) => file !== null,
  );
  if (taken.length > 0 && !again)
    throw new UserError(
      `${taken.join(' and ')} ${taken.length === 1 ? 'is' : 'are'} there already: --again adds what is new and keeps every edit.`,
    );
  const reader = openReader(config);
  const embeddings = new PackagedEmbeddings();
  try {
    await mkdir(articlesFolder(folder), { recursive: true }).catch((error: unknown) => {
      throw new UserError(
        `No folder can be made at ${folder} (${error instanceof Error ? error.message : String(error)}): name one where nothing else is.`,
      );
    });
    const inPlace = sources.length > 0 ? sources : (await hasArticles(folder)) ? [] : [folder];
    const feeds = await takeSources(inPlace, folder, { reader, signal, onNote });
    const articles = await readArticles(folder, { reader, signal, onNote });
    const listed = await readCollection(folder);
    const all = await draftFrom(articles, embeddings, null, signal);
    const before = again ? await readProposed(folder) : NOTHING;
    const drafts = chooseNew(all, listed.actors, listed.topics, before);
    const written: string[] = [];
    if (drafts.sides.length + drafts.actors.length > 0 || !there.actors) {
      await writeWhole(files.actors, await withActors(files.actors, there.actors, drafts));
      written.push(files.actors);
    }
    if (drafts.topics.length > 0 || !there.topics) {
      await writeWhole(files.topics, await withTopics(files.topics, there.topics, drafts));
      written.push(files.topics);
    }
    if (await keepFeeds(folder, feeds)) written.push(sourceListFile(folder));
    await writeWhole(proposedFile(folder), `${JSON.stringify(addProposed(before, all), null, 1)}\n`);
    const readme = path.join(folder, 'README.md');
    if (!(await exists(readme))) {
      await writeWhole(readme, readmeOf(articles.length));
      written.push(readme);
    }
    return { folder, articles: articles.length, drafts, written };
  } finally {
    await Promise.all([reader.close(), embeddings.close()]);
  }
}

/** Lists feeds in `sources.yaml`, so that they are followed; whether one was added. */
async function keepFeeds(folder: string, feeds: readonly string[]): Promise<boolean> {
  const file = sourceListFile(folder);
  const { feeds: known } = await readSourceList(folder);
  const text = listFeeds((await exists(file)) ? await readFile(file, 'utf8') : null, known, feeds);
  if (text !== null) await writeWhole(file, text);
  return text !== null;
}

async function readProposed(folder: string): Promise<ProposedBefore> {
  const file = proposedFile(folder);
  if (!(await exists(file))) return NOTHING;
  try {
    return Proposed.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    throw new UserError(
      `${file} cannot be read: remove it, and what was taken out before is proposed once more.`,
    );
  }
}

async function withActors(file: string, there: boolean, drafts: DraftTables): Promise<string> {
  if (!there) return writeActors(drafts);
  const document = parseDocument(await readFile(file, 'utf8'));
  addActors(document, drafts);
  return textOf(document);
}

async function withTopics(file: string, there: boolean, drafts: DraftTables): Promise<string> {
  if (!there) return writeTopics(drafts);
  const document = parseDocument(await readFile(file, 'utf8'));
  addTopics(document, drafts.topics);
  return textOf(document);
}

const readmeOf = (articles: number): string =>
  [
    `${articles} ${articles === 1 ? 'article' : 'articles'} in articles/; who speaks in actors.yaml, what is negotiated in topics.yaml: drafts, to be edited.`,
    'Ask with `parley --collection FOLDER --data FOLDER/data ask "…"`, or set COLLECTION_DIR to this folder for the bot.',
    'More articles: put them into articles/ (or `parley new FOLDER ADDRESS…`) and run `parley new FOLDER --again`; it keeps every edit.',
    '',
  ].join('\n');
