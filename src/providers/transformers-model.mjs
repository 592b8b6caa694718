// @ts-check
// Where models of @huggingface/transformers are taken from. Plain JavaScript, so that a process of its own reads it too.
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** The package is a peer that few install: its name stands in a variable, so that nothing looks for it before. */
export const PACKAGE = '@huggingface/transformers';

/** As most models have them; the package tells on the console what it takes by itself. */
export const WEIGHTS = Object.freeze({ dtype: 'fp32' });

/**
 * What is set in the package.
 *
 * @typedef {{ localModelPath: string, allowRemoteModels: boolean, remoteHost: string, cacheDir: string | null }} Environment
 */

/**
 * @typedef {object} ModelPlace
 * @property {string} model its name on the hub
 * @property {string | null} modelsDir a folder with models that were downloaded before
 * @property {string} downloadsDir where models that are downloaded are kept
 * @property {string | null} hub another hub to download them from
 */

/**
 * What `open` makes of a model: from `modelsDir` alone where that is set, else downloaded once from the hub into
 * `downloadsDir`.
 *
 * @template T
 * @param {Environment} env
 * @param {ModelPlace} place
 * @param {(model: string) => Promise<T>} open
 * @returns {Promise<T>}
 * @throws {Error} where there is no such model; its message is a sentence for people, without what to do
 */
export async function loadModel(env, place, open) {
  const { model, modelsDir, downloadsDir, hub } = place;
  try {
    if (modelsDir !== null) return await loadFrom(modelsDir, env, model, open);
    if (existsSync(path.join(downloadsDir, model))) return await loadFrom(downloadsDir, env, model, open);
    return await download(env, place, open);
  } catch (error) {
    const from = modelsDir ?? hub ?? 'the hub';
    throw new Error(`The model ${model} could not be loaded from ${from} (${reasonOf(error)})`, {
      cause: error,
    });
  }
}

/**
 * @template T
 * @param {string} folder @param {Environment} env @param {string} model @param {(model: string) => Promise<T>} open
 */
function loadFrom(folder, env, model, open) {
  env.localModelPath = folder;
  env.allowRemoteModels = false;
  return open(model);
}

/**
 * What was downloaded is moved into its place once it works: a download that was broken off is begun anew.
 *
 * @template T
 * @param {Environment} env @param {ModelPlace} place @param {(model: string) => Promise<T>} open
 */
async function download(env, { model, downloadsDir, hub }, open) {
  const incoming = path.join(downloadsDir, 'incoming');
  const place = path.join(downloadsDir, model);
  await rm(incoming, { recursive: true, force: true });
  env.localModelPath = downloadsDir;
  env.allowRemoteModels = true;
  env.cacheDir = incoming;
  if (hub !== null) env.remoteHost = hub;
  try {
    const opened = await open(model);
    await mkdir(path.dirname(place), { recursive: true });
    await rename(path.join(incoming, model), place);
    return opened;
  } finally {
    await rm(incoming, { recursive: true, force: true });
  }
}

/** Whether an error says that the package is not there: as Node says it, and as bundlers do of a package that is optional. @param {unknown} error */
export function isMissing(error) {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : null;
  return code === 'ERR_MODULE_NOT_FOUND' || error.message.startsWith('Could not resolve "@huggingface');
}

/** What an error says and what caused it says, on one line: `fetch` has the reason in its cause. @param {unknown} error */
export function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  const message = onOneLine(error.message);
  const cause = error.cause instanceof Error ? onOneLine(error.cause.message) : '';
  return message.includes(cause) ? message : `${message}: ${cause}`;
}

/** @param {string} text */
const onOneLine = (text) => text.replace(/\s+/g, ' ').replace(/\.$/, '');
