import type { Config } from '../../config.ts';
import type { EmbeddingModel } from '../../providers/embeddings/embedding-model.ts';
import { PackagedEmbeddings } from '../../providers/embeddings/packaged.ts';
import { isSameStamp, type EmbeddingStamp } from '../../store/ports.ts';
import { saying, unwell, well, type Check } from './check.ts';

const nameOf = ({ provider, model, dimensions }: EmbeddingStamp): string =>
  `${provider}:${model} (${dimensions} numbers)`;

/**
 * Whether the embeddings of the settings load and embed, and fit the store's vectors.
 *
 * @param stored what made those; null where there are none
 */
export async function checkEmbeddings(
  config: Config,
  stored: EmbeddingStamp | null,
  signal: AbortSignal,
): Promise<Check> {
  let model: EmbeddingModel | null = null;
  try {
    model = await openModel(config);
    const { length } = await model.embedQuestion('What was said?', signal);
    const { stamp } = model;
    if (length !== stamp.dimensions)
      return unwell(
        'embeddings',
        `${nameOf(stamp)} gave a vector of ${length} numbers`,
        'set EMBEDDINGS to another model, or leave it out for the packaged one',
      );
    if (stored && !isSameStamp(stored, stamp))
      return unwell(
        'embeddings',
        `${nameOf(stamp)}; the store's vectors were made by ${nameOf(stored)}`,
        'start Parley or run "parley ingest": all sentences are embedded again, and questions answered meanwhile',
      );
    return well('embeddings', nameOf(stamp));
  } catch (error) {
    signal.throwIfAborted();
    return unwell(
      'embeddings',
      saying(error),
      'check the EMBEDDINGS settings, or leave them out for the packaged model; until then answers go by words alone',
    );
  } finally {
    await model?.close();
  }
}

async function openModel({ embeddings }: Config): Promise<EmbeddingModel> {
  if (!embeddings) return new PackagedEmbeddings();
  const { openEmbeddings } = await import('../../providers/embeddings/open-embeddings.ts');
  return openEmbeddings(embeddings, null);
}
