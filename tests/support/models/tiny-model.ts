import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { constantOf, FLOAT, INT64, nodeOf, onnxFile } from '../../../src/providers/embeddings/onnx-file.mjs';

/**
 * A model of @huggingface/transformers in a few kilobytes, by file name: BERT's inputs, one layer that looks a token's
 * vector up. It knows letters and digits, as the first or a later piece of a word.
 */
export function tinyModel(): ReadonlyMap<string, Uint8Array> {
  return filesOf(embedder(), { hidden_size: WIDTH });
}

/** A cross-encoder of the same kind: it likes texts with digits, for a question. */
export function tinyCrossEncoder(): ReadonlyMap<string, Uint8Array> {
  const labels = { id2label: { 0: 'LABEL_0' }, label2id: { LABEL_0: 0 } };
  return filesOf(classifier(), { architectures: ['BertForSequenceClassification'], ...labels });
}

const filesOf = (graph: Uint8Array, config: object): ReadonlyMap<string, Uint8Array> =>
  new Map([
    ['config.json', json({ model_type: 'bert', vocab_size: PIECES.length, ...config })],
    ['tokenizer_config.json', json({ tokenizer_class: 'BertTokenizer', model_max_length: 512, ...SPECIAL })],
    ['tokenizer.json', json(TOKENIZER)],
    ['onnx/model.onnx', graph],
  ]);

/** Puts a model's files where @huggingface/transformers looks for it in a folder of models. */
export function writeModel(folder: string, model: string, files: ReadonlyMap<string, Uint8Array>): void {
  for (const [name, bytes] of files) {
    const file = path.join(folder, model, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

const WIDTH = 16;
const SIGNS = 'a b c d e f g h i j k l m n o p q r s t u v w x y z 0 1 2 3 4 5 6 7 8 9 . , ? !'.split(' ');
const SPECIAL = {
  pad_token: '[PAD]',
  unk_token: '[UNK]',
  cls_token: '[CLS]',
  sep_token: '[SEP]',
  mask_token: '[MASK]',
};
const PIECES = [...Object.values(SPECIAL), ...SIGNS, ...SIGNS.map((sign) => `##${sign}`)];

const TOKENIZER = {
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: Object.values(SPECIAL).map((content, id) => ({
    id,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  })),
  normalizer: {
    type: 'BertNormalizer',
    clean_text: true,
    handle_chinese_chars: true,
    strip_accents: null,
    lowercase: true,
  },
  pre_tokenizer: { type: 'BertPreTokenizer' },
  post_processor: {
    type: 'BertProcessing',
    sep: ['[SEP]', PIECES.indexOf('[SEP]')],
    cls: ['[CLS]', PIECES.indexOf('[CLS]')],
  },
  decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
  model: {
    type: 'WordPiece',
    unk_token: '[UNK]',
    continuing_subword_prefix: '##',
    max_input_chars_per_word: 100,
    vocab: Object.fromEntries(PIECES.map((piece, id) => [piece, id])),
  },
};

const IDS = ['input_ids', 'attention_mask', 'token_type_ids'].map((name) => ({
  name,
  type: INT64,
  shape: ['batch', 'sequence'],
}));

function embedder(): Uint8Array {
  const vectors = constantOf('vectors', [PIECES.length, WIDTH], FLOAT, bytesOf(pieceVectors()));
  const lookUp = nodeOf('Gather', ['vectors', 'input_ids'], ['last_hidden_state']);
  const shape = ['batch', 'sequence', WIDTH];
  return onnxFile([lookUp, vectors], IDS, [{ name: 'last_hidden_state', type: FLOAT, shape }]);
}

/** 1 for each piece that is one of the signs, else 0. */
function weightsOf(name: string, signs: string): Uint8Array {
  const weights = Float32Array.from(PIECES, (piece) => (signs.includes(piece.replace('##', '')) ? 1 : 0));
  return constantOf(`${name}-weights`, [PIECES.length], FLOAT, bytesOf(weights));
}

/** The sum of the weights of all tokens of one part. */
const sumOf = (name: string, part: string): Uint8Array[] => [
  nodeOf('Gather', [`${name}-weights`, 'input_ids'], [`${name}-each`]),
  nodeOf('Mul', [`${name}-each`, part], [`${name}-part`]),
  nodeOf('ReduceSum', [`${name}-part`, 'axis'], [name], { keepdims: 1 }),
];

/** How many digits the second text has, times how many signs "?" the first has. */
function classifier(): Uint8Array {
  const parts = [
    nodeOf('Cast', ['token_type_ids'], ['second'], { to: FLOAT }),
    nodeOf('Sub', ['one', 'second'], ['first']),
    ...sumOf('signs', 'first'),
    ...sumOf('digits', 'second'),
    nodeOf('Mul', ['signs', 'digits'], ['logits']),
    weightsOf('signs', '?'),
    weightsOf('digits', '0123456789'),
    constantOf('one', [], FLOAT, bytesOf(Float32Array.of(1))),
    constantOf('axis', [1], INT64, bytesOf(BigInt64Array.of(1n))),
  ];
  return onnxFile(parts, IDS, [{ name: 'logits', type: FLOAT, shape: ['batch', 1] }]);
}

const bytesOf = ({ buffer }: Float32Array | BigInt64Array): Uint8Array => new Uint8Array(buffer);

/** Waves of different lengths: every piece has its own vector. */
function pieceVectors(): Float32Array {
  return Float32Array.from({ length: PIECES.length * WIDTH }, (_, i) =>
    Math.sin(1 + Math.floor(i / WIDTH) * (1 + (i % WIDTH))),
  );
}
