/**
 * A model of @huggingface/transformers in a few kilobytes, by file name: BERT's inputs, one layer that looks a token's
 * vector up. It knows letters and digits, as the first or a later piece of a word.
 */
export function tinyModel(): ReadonlyMap<string, Uint8Array> {
  return new Map([
    ['config.json', json({ model_type: 'bert', hidden_size: WIDTH, vocab_size: PIECES.length })],
    ['tokenizer_config.json', json({ tokenizer_class: 'BertTokenizer', model_max_length: 512, ...SPECIAL })],
    ['tokenizer.json', json(TOKENIZER)],
    ['onnx/model.onnx', onnxModel()],
  ]);
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

/** A field of a Protocol Buffers message: a whole number, or bytes with their length before them. */
function field(number: number, value: number | string | Uint8Array): Uint8Array {
  if (typeof value === 'number') return Buffer.concat([varint(number << 3), varint(value)]);
  const bytes = Buffer.from(value);
  return Buffer.concat([varint((number << 3) | 2), varint(bytes.length), bytes]);
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    bytes.push(left < 128 ? left : (left % 128) | 128);
    if (left < 128) return Uint8Array.from(bytes);
  }
}

const message = (...fields: readonly Uint8Array[]): Uint8Array => Buffer.concat(fields);

const FLOAT = 1;
const INT64 = 7;

/** https://github.com/onnx/onnx/blob/main/onnx/onnx.proto: the numbers of the fields are those of its messages. */
function onnxModel(): Uint8Array {
  const tensor = (name: string, type: number, ...shape: readonly (string | number)[]): Uint8Array => {
    const dimensions = shape.map((size) => field(1, field(typeof size === 'number' ? 1 : 2, size)));
    const ofType = message(field(1, type), field(2, message(...dimensions)));
    return message(field(1, name), field(2, field(1, ofType)));
  };
  const lookUp = message(
    field(1, 'vectors'),
    field(1, 'input_ids'),
    field(2, 'last_hidden_state'),
    field(4, 'Gather'),
  );
  const vectors = message(
    field(1, PIECES.length),
    field(1, WIDTH),
    field(2, FLOAT),
    field(8, 'vectors'),
    field(9, new Uint8Array(pieceVectors().buffer)),
  );
  const inputs = ['input_ids', 'attention_mask', 'token_type_ids'];
  const graph = message(
    field(1, lookUp),
    field(2, 'tiny'),
    field(5, vectors),
    ...inputs.map((name) => field(11, tensor(name, INT64, 'batch', 'sequence'))),
    field(12, tensor('last_hidden_state', FLOAT, 'batch', 'sequence', WIDTH)),
  );
  return message(field(1, 8), field(7, graph), field(8, message(field(1, ''), field(2, 13))));
}

/** Waves of different lengths: every piece has its own vector. */
function pieceVectors(): Float32Array {
  return Float32Array.from({ length: PIECES.length * WIDTH }, (_, i) =>
    Math.sin(1 + Math.floor(i / WIDTH) * (1 + (i % WIDTH))),
  );
}
