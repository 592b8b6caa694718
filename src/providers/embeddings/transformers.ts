import { z } from 'zod';
import { UserError } from '../../errors.ts';
import type { Embed, EmbeddingOptions } from './embeddings.ts';

/** What is used of @huggingface/transformers. */
interface Transformers {
  readonly env: { localModelPath: string; allowRemoteModels: boolean; remoteHost: string };
  pipeline(task: 'feature-extraction', model: string): Promise<Extract>;
}
type Extract = (
  texts: string[],
  options: { readonly pooling: 'mean'; readonly normalize: true },
) => Promise<unknown>;

const Rows = z.object({ tolist: z.function({ output: z.array(z.array(z.number())) }) });

const NOT_INSTALLED =
  'EMBEDDINGS=transformers:… needs @huggingface/transformers, which is not installed: run ' +
  'ONNXRUNTIME_NODE_INSTALL_CUDA=skip npm install @huggingface/transformers@3, or set EMBEDDINGS=packaged.';

/** The package is a peer that few install: its name stands in a variable, so that nothing looks for it before. */
const PACKAGE = '@huggingface/transformers';

/** As Node says it, and as bundlers do of a package that is optional. */
function isMissing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : null;
  return code === 'ERR_MODULE_NOT_FOUND' || error.message.startsWith('Could not resolve "@huggingface');
}

/**
 * Models of @huggingface/transformers in this process: from `modelsDir` alone where that is set, else downloaded once from
 * the hub.
 *
 * @param load gives the package
 * @throws UserError when the package is not installed or has no such model
 */
export async function transformersEmbed(
  { model, modelsDir, hub }: EmbeddingOptions,
  load: () => Promise<Transformers> = async () => import(PACKAGE),
): Promise<Embed> {
  let transformers: Transformers;
  try {
    transformers = await load();
  } catch (error) {
    if (isMissing(error)) throw new UserError(NOT_INSTALLED, { cause: error });
    throw error;
  }
  const { env } = transformers;
  if (modelsDir !== null) {
    env.localModelPath = modelsDir;
    env.allowRemoteModels = false;
  }
  if (hub !== null) env.remoteHost = hub;
  let extract: Extract;
  try {
    extract = await transformers.pipeline('feature-extraction', model);
  } catch (error) {
    const from = modelsDir === null ? (hub ?? 'the hub') : modelsDir;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      `The model ${model} could not be loaded from ${from} (${reason}); check EMBEDDINGS.`,
      {
        cause: error,
      },
    );
  }
  return async (texts, signal) => {
    signal.throwIfAborted();
    return Rows.parse(await extract([...texts], { pooling: 'mean', normalize: true })).tolist();
  };
}
