import { z } from 'zod';
import { UserError } from '../../errors.ts';
import { isMissing, loadModel, PACKAGE, WEIGHTS } from '../transformers-model.mjs';
import type { Embed, EmbeddingOptions } from './embedding-model.ts';

/** What is used of @huggingface/transformers. */
interface Transformers {
  readonly env: Parameters<typeof loadModel>[0];
  readonly pipeline: (
    task: 'feature-extraction',
    model: string,
    options: typeof WEIGHTS,
  ) => Promise<
    (texts: string[], options: { readonly pooling: 'mean'; readonly normalize: true }) => Promise<unknown>
  >;
}

/** A row of `width` numbers for each text, one behind the other. */
const Tensor = z.object({ dims: z.tuple([z.int(), z.int()]), data: z.instanceof(Float32Array) });

/** Without `--save-prod` npm leaves out what is named as an optional peer; its scripts would download CUDA. */
const NOT_INSTALLED =
  'EMBEDDINGS=transformers:… needs @huggingface/transformers, which is not installed: run ' +
  'npm install --save-prod --ignore-scripts @huggingface/transformers@3, or set EMBEDDINGS=packaged.';

/**
 * A model of @huggingface/transformers in this process: from `modelsDir` alone where that is set, else downloaded once
 * from the hub into `downloadsDir`.
 *
 * @param load gives the package
 * @throws UserError when the package is not installed or has no such model
 */
export async function transformersEmbed(
  options: EmbeddingOptions,
  load: () => Promise<Transformers> = async () => import(PACKAGE),
): Promise<Embed> {
  let transformers: Transformers;
  try {
    transformers = await load();
  } catch (error) {
    if (isMissing(error)) throw new UserError(NOT_INSTALLED, { cause: error });
    throw error;
  }
  const { env, pipeline } = transformers;
  const extract = await loadModel(env, options, (model) =>
    pipeline('feature-extraction', model, WEIGHTS),
  ).catch((error: Error) => {
    throw new UserError(`${error.message}; check EMBEDDINGS.`, { cause: error });
  });
  return async (texts, signal) => {
    signal.throwIfAborted();
    const { dims, data } = Tensor.parse(await extract([...texts], { pooling: 'mean', normalize: true }));
    const [rows, width] = dims;
    return Array.from({ length: rows }, (_, row) => data.subarray(row * width, (row + 1) * width));
  };
}
