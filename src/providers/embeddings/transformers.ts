import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import type { Embed, EmbeddingOptions } from './embeddings.ts';

/** What is used of @huggingface/transformers. */
interface Transformers {
  readonly env: {
    localModelPath: string;
    allowRemoteModels: boolean;
    remoteHost: string;
    cacheDir: string | null;
  };
  readonly pipeline: (
    task: 'feature-extraction',
    model: string,
    options: { readonly dtype: 'fp32' },
  ) => Promise<Extract>;
}
type Extract = (
  texts: string[],
  options: { readonly pooling: 'mean'; readonly normalize: true },
) => Promise<unknown>;

/** As most models have them; the package tells on the console what it takes by itself. */
const WEIGHTS = { dtype: 'fp32' } as const;

/** A row of `width` numbers for each text, one behind the other. */
const Tensor = z.object({ dims: z.tuple([z.int(), z.int()]), data: z.instanceof(Float32Array) });

/** Without `--save-prod` npm leaves out what is named as an optional peer; its scripts would download CUDA. */
const NOT_INSTALLED =
  'EMBEDDINGS=transformers:… needs @huggingface/transformers, which is not installed: run ' +
  'npm install --save-prod --ignore-scripts @huggingface/transformers@3, or set EMBEDDINGS=packaged.';

/** The package is a peer that few install: its name stands in a variable, so that nothing looks for it before. */
const PACKAGE = '@huggingface/transformers';

/** As Node says it, and as bundlers do of a package that is optional. */
function isMissing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : null;
  return code === 'ERR_MODULE_NOT_FOUND' || error.message.startsWith('Could not resolve "@huggingface');
}

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
  const extract = await loadModel(transformers, options);
  return async (texts, signal) => {
    signal.throwIfAborted();
    const { dims, data } = Tensor.parse(await extract([...texts], { pooling: 'mean', normalize: true }));
    const [rows, width] = dims;
    return Array.from({ length: rows }, (_, row) => data.subarray(row * width, (row + 1) * width));
  };
}

async function loadModel(transformers: Transformers, options: EmbeddingOptions): Promise<Extract> {
  const { model, modelsDir, downloadsDir, hub } = options;
  try {
    if (modelsDir !== null) return await loadFrom(modelsDir, transformers, model);
    if (existsSync(path.join(downloadsDir, model))) return await loadFrom(downloadsDir, transformers, model);
    return await download(transformers, options);
  } catch (error) {
    const from = modelsDir ?? hub ?? 'the hub';
    throw new UserError(
      `The model ${model} could not be loaded from ${from} (${reasonOf(error)}); check EMBEDDINGS.`,
      {
        cause: error,
      },
    );
  }
}

function loadFrom(folder: string, { env, pipeline }: Transformers, model: string): Promise<Extract> {
  env.localModelPath = folder;
  env.allowRemoteModels = false;
  return pipeline('feature-extraction', model, WEIGHTS);
}

/** What was downloaded is moved into its place once it works: a download that was broken off is begun anew. */
async function download(
  { env, pipeline }: Transformers,
  { model, downloadsDir, hub }: EmbeddingOptions,
): Promise<Extract> {
  const incoming = path.join(downloadsDir, 'incoming');
  const place = path.join(downloadsDir, model);
  await rm(incoming, { recursive: true, force: true });
  env.localModelPath = downloadsDir;
  env.allowRemoteModels = true;
  env.cacheDir = incoming;
  if (hub !== null) env.remoteHost = hub;
  try {
    const extract = await pipeline('feature-extraction', model, WEIGHTS);
    await mkdir(path.dirname(place), { recursive: true });
    await rename(path.join(incoming, model), place);
    return extract;
  } finally {
    await rm(incoming, { recursive: true, force: true });
  }
}

/** What an error says and what caused it says, on one line: `fetch` has the reason in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return `${error.message}${cause}`.replace(/\s+/g, ' ').replace(/\.$/, '');
}
