import { BUCKETS, LINK_BUCKETS } from './features/feature-sink.ts';
import { packLabels } from './pack-labels.ts';
import { LABELS } from './token-labels.ts';
import { type Lexicon, WORD_KINDS } from './word-traits.ts';

/** What `weights.json` holds: small integers, the long lists as base64. */
export interface WeightsFile {
  readonly format: number;
  /** Value of one unit of the integers in `emissions`. */
  readonly scale: number;
  /** Rows of the feature table: distance to the last bucket (LEB128), a bit for each label that has a weight, those weights. */
  readonly emissions: string;
  /** Weights of label after label by kind of word, in hundredths. */
  readonly transitions: string;
  /** Weights of the linker, in sixteenths. */
  readonly links: string;
  /** `word`, tab, cue level and source level as two digits; one a line. */
  readonly words: string;
}

/** The weights as the tagger uses them. */
export interface Weights {
  readonly lexicon: Lexicon;
  /** For every 32 buckets: how many buckets before them have a row, and a bit for each of them that has one. */
  readonly index: Int32Array;
  /** The rows in the order of their buckets, four labels a number: `PACKED` numbers a row, see `pack-labels.ts`. */
  readonly rows: Int32Array;
  readonly scale: number;
  readonly transitions: Float32Array;
  readonly links: Float32Array;
}

/** Counted up whenever labels, features or packing change. */
export const FORMAT = 1;
export const TRANSITION_UNIT = 1 / 100;
export const LINK_UNIT = 1 / 16;

function bytesOf(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}

function readRows(bytes: Uint8Array): Pick<Weights, 'index' | 'rows'> {
  const index = new Int32Array(BUCKETS / 16);
  const rows: number[] = [];
  let position = 0;
  let bucket = -1;
  let count = 0;
  /** Buckets up to here know how many rows are before them. */
  let counted = 0;
  const countUpTo = (block: number): void => {
    for (; counted <= block; counted++) index[2 * counted] = count;
  };
  while (position < bytes.length) {
    let distance = 0;
    let shift = 0;
    let byte: number;
    do {
      byte = bytes[position++] ?? 0;
      distance |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    bucket += distance;
    const mask = (bytes[position] ?? 0) | ((bytes[position + 1] ?? 0) << 8);
    position += 2;
    countUpTo(bucket >>> 5);
    const at = 2 * (bucket >>> 5) + 1;
    index[at] = (index[at] ?? 0) | (1 << (bucket & 31));
    count++;
    const row = new Int8Array(LABELS);
    for (let label = 0; label < LABELS; label++) if ((mask >> label) & 1) row[label] = bytes[position++] ?? 0;
    rows.push(...packLabels(row));
  }
  countUpTo(BUCKETS / 32 - 1);
  return { index, rows: Int32Array.from(rows) };
}

function scaled(values: Int16Array | Int8Array, unit: number, length: number, what: string): Float32Array {
  if (values.length !== length)
    throw new Error(`weights.json: ${what} has ${values.length} values, not ${length}; train again`);
  return Float32Array.from(values, (value) => value * unit);
}

function readLexicon(lines: string): Lexicon {
  const words = new Map<string, readonly [number, number]>();
  for (const line of lines.split('\n')) {
    const [word = '', levels = ''] = line.split('\t');
    words.set(word, [Number(levels.charAt(0)), Number(levels.charAt(1))]);
  }
  return { cueLevel: (word) => words.get(word)?.[0] ?? 0, sourceLevel: (word) => words.get(word)?.[1] ?? 0 };
}

/** Unpacks what training wrote; throws when it was written for other labels or features. */
export function readWeights(file: WeightsFile): Weights {
  if (file.format !== FORMAT)
    throw new Error(`weights.json has format ${file.format}, not ${FORMAT}; run npm run train`);
  const transitions = bytesOf(file.transitions);
  const links = bytesOf(file.links);
  return {
    lexicon: readLexicon(file.words),
    ...readRows(bytesOf(file.emissions)),
    scale: file.scale,
    transitions: scaled(
      new Int16Array(transitions.buffer),
      TRANSITION_UNIT,
      WORD_KINDS * LABELS * LABELS,
      'transitions',
    ),
    links: scaled(new Int8Array(links.buffer), LINK_UNIT, LINK_BUCKETS, 'links'),
  };
}
