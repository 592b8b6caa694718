// @ts-check
// The packaged encoder as an ONNX graph, made of the package's own weights.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { FLOAT, INT64, constantOf, nodeOf, onnxFile } from './onnx-file.mjs';

const HEADS = 4;
/** Tokens of a text that the encoder looks at. */
export const MAX_TOKENS = 128;

/** @typedef {{ shape: number[], content: Uint8Array }} Weight */

/**
 * The weights of a TensorFlow.js graph model, by their names without what all have in common.
 *
 * @param {string} folder with model.json and the files it names
 * @returns {Promise<Map<string, Weight>>}
 */
async function readWeights(folder) {
  /** @type {{ weightsManifest: { paths: string[], weights: { name: string, shape: number[] }[] }[] }} */
  const { weightsManifest } = JSON.parse(await readFile(path.join(folder, 'model.json'), 'utf8'));
  const weights = new Map();
  for (const { paths, weights: listed } of weightsManifest) {
    const all = Buffer.concat(await Promise.all(paths.map((name) => readFile(path.join(folder, name)))));
    let start = 0;
    for (const { name, shape } of listed) {
      const end = start + 4 * shape.reduce((product, size) => product * size, 1);
      const short = name.replace(
        /^module(_apply_default)?\/(Encoder_en\/)?(KonaTransformer\/Encode\/)?|\/ConcatPartitions\/concat$|\/part_0$/g,
        '',
      );
      weights.set(short, { shape, content: all.subarray(start, end) });
      start = end;
    }
  }
  return weights;
}

/**
 * The encoder of Cer et al. 2018 (a Transformer of two layers, its mean over the tokens, a dense layer, unit length), as
 * the package's TensorFlow.js graph computes it. Inputs: `ids` (batch × tokens, int64), `mask` (the same shape, 1 where
 * there is a token, else 0); output: `vectors` (batch × 512).
 *
 * @param {string} folder the package's folder of model.json
 * @returns {Promise<Buffer>} an ONNX file
 * @throws when the package holds other weights than these
 */
