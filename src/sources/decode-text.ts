import { UserError } from '../errors.ts';

const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** 0x80 to 0x9F of windows-1252 (WHATWG Encoding), which some versions of Node decode as ISO 8859-1. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';
/** No text is meant to have these; white space of every kind and the end mark of DOS it may. */
const CONTROLS = /[^\P{Cc}\t\n\v\f\r\cZ\u007F-\u009F]/gu;
/** A character of these that slipped into a text makes no program of it; NUL does. */
const CONTROLS_A_CHARACTER = 0.001;
/** Looked at to tell what a file is. */
const SAMPLE_BYTES = 4096;
/** So few broken characters among so many whole ones, and the text is UTF-8 with a fault. */
const FAULTS_A_CHARACTER = 0.05;

export interface Decoded {
  readonly text: string;
  /** What the log should say about the guess; null where nothing was guessed. */
  readonly note: string | null;
}

/**
 * The text that `bytes` hold: by byte-order mark, as UTF-8 where they are that, by the declared charset, else as
 * windows-1252, of which almost every other text in English is.
 *
 * @param declared the charset that the header or the page itself names, or null
 * @throws UserError for bytes that are no text
 */
export function decodeText(bytes: Uint8Array, name: string, declared: string | null = null): Decoded {
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0] ?? utf16Of(bytes);
  if (marked && marked !== 'utf-8') return whole(decodeAs(marked, bytes), name, null);
  const text = new TextDecoder('utf-8').decode(bytes);
  const faults = countOf(text, /\uFFFD/g);
  if (faults === 0) return whole(text, name, null);
  const charset = declared === null ? null : encodingOf(declared);
  if (charset !== null && charset !== 'utf-8') return whole(decodeAs(charset, bytes), name, null);
  if (marked || faults < FAULTS_A_CHARACTER * countOf(text, /[\u0080-\uFFFC]/g))
    return whole(text, name, `${faults} broken characters in it`);
  const note = 'it is not UTF-8 and was read as windows-1252: save it as UTF-8 if letters look wrong';
  return whole(decodeAs('windows-1252', bytes), name, note);
}

function whole(text: string, name: string, note: string | null): Decoded {
  const controls = countOf(text, CONTROLS);
  if (text.includes('\0') || controls > CONTROLS_A_CHARACTER * text.length)
    throw new UserError(`${name} is a binary file: text was wanted.`);
  return { text, note };
}

/** UTF-16 without its mark: every other byte of what is mostly Latin is zero. */
function utf16Of(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let [even, odd] = [0, 0];
  sample.forEach((byte, i) => {
    if (byte !== 0) return;
    if (i % 2 === 0) even++;
    else odd++;
  });
  if (odd > sample.length * 0.3 && even === 0) return 'utf-16le';
  return even > sample.length * 0.3 && odd === 0 ? 'utf-16be' : null;
}

/** The encoding that a label means; null for one that nobody knows. */
function encodingOf(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  if (encoding !== 'windows-1252') return new TextDecoder(encoding).decode(bytes);
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\x80-\x9F]/g, (one) => WINDOWS_1252.charAt(one.charCodeAt(0) - 0x80));
}

function countOf(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _each of text.matchAll(pattern)) count++;
  return count;
}
