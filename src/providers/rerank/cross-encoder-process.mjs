// @ts-check
// A cross-encoder, in a process of its own: a process can hold but one version of ONNX Runtime's library, the packaged
// encoder has another than @huggingface/transformers, and that one holds its thread while it computes.
import { isMissing, loadModel, reasonOf, WEIGHTS } from '../transformers-model.mjs';

/**
 * What is used of @huggingface/transformers.
 *
 * @typedef {(texts: string[], options: { text_pair: string[], padding: true, truncation: true }) => unknown} Tokenize
 * @typedef {{ dims: readonly number[], data: Float32Array }} Tensor
 * @typedef {{ from_pretrained: (model: string) => Promise<Tokenize> }} Tokenizers
 * @typedef {(inputs: unknown) => Promise<{ logits: Tensor }>} Classify
 * @typedef {{ from_pretrained: (model: string, options: typeof WEIGHTS) => Promise<Classify> }} Classifiers
 * @typedef {{ env: Parameters<typeof loadModel>[0], AutoTokenizer: Tokenizers, AutoModelForSequenceClassification: Classifiers }} Transformers
 */

/** @typedef {{ packageName: string, place: Parameters<typeof loadModel>[1] }} ProcessOptions */

/** @type {ProcessOptions} */
const { packageName, place } = JSON.parse(process.argv[2] ?? '');
/** @param {object} message */
const send = (message) => void process.send?.(message);

process.on('disconnect', () => process.exit());

try {
  const score = await load();
  process.on(
    'message',
    (/** @type {{ id: number, question: string, texts: string[] }} */ { id, question, texts }) => {
      score(question, texts).then(
        (scores) => send({ kind: 'scored', id, scores }),
        (error) => send({ kind: 'unscored', id, reason: reasonOf(error) }),
      );
    },
  );
  send({ kind: 'loaded' });
} catch (error) {
  send(isMissing(error) ? { kind: 'missing' } : { kind: 'failed', reason: reasonOf(error) });
}

/** The logit of each pair (Nogueira and Cho 2019, "Passage Re-ranking with BERT"). */
async function load() {
  /** @type {Transformers} */
  const { env, AutoTokenizer, AutoModelForSequenceClassification } = await import(packageName);
  const { tokenize, classify } = await loadModel(env, place, async (model) => ({
    tokenize: await AutoTokenizer.from_pretrained(model),
    classify: await AutoModelForSequenceClassification.from_pretrained(model, WEIGHTS),
  }));
  return async (/** @type {string} */ question, /** @type {string[]} */ texts) => {
    const pairs = { text_pair: texts, padding: true, truncation: true };
    const { logits } = await classify(
      tokenize(
        texts.map(() => question),
        { ...pairs, padding: true, truncation: true },
      ),
    );
    const [, width] = logits.dims;
    if (width !== 1) throw new Error(`it gives ${width} numbers for a pair where a cross-encoder gives one`);
    return Array.from(logits.data);
  };
}
