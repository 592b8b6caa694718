// @ts-check
// The few parts of ONNX's file format that our graph needs (https://onnx.ai/onnx/repo-docs/IR.html; the numbers are those
// of onnx.proto3), in protobuf's encoding (https://protobuf.dev/programming-guides/encoding/).

/** ONNX's numbers for the types of a tensor. */
export const FLOAT = 1;
export const INT64 = 7;

/** @param {number | bigint} number @returns {Buffer} */
function varint(number) {
  const groups = [];
  let rest = BigInt.asUintN(64, BigInt(number));
  do {
    const low = Number(rest & 127n);
    rest >>= 7n;
    groups.push(rest > 0n ? low | 128 : low);
  } while (rest > 0n);
  return Buffer.from(groups);
}

/** @param {number} field @param {number | bigint} number */
const int = (field, number) => Buffer.concat([varint(field << 3), varint(number)]);
/** @param {number} field @param {string | Uint8Array} value */
function bytes(field, value) {
  const content = Buffer.from(value);
  return Buffer.concat([varint((field << 3) | 2), varint(content.length), content]);
}
/** @param {number} field @param {readonly Uint8Array[]} parts */
const message = (field, parts) => bytes(field, Buffer.concat(parts));

/** @typedef {number | readonly number[] | { readonly float: number }} Attribute a whole number, whole numbers, or a float */

/** @param {string} name @param {Attribute} value */
function attribute(name, value) {
  if (typeof value === 'number') return message(5, [bytes(1, name), int(3, value), int(20, 2)]);
  if ('float' in value) {
    const float = Buffer.from(Float32Array.of(value.float).buffer);
    return message(5, [bytes(1, name), varint((2 << 3) | 5), float, int(20, 1)]);
  }
  return message(5, [bytes(1, name), ...value.map((each) => int(8, each)), int(20, 7)]);
}

/**
 * One operation of a graph.
 *
 * @param {string} operation ONNX's name of it
 * @param {readonly string[]} inputs @param {readonly string[]} outputs names of values
 * @param {Readonly<Record<string, Attribute>>} attributes
 */
export function nodeOf(operation, inputs, outputs, attributes = {}) {
  return message(1, [
    ...inputs.map((name) => bytes(1, name)),
    ...outputs.map((name) => bytes(2, name)),
    bytes(4, operation),
    ...Object.entries(attributes).map(([name, value]) => attribute(name, value)),
  ]);
}

/** A constant. @param {string} name @param {readonly number[]} shape @param {number} type @param {Uint8Array} content little-endian */
export function constantOf(name, shape, type, content) {
  return message(5, [...shape.map((size) => int(1, size)), int(2, type), bytes(8, name), bytes(9, content)]);
}

/** @param {string} name @param {number} type @param {readonly (number | string)[]} shape names for sizes that vary */
const valueOf = (name, type, shape) =>
  Buffer.concat([
    bytes(1, name),
    message(2, [
      message(1, [
        int(1, type),
        message(
          2,
          shape.map((size) => message(1, [typeof size === 'number' ? int(1, size) : bytes(2, size)])),
        ),
      ]),
    ]),
  ]);

/**
 * An ONNX file.
 *
 * @typedef {{ name: string, type: number, shape: readonly (number | string)[] }} Value
 * @param {readonly Uint8Array[]} parts nodes, in the order in which they are computed, and constants
 * @param {readonly Value[]} inputs @param {readonly Value[]} outputs
 * @returns {Buffer}
 */
export function onnxFile(parts, inputs, outputs) {
  const graph = [
    ...parts,
    bytes(2, 'encoder'),
    ...inputs.map(({ name, type, shape }) => bytes(11, valueOf(name, type, shape))),
    ...outputs.map(({ name, type, shape }) => bytes(12, valueOf(name, type, shape))),
  ];
  // IR version 8, operators of version 18.
  return Buffer.concat([int(1, 8), message(8, [int(2, 18)]), message(7, graph)]);
}
