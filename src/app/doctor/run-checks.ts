import type { Config } from '../../config.ts';
import { UserError } from '../../errors.ts';
import { readCollection } from '../../ingest/collection.ts';
import { checkDiscord } from './check-discord.ts';
import { checkDisk } from './check-disk.ts';
import { checkEmbeddings } from './check-embeddings.ts';
import { checkLanguageModel } from './check-language-model.ts';
import { checkReranker } from './check-reranker.ts';
import { checkStore } from './check-store.ts';
import { saying, unwell, well, type Check } from './check.ts';

/**
 * Looks at all that Parley runs on, one thing after the other, and changes nothing. Rejects only with the signal's reason.
 *
 * @param readConfig throws `UserError` for settings that cannot be used; nothing else can be looked at then
 */
export async function* runChecks(readConfig: () => Config, signal: AbortSignal): AsyncGenerator<Check> {
  let config: Config;
  try {
    config = readConfig();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    yield unwell('settings', saying(error), 'correct them, then run this again: the rest depends on them');
    return;
  }
  yield well('settings', 'all can be used');
  yield await checkCollection(config);
  yield await checkDisk(config);
  signal.throwIfAborted();
  const { checks, stamp } = await checkStore(config);
  yield* checks;
  yield await checkEmbeddings(config, stamp, signal);
  yield await checkLanguageModel(config, signal);
  if (config.rerank) yield await checkReranker(config, signal);
  yield await checkDiscord(config, signal);
}

async function checkCollection({ collectionDir }: Config): Promise<Check> {
  try {
    const { actors, topics, missing } = await readCollection(collectionDir);
    const held = `${actors.sides.length} sides, ${actors.actors.length} actors, ${topics.length} topics`;
    return well(
      'collection',
      [
        `${held} in ${collectionDir}`,
        ...missing.map((file) => `${file} is not there: worked out from the articles`),
      ].join('; '),
    );
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return unwell('collection', 'it cannot be read', saying(error));
  }
}
