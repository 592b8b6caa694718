import type { Config } from '../config.ts';
import type { EmbeddingModel } from '../providers/embeddings/embeddings.ts';
import { PackagedEmbeddings } from '../providers/embeddings/packaged.ts';
import type { EmbeddingStamp, Store } from '../store/ports.ts';

/** The embeddings of the settings, which are not the packaged ones; closes the store when they cannot be used. */
export async function openChosenEmbeddings({ embeddings }: Config, store: Store): Promise<EmbeddingModel> {
  if (!embeddings) return new PackagedEmbeddings();
  try {
    const { openEmbeddings } = await import('../providers/embeddings/open.ts');
    return await openEmbeddings(embeddings, await store.embeddingStamp());
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** What made the vectors before the settings changed, where it can still be asked. */
export async function openFormerEmbeddings(
  { embeddings }: Config,
  stamp: EmbeddingStamp,
): Promise<EmbeddingModel | null> {
  if (stamp.provider === 'packaged') return new PackagedEmbeddings();
  if (embeddings?.provider !== stamp.provider) return null;
  const { openEmbeddings } = await import('../providers/embeddings/open.ts');
  return openEmbeddings({ ...embeddings, model: stamp.model }, stamp);
}
