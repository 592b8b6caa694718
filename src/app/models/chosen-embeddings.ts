import type { Config } from '../../config.ts';
import type { EmbeddingModel } from '../../providers/embeddings/embedding-model.ts';
import { PackagedEmbeddings } from '../../providers/embeddings/packaged.ts';
import type { EmbeddingStamp, Store } from '../../store/ports.ts';

/** The embeddings of the settings. Rejects with `UserError` when they cannot be used. */
export async function openChosenEmbeddings(
  { embeddings }: Pick<Config, 'embeddings'>,
  store: Pick<Store, 'embeddingStamp'>,
): Promise<EmbeddingModel> {
  if (!embeddings) return new PackagedEmbeddings();
  const { openEmbeddings } = await import('../../providers/embeddings/open-embeddings.ts');
  return openEmbeddings(embeddings, await store.embeddingStamp());
}

/** What made the vectors before the settings changed, where it can still be asked. */
export async function openFormerEmbeddings(
  { embeddings }: Config,
  stamp: EmbeddingStamp,
): Promise<EmbeddingModel | null> {
  if (stamp.provider === 'packaged') return new PackagedEmbeddings();
  if (embeddings?.provider !== stamp.provider) return null;
  const { openEmbeddings } = await import('../../providers/embeddings/open-embeddings.ts');
  return openEmbeddings({ ...embeddings, model: stamp.model }, stamp);
}