export async function encoderGraph(folder) {
  const weights = await readWeights(folder);
  /** @type {Uint8Array[]} */
  const parts = [];
  let count = 0;

  /** @param {string} operation @param {readonly string[]} inputs @param {Parameters<typeof nodeOf>[3]} [attributes] */
  const run = (operation, inputs, attributes) => {
    const output = `v${++count}`;
    parts.push(nodeOf(operation, inputs, [output], attributes));
    return output;
  };
  /** @param {string} name @param {readonly number[]} [shape] */
  const weight = (name, shape) => {
    const found = weights.get(name);
    if (!found) throw new Error(`the packaged encoder has no weights called ${name}`);
    parts.push(constantOf(name, shape ?? found.shape, FLOAT, found.content));
    return name;
  };
  /** @param {number} value */
  const float = (value) => {
    const name = `c${++count}`;
    parts.push(constantOf(name, [], FLOAT, Buffer.from(Float32Array.of(value).buffer)));
    return name;
  };
  /** @param {number | readonly number[]} value one number, or a list */
  const ints = (value) => {
    const name = `c${++count}`;
    const numbers = typeof value === 'number' ? [value] : value;
    const content = Buffer.from(BigInt64Array.from(numbers, BigInt).buffer);
    parts.push(constantOf(name, typeof value === 'number' ? [] : [numbers.length], INT64, content));
    return name;
  };
  /** @param {string} x @param {string} kernel @param {string} bias @param {readonly number[]} [shape] of the kernel */
  const dense = (x, kernel, bias, shape) =>
    run('Add', [run('MatMul', [x, weight(kernel, shape)]), weight(bias)]);
  /** @param {string} x @param {string} name */
  const normalize = (x, name) =>
    run('LayerNormalization', [x, weight(`${name}/layer_norm_scale`), weight(`${name}/layer_norm_bias`)], {
      axis: -1,
      epsilon: { float: 1e-6 },
    });

  const axis1 = ints([1]);
  const embedded = run('Gather', [weight('Embeddings_en'), 'ids']);
  const length = run('Squeeze', [run('Slice', [run('Shape', ['ids']), axis1, ints([2])])]);
  const places = run('Cast', [run('Range', [ints(0), length, ints(1)])], { to: FLOAT });
  const angles = run('Mul', [
    run('Unsqueeze', [places, axis1]),
    weight('TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1'),
  ]);
  const timing = run('Concat', [run('Sin', [angles]), run('Cos', [angles])], { axis: 1 });
  let x = run('Add', [run('Mul', [embedded, float(2)]), timing]);
  const padding = run('Unsqueeze', [run('Mul', [run('Sub', [float(1), 'mask']), float(-1e9)]), ints([1, 2])]);

  for (const [layer, width] of [256, 512].entries()) {
    const name = `Layer_${layer}/TransformerLayer`;
    const attention = `${name}/MultiheadAttention`;
    const carried = layer === 0 ? dense(x, `${name}/dense/kernel`, `${name}/dense/bias`) : x;
    const joined = dense(
      normalize(x, `${name}/layer_prepostprocess/layer_norm`),
      `${attention}/qkv_transform_single/kernel`,
      `${attention}/qkv_transform_single/bias`,
      [width, 3 * width],
    );
    /** @param {number} third @param {readonly number[]} perm */
    const heads = (third, perm) => {
      const slice = run('Slice', [joined, ints([third * width]), ints([(third + 1) * width]), ints([2])]);
      return run('Transpose', [run('Reshape', [slice, ints([0, 0, HEADS, width / HEADS])])], { perm });
    };
    const queries = run('Mul', [heads(0, [0, 2, 1, 3]), float(1 / Math.sqrt(width / HEADS))]);
    const likeness = run('Add', [run('MatMul', [queries, heads(1, [0, 2, 3, 1])]), padding]);
    const attended = run('MatMul', [run('Softmax', [likeness], { axis: -1 }), heads(2, [0, 2, 1, 3])]);
    const combined = run('Reshape', [
      run('Transpose', [attended], { perm: [0, 2, 1, 3] }),
      ints([0, 0, width]),
    ]);
    const output = dense(
      combined,
      `${attention}/output_transform_single/kernel`,
      `${attention}/output_transform_single/bias`,
      [width, 512],
    );
    const middle = run('Add', [output, carried]);
    const stack = `TransformerStack/${name}/FFN`;
    const widened = dense(
      normalize(middle, `${name}/FFN/layer_prepostprocess/layer_norm`),
      `${stack}/conv1/Tensordot/Reshape_1`,
      `${name}/FFN/conv1/bias`,
    );
    const narrowed = dense(
      run('Relu', [widened]),
      `${stack}/conv2/Tensordot/Reshape_1`,
      `${name}/FFN/conv2/bias`,
    );
    x = run('Add', [narrowed, middle]);
  }

  const sum = run('ReduceSum', [run('Mul', [x, run('Unsqueeze', ['mask', ints([2])])]), axis1], {
    keepdims: 0,
  });
  const mean = run('Div', [sum, run('ReduceSum', ['mask', axis1], { keepdims: 1 })]);
  const hidden = 'hidden_layers/tanh_layer_0';
  const vector = run('Tanh', [dense(mean, `${hidden}/weights`, `${hidden}/bias`)]);
  const squares = run('ReduceSum', [run('Mul', [vector, vector]), axis1], { keepdims: 1 });
  parts.push(nodeOf('Div', [vector, run('Sqrt', [run('Max', [squares, float(1e-12)])])], ['vectors']));
  return onnxFile(
    parts,
    [
      { name: 'ids', type: INT64, shape: ['batch', 'tokens'] },
      { name: 'mask', type: FLOAT, shape: ['batch', 'tokens'] },
    ],
    [{ name: 'vectors', type: FLOAT, shape: ['batch', 512] }],
  );
}
