import { UserError } from '../../errors.ts';
import type { EmbeddingStamp } from '../../store/ports.ts';
import { toModelFailure } from '../llm/model-failure.ts';
import { unlessAborted } from '../unless-aborted.ts';
import type { Embed, EmbeddingModel, EmbeddingOptions } from './embedding-model.ts';

/** Texts a request: a few keep a slow machine within its time, and progress moving. */
const BATCH_TEXTS = 32;
/** As for the packaged model: sentences are short, and what is longer is no sentence. */
const MAX_CHARACTERS = 2_000;
const TEXTS_WITHIN_MS = 60_000;
/** Somebody waits for the answer, and without a vector there still is one. */
const QUESTION_WITHIN_MS = 10_000;

const LOAD: Record<EmbeddingOptions['provider'], (options: EmbeddingOptions) => Promise<Embed>> = {
  openai: async (options) => (await import('./openai-embed.ts')).openAiEmbed(options),
  ollama: async (options) => (await import('./ollama-embed.ts')).ollamaEmbed(options),
  transformers: async (options) => (await import('./transformers-embed.ts')).transformersEmbed(options),
};

/** Loads the provider's client, and no other. */
function loadEmbed(options: EmbeddingOptions): Promise<Embed> {
  return LOAD[options.provider](options);
}

/**
 * The model that the settings name. It is asked for one vector to learn how long they are, unless `known` tells.
 *
 * @param known what made the stored vectors
 * @param load gives the provider's client
 * @throws UserError when the model cannot be used
 */
export async function openEmbeddings(
  options: EmbeddingOptions,
  known: EmbeddingStamp | null,
  load = loadEmbed,
): Promise<EmbeddingModel> {
  const embed = await load(options);
  const { provider, model } = options;
  const isKnown = known?.provider === provider && known.model === model;
  const dimensions = isKnown
    ? known.dimensions
    : ((await embedTexts(embed, options, ['dimensions'], TEXTS_WITHIN_MS))[0]?.length ?? 0);
  return createEmbeddingModel(embed, options, { provider, model, dimensions });
}

function createEmbeddingModel(
  embed: Embed,
  options: EmbeddingOptions,
  stamp: EmbeddingStamp,
): EmbeddingModel {
  const closing = new AbortController();
  const vectorsOf = async (
    texts: readonly string[],
    withinMs: number,
    signal?: AbortSignal,
  ): Promise<Float32Array[]> => {
    const signals = [closing.signal, ...(signal ? [signal] : [])];
    const vectors = await embedTexts(embed, options, texts, withinMs, signals);
    const wrong = vectors.find(({ length }) => length !== stamp.dimensions);
    if (wrong)
      throw new UserError(
        `${nameOf(options)} gave a vector of ${wrong.length} numbers where ${stamp.dimensions} were wanted: the model behind this name has changed; name its version in EMBEDDINGS.`,
      );
    return vectors;
  };
  return {
    stamp,
    async embedQuestion(text, signal) {
      const [vector] = await vectorsOf([text], QUESTION_WITHIN_MS, signal);
      if (!vector) throw new Error('the embedding model returned no vector for a text');
      return vector;
    },
    async *embedBatches(texts, signal) {
      for (let from = 0; from < texts.length; from += BATCH_TEXTS)
        yield await vectorsOf(texts.slice(from, from + BATCH_TEXTS), TEXTS_WITHIN_MS, signal);
    },
    async close() {
      closing.abort(new Error('the embeddings are closed'));
    },
  };
}

/** One request, within `withinMs`; fails with a sentence for people. */
async function embedTexts(
  embed: Embed,
  options: EmbeddingOptions,
  texts: readonly string[],
  withinMs: number,
  signals: readonly AbortSignal[] = [],
): Promise<Float32Array[]> {
  for (const signal of signals) signal.throwIfAborted();
  const stop = AbortSignal.any([AbortSignal.timeout(withinMs), ...signals]);
  // Models refuse an empty text.
  const prepared = texts.map((text) => text.slice(0, MAX_CHARACTERS) || ' ');
  let vectors: ArrayLike<number>[];
  try {
    vectors = await unlessAborted(stop, embed(prepared, stop));
  } catch (error) {
    for (const signal of signals) signal.throwIfAborted();
    const { message } = toModelFailure(error);
    throw new UserError(
      `${nameOf(options)} made no vectors (${message}); check it, or set EMBEDDINGS=packaged.`,
      {
        cause: error,
      },
    );
  }
  if (vectors.length !== texts.length)
    throw new UserError(`${nameOf(options)} gave ${vectors.length} vectors for ${texts.length} texts.`);
  return vectors.map(unitLength);
}

const nameOf = ({ provider, model }: EmbeddingOptions): string => `The embedding model ${provider}:${model}`;

function unitLength(vector: ArrayLike<number>): Float32Array {
  const numbers = Float32Array.from(vector);
  const length = Math.hypot(...numbers) || 1;
  return numbers.map((number) => number / length);
}
