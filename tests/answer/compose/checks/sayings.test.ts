import { describe, expect, it } from 'vitest';
import { isClose } from '../../../../src/answer/compose/checks/closeness.ts';
import { polarityHolds } from '../../../../src/answer/compose/checks/polarity.ts';
import { sayingsOf, strangersSpeak } from '../../../../src/answer/compose/checks/speakers.ts';
import { source, words } from '../../../support/answers/known.ts';

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
    // Several who say the same, by commas too, whether or not they are known.
    ['Sherman, Blinken and Ryabkov all called for tea.', ['Wendy Sherman+Antony Blinken+Sergei Ryabkov']],
    ['Sherman, as well as Ryabkov, hoped for tea.', ['Wendy Sherman+Sergei Ryabkov']],
    ['Sherman as well as Ryabkov hoped for tea.', ['Wendy Sherman+Sergei Ryabkov']],
    ['Sherman, Jane Baker and Cook each asked for tea.', ['Wendy Sherman+baker+cook']],
    ['According to Ryabkov, the US and NATO drink tea.', ['Sergei Ryabkov']],
    [
      'According to Ryabkov, Sherman and Blinken, tea is drunk.',
      ['Sergei Ryabkov+Wendy Sherman+Antony Blinken'],
    ],
    // Who is only the object does not speak.
    ['Sherman said that trading with Moscow makes sense.', ['Wendy Sherman']],
    ['Sherman accused Russia of repeated delays.', ['Wendy Sherman']],
    ['Sherman said she and the Russian envoy discussed tea.', ['Wendy Sherman']],
    ['Sherman said she and the Russian envoy demanded tea.', ['Wendy Sherman', 'Russia']],
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
    // A second "no" opens a noun phrase of its own.
    [
      'The harbour has no cranes, no docks (or plans for them) no ferries at night.',
      'The harbour has ferries at night and cranes.',
      false,
    ],
    ['There is no bridge and no tunnel there.', 'There is a bridge and a tunnel there.', false],
    ['There is no bridge and no tunnel there.', 'There is no tunnel there.', true],
    // "Without" turns its object, not what is done.
    ['We will not sell the farm without the farmers.', 'They will sell the farm without the farmers.', false],
    [
      'The choir sang without any mistakes, without a pause.',
      'The choir sang with mistakes and pauses.',
      false,
    ],
    // What another clause says the opposite of.
    [
      'The road was built without permits or inspections, to save money and please investors quickly.',
      'The road was built with permits and inspections to save money and please investors quickly.',
      false,
    ],
    // What is not so, nobody says.
    ['They write that our bakery buys cheap flour. That is not true.', 'The bakery buys cheap flour.', false],
    ['They write that our bakery buys cheap flour, which is false.', 'The bakery buys cheap flour.', false],
    ['They write that our bakery buys cheap flour. That is so.', 'The bakery buys cheap flour.', true],
    // What is put in between does not end what is turned.
    ['They stop, by and large, the sale of oranges to the city.', 'They stop the sale of oranges.', true],
    [
      'They stop, by and large, the sale of oranges to the city.',
      'They continue the sale of oranges.',
      false,
    ],
    [
      'They will stop feeding the birds, which landed on the pond.',
      'They will stop feeding birds that landed on the pond.',
      true,
    ],
    // Another subject, another clause; names side by side are one subject.
    ['The guests saw no light and Moscow will pay for the lamps.', 'Moscow will pay for the lamps.', true],
    ['It is not true that Paris and Rome will pay for the lamps.', 'Rome will pay for the lamps.', false],
    // A negation is not lost in another word for the same.
    ['The union will not begin talks on wages.', 'The union will launch negotiations on wages.', false],
    ['The union will not begin talks on wages.', 'The union will not launch negotiations on wages.', true],
    ['The miners want higher wages rather than longer holidays.', 'The miners want longer holidays.', false],
    ['The miners want higher wages instead of longer holidays.', 'They want wages, not holidays.', true],
    ['The miners have yet to sign the contract.', 'The miners signed the contract.', false],
    ['The miners are far from signing the contract.', 'The miners are signing the contract.', false],
    // Turned back is not turned.
    [
      'The miners would not accept a contract without holidays.',
      'The miners would not accept a contract with holidays.',
      false,
    ],
    // "Against" after what is aimed says no to nothing.
    [
      'The archers trained shots at wooden figures.',
      'The archers trained shots against wooden figures.',
      true,
    ],
    ['The villagers voted against the wind farm.', 'The villagers wanted the wind farm.', false],
    [
      'The mayor has no time for music, and hence has no piano.',
      'The mayor has no time and thus has no piano.',
      true,
    ],
    // The same turned by a prefix, by "not", or by neither.
    [
      'They want promises on the non-renewal of the leases in the valley.',
      'They want promises that the leases will not be renewed in the valley.',
      true,
    ],
    ['Further delays are likely in the harbour.', 'Further delays are unlikely in the harbour.', false],
    ['The guests were dissatisfied.', 'The guests were not satisfied.', true],
    ['The guests were dissatisfied.', 'The guests were satisfied.', false],
    [
      'It promises free entry to museums, and no new taxes on bread.',
      'It has “no new taxes on bread” and free entry to museums.',
      true,
    ],
    // A condition is not turned by what stands before it, nor a bound by its own "no".
    [
      'If the dam holds, nobody will leave the valley.',
      'Nobody will leave the valley as long as the dam holds.',
      true,
    ],
    [
      'If the dam holds, nobody will leave the valley.',
      'Nobody will leave the valley if the dam does not hold.',
      false,
    ],
    ['The mill takes ten carts at most.', 'The mill takes no more than ten carts.', true],
    [
      'No bridge was built. The ferry still crosses.',
      'No bridge was built and that the ferry still crosses.',
      true,
    ],
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
    // Other words for the same, how much of it, and how many.
    ['Sherman offered to proceed with negotiations on missile systems.', true],
    ['Sherman offered somewhat largely to continue talks.', true],
    ['Sherman offered two talks, three talks and four talks.', true],
    ['Sherman offered to settle the main question.', false],
  ])('%s %s', (claim, close) => expect(isClose(words(claim), cited, words)).toBe(close));
});
