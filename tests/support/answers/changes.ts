import { differingWords } from '../../../src/domain/quote/differing-words.ts';
import type { ChangesAnswer, PositionChange } from '../../../src/domain/position-change.ts';
import { evidence } from '../fake-app.ts';

const before = evidence({
  text: 'We offer 12 launchers if inspectors may come',
  published: '2022-01-11',
  act: 'offers',
  topics: ['missiles'],
});
const now = evidence({ ...before, n: 2, text: 'We offer 14 launchers', published: '2022-02-03' });

/** A number that changed, and a first statement. */
export const CHANGE: PositionChange = {
  kind: 'number',
  side: 'US',
  topic: 'missiles',
  when: '2022-02-03',
  from: before,
  to: now,
  differences: differingWords(before.text, now.text),
  words: { from: '12 launchers', to: '14 launchers' },
};
export const FIRST: PositionChange = {
  ...CHANGE,
  kind: 'first',
  when: '2022-01-11',
  from: null,
  to: before,
  differences: [],
  words: { from: null, to: null },
};

export const CHANGES: ChangesAnswer = {
  changes: [FIRST, CHANGE],
  searched: { articles: 5, passages: 189 },
};
