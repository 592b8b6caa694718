import * as fc from 'fast-check';

const NASTY = [
  '@everyone',
  '<@900000000000000005>',
  '<#900000000000000003>',
  '[open](https://evil.example)',
  'https://evil.example/a_b',
  '```js\n',
  '||',
  '**',
  '__',
  '~~',
  '\n# ',
  '\n- ',
  '\n-# ',
  '\n1. ',
  '\n> ',
  '\n>>> ',
  ':smile:',
  '\\',
  '"',
  '“',
  '”',
  '\u202E',
  '\u200B',
  '\u2067',
  '\uD83D',
  '\u0000',
  '⟦U+202E⟧',
  '👩‍👩‍👧',
  '🇺🇸',
  'נאט״ו',
  '\n\n',
  ' ',
  'talks. ',
  'Washington ',
];

/** Whatever may stand in an article, a question or a name: from nothing to more than 10,000 characters. */
export const outsideText: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme', maxLength: 8 })), {
      maxLength: 30,
    })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .tuple(fc.constantFrom(...NASTY), fc.integer({ min: 1, max: 3000 }))
    .map(([piece, count]) => piece.repeat(Math.min(count, Math.ceil(10_500 / piece.length)))),
);
