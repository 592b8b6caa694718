import { expect, it } from 'vitest';
import { ACTS } from '../../src/domain/statement.ts';
import { showAct } from '../../src/show/show-act.ts';

it('shows every act but that of a plain statement', () => {
  expect(ACTS.filter((act) => showAct(act) === null)).toEqual(['states']);
  expect(showAct('rejects')).toBe('rejects');
  expect(showAct(null)).toBeNull();
});
