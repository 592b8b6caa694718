import { expect, it } from 'vitest';
import { missingMarks } from '../../src/text/marks/quotation-marks.ts';

it.each([
  ['We will see.', '“We will see.”'],
  ['“We will see.”', '“We will see.”'],
  ['"We will see,"', '"We will see,"'],
  ['“We don’t know', '“We don’t know”'],
  ['We will see,”', '“We will see,”'],
  ['We will see”.', '“We will see”.'],
  ['»We will see.«', '»We will see.«'],
  ["``We will see.''", "``We will see.''"],
  ['„We will see“', '„We will see“'],
  ["'We will see'", "'We will see'"],
  ["'Twas tough", "“'Twas tough”"],
  ['She said “We will see.”', null],
  ['We need "must" and "obliged"', null],
])('%s', (text, shown) => {
  const marks = missingMarks(text);
  expect(marks === null ? null : marks.open + text + marks.close).toBe(shown);
});
