const PREFIXES = [
  'please tell me, ',
  'could you tell me: ',
  'I would like to know: ',
  'can you find out ',
  'hi, ',
  'hello! ',
  'do you know, ',
  'quick question: ',
  'just wondering, ',
  'so, ',
];
const SUFFIXES = [', please', ', thank you', ' exactly', ' in the articles', ' so far', ' then'];
const SHORT_WORD = 5;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** One slip in one word: two letters swapped, one lost, doubled or replaced. */
function misspell(question: string, random: () => number): string {
  const words = question.split(' ');
  const long = words.flatMap((word, i) => (/^\p{L}+$/u.test(word) && word.length >= SHORT_WORD ? [i] : []));
  const which = long[Math.floor(random() * long.length)];
  if (which === undefined) return question;
  const word = words[which] ?? '';
  const at = 1 + Math.floor(random() * (word.length - 2));
  const way = Math.floor(random() * 4);
  const [a, b] = [word.charAt(at), word.charAt(at + 1)];
  const middle =
    [`${b}${a}`, b, `${a}${a}${b}`, `${LETTERS.charAt(Math.floor(random() * LETTERS.length))}${b}`][way] ??
    '';
  words[which] = word.slice(0, at) + middle + word.slice(at + 2);
  return words.join(' ');
}

/** A question as people type it: now and then polite, misspelt, in small letters, without its mark. */
export function roughenQuestion(question: string, random: () => number): string {
  let rough = question;
  if (random() < 0.12)
    rough = `${PREFIXES[Math.floor(random() * PREFIXES.length)] ?? ''}${rough.charAt(0).toLowerCase()}${rough.slice(1)}`;
  if (random() < 0.08)
    rough = rough.replace(
      /\??$/,
      (mark) => `${SUFFIXES[Math.floor(random() * SUFFIXES.length)] ?? ''}${mark}`,
    );
  if (random() < 0.12) rough = misspell(rough, random);
  if (random() < 0.3) rough = rough.toLowerCase();
  if (random() < 0.3) rough = rough.replace(/\?$/, '');
  return rough;
}
