import { describe, expect, it } from 'vitest';
import { showStatements } from './show-statements.ts';

/** The statements of a text's lines. */
const read = (...lines: string[]): string[] => showStatements({ text: lines.join('\n'), skips: [] });

describe('entries of a live blog', () => {
  // prettier-ignore
  it.each<[string, string[], string[]]>([
    [
      'with the time before them',
      [
        '9.05am Good morning from the depot.', '', '9.31am “Nobody crosses this line,” says Wenna Pascoe, the branch secretary.', '',
        '10.12am BST The minister, Hugo Delorme, told MPs that the talks were over.', '',
        '[11:40] “We will wait,” Pascoe tells reporters at the gate.',
      ],
      [
        'Wenna Pascoe, direct: “Nobody crosses this line,”', 'Hugo Delorme, indirect: that the talks were over',
        'Wenna Pascoe, direct: “We will wait,”',
      ],
    ],
    [
      'with a dash, and the hour as the French write it',
      ['14h05 – “The bridge is not safe,” says Mireille Caron, an engineer.', '', '14h20 – The bridge is closed.'],
      ['Mireille Caron, direct: “The bridge is not safe,”'],
    ],
    [
      'a number that begins a sentence',
      ['17.20 per cent voted yes, the clerk, Ann Roe, said.', '', '18.05 tonnes of grain are lost, said Bo Tarr.'],
      ['Ann Roe, indirect: 17.20 per cent voted yes', 'Bo Tarr, indirect: 18.05 tonnes of grain are lost'],
    ],
    ['one time alone', ['Doors open early.', '', '10:30 Opening of the fair'], []],
  ])('are read %s', (_name, lines, expected) => {
    expect(read(...lines)).toEqual(expected);
  });

  it('keep what is told behind whom, where that has words of its own', () => {
    expect(read('“Stay,” Ann Roe told the BBC, adding that the dam was safe.')[0]).toBe(
      'Ann Roe, direct: “Stay,”',
    );
    expect(read('Ann Roe told reporters that the dam was safe.')).toEqual([
      'Ann Roe, indirect: that the dam was safe',
    ]);
  });
});

describe('what is signed below', () => {
  // prettier-ignore
  it.each<[string, string[], string[]]>([
    [
      'a quotation with a name, an office and a day',
      ['What the inspector says', '', '“I signed the list without a look at the boiler.”', '', 'Piet Ankersen', 'Inspector, Holm Council', '3 May 2023'],
      ['Piet Ankersen, direct: “I signed the list without a look at the boiler.”'],
    ],
    [
      'quotations one after the other',
      ['“The sea took the wall.”', '', 'Ines Calder', 'Harbour master', '', '“We heard it go.”', '', 'Tam Reekie', 'Fisherman'],
      ['Ines Calder, direct: “The sea took the wall.”', 'Tam Reekie, direct: “We heard it go.”'],
    ],
    [
      'a statement without marks',
      ['Statement on the pool', '', 'We should have told parents in March.', '', 'The pool opens when the boiler is safe.', '', 'Marit Oduya', 'Head of Leisure'],
      ['Marit Oduya, direct: We should have told parents in March.', 'Marit Oduya, direct: The pool opens when the boiler is safe.'],
    ],
    [
      'no names above quotations',
      ['Jane Roe', 'Minister', '', '“We will sign.”', '', 'Bo Tarr', 'Opposition', '', '“They will not.”'],
      ['-, direct: “We will sign.”', '-, direct: “They will not.”'],
    ],
    [
      'no name that heads what follows',
      ['The square was full.', '', '“We will not move.”', '', 'Ann Roe', '', 'Ann Roe was born in Hull.'],
      ['-, direct: “We will not move.”'],
    ],
    [
      'no report under a heading',
      ['Statement from the board', '', 'The accounts were approved, chairman Leo Vance said.', '', 'Nina Holt', 'Press office'],
      ['Leo Vance, indirect: The accounts were approved'],
    ],
    [
      'nothing behind the name',
      ['The water was brown.', '', '— Lindiwe Khumalo', '', '“They came at night.”', '', 'The report is due.'],
      ['Lindiwe Khumalo, direct: The water was brown.', '-, direct: “They came at night.”'],
    ],
  ])('is read: %s', (_name, lines, expected) => {
    expect(read(...lines)).toEqual(expected);
  });
});
