import { describe, expect, it } from 'vitest';
import { isClose } from '../../../src/answer/checks/closeness.ts';
import { polarityHolds } from '../../../src/answer/checks/polarity.ts';
import { sayingsOf, strangersSpeak } from '../../../src/answer/checks/speakers.ts';
import { source, words } from '../../support/known.ts';

describe('who is made to speak', () => {
  it.each([
    ['Sherman said that Moscow waits.', ['Wendy Sherman']],
    ['According to Ryabkov, the US waits.', ['Sergei Ryabkov']],
    ['Sherman and Ryabkov said that they wait.', ['Wendy Sherman+Sergei Ryabkov']],
    ['Russia demanded guarantees, and the US refused them.', ['Russia', 'US']],
    ['Talks were offered by the US.', ['US']],
    ['Washington is not ready to wait.', ['US']],
    ['The Russian demands stay.', ['Russia']],
    ['The demands of Russia stay.', ['Russia']],
    ['Deputy Foreign Minister Sergei Ryabkov also warned NATO.', ['Sergei Ryabkov']],
    ['US colleagues assured him.', ['US']],
    ['Russia was offered talks.', []],
    ['The US talks went on.', []],
    ['NATO admits new members.', []],
  ])('%s', (claim, speakers) => {
    const found = sayingsOf(words(claim)).map(({ parties }) => parties.map(({ id }) => id).join('+'));
    expect(found).toEqual(speakers);
  });

  it.each([
    ['Lavrov said that they wait.', true],
    ['According to Lavrov, they wait.', true],
    ['Sherman said that they wait.', false],
    ['The Geneva talks went on.', false],
    ['Europe was told.', false],
  ])('strangers: %s %s', (claim, so) => {
    expect(strangersSpeak(words(claim), [source('We wait.')])).toBe(so);
  });
});

describe('yes and no', () => {
  it.each([
    ['We will not allow anyone to close the door.', 'She will not let anyone close the door.', true],
    ['We will not allow anyone to close the door.', "She won't allow the door to be closed.", true],
    ['We will not allow anyone to close the door.', 'She will allow anyone to close the door.', false],
    ['We will not allow anyone to close the door.', 'She refused to let anyone close the door.', true],
    ['They want guarantees, not promises.', 'They want guarantees, not promises.', true],
    ['They want guarantees, not promises.', 'They want promises, not guarantees.', false],
    ['We do not rule out talks in spring.', 'They may have talks in spring.', true],
    ['We do not rule out talks in spring.', 'They ruled out talks in spring.', false],
    ['Neither side will leave the treaty.', 'Both sides will leave the treaty.', false],
    ['An expansion of the bloc is unacceptable.', 'She opposes an expansion of the bloc.', true],
    ['We trust nobody, but the talks are useful.', 'She called the talks useful.', true],
    ['They will not give up their demands.', 'They hold on to their demands.', true],
    ['They will not give up their demands.', 'They will give up their demands.', false],
  ])('%s — %s %s', (text, claim, holds) => {
    expect(polarityHolds(words(claim).text, [source(text)])).toBe(holds);
  });

  it('lets nobody offer what they reject', () => {
    const rejected = source('Giving anybody such guarantees is out of the question.', { act: 'rejects' });
    expect(polarityHolds('She promised such guarantees.', [rejected])).toBe(false);
    const offered = source('We would like to give such guarantees.', { act: 'offers' });
    expect(polarityHolds('She opposes such guarantees.', [offered])).toBe(false);
    expect(polarityHolds('She proposed such guarantees.', [offered])).toBe(true);
  });
});

describe('closeness', () => {
  const cited = [
    source('She offered the Russian side to continue talks on the deployment of missile systems.'),
  ];
  it.each([
    ['Sherman offered Russia to continue talks on the deployment of missile systems.', true],
    ['The US wants talks on deployed missiles to continue.', true],
    ['Sherman offered to continue talks on missiles and to lift sanctions on banks.', false],
    ['Sherman offered to continue talks on missiles before spring.', false],
    ['Sherman offered talks on missiles in exchange for gas.', false],
    ['Sherman announced a new embassy building.', false],
  ])('%s %s', (claim, close) => expect(isClose(words(claim), cited, words)).toBe(close));
});
