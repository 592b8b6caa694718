import { describe, expect, it } from 'vitest';
import { readDraft } from '../../../src/sources/read-draft.ts';
import { mailOf } from '../../support/source-files.ts';
import { showStatements } from './show-statements.ts';

/** The statements of a file, as "speaker, type: words | words". */
async function read(name: string, bytes: Buffer): Promise<string[]> {
  return showStatements(await readDraft({ name, bytes, contentType: null }));
}

const HEADERS = ['From: Olu Brandvold <olu@harbour.example>', 'Date: Mon, 4 Mar 2024 10:00:00 +0000'];

describe('a mail', () => {
  it.each<[string, string[], string[]]>([
    [
      'above what it answers, and what that answers',
      [
        'The crane stands on our ground.',
        'On Sun, 3 Mar 2024 at 09:12, Mina Sato <mina@press.example> wrote:\n> The crane is the council’s.\n>\n' +
          '> On 2 Mar 2024, at 20:00, Jens Vik wrote:\n>> Whose crane is it?',
      ],
      [
        'Olu Brandvold, direct: The crane stands on our ground.',
        'Mina Sato, direct: The crane is the council’s.',
        'Jens Vik, direct: Whose crane is it?',
      ],
    ],
    [
      'between what it answers, with who signs at the end',
      [
        'Dear Mina,',
        'On Sun, 3 Mar 2024 at 09:12, Mina Sato <mina@press.example> wrote:',
        '> Who looked at the crane in January?',
        'Nobody did.',
        '> Will anybody be paid?',
        'Each of them has been offered 4,000 crowns.',
        'Olu',
      ],
      [
        'Mina Sato, direct: Who looked at the crane in January?',
        'Olu Brandvold, direct: Nobody did.',
        'Mina Sato, direct: Will anybody be paid?',
        'Olu Brandvold, direct: Each of them has been offered 4,000 crowns.',
      ],
    ],
    [
      'with a report of what another said',
      ['The crane fell at noon.', '“It swayed all week,” said Tuva Lien, a welder.'],
      ['Olu Brandvold, direct: The crane fell at noon.', 'Tuva Lien, direct: “It swayed all week,”'],
    ],
  ])('is its writer’s words: %s', async (_name, paragraphs, expected) => {
    expect(await read('crane.eml', mailOf(paragraphs, HEADERS))).toEqual(expected);
  });

  it('is nobody’s words where an address sends news', async () => {
    const mail = mailOf(['The bridge opens in May.', 'It was closed in June.'], ['From: news@example.org']);
    expect(await read('news.eml', mail)).toEqual([]);
  });

  it.each<[string, string[], string[]]>([
    [
      'signed above what it answers',
      [
        'The lift has no certificate.',
        '',
        'Odile Farrant',
        '',
        'On 5 Feb 2025 at 11:02, Kofi Mensah wrote:',
        '> Is it ready?',
      ],
      ['Odile Farrant, direct: The lift has no certificate.', 'Kofi Mensah, direct: Is it ready?'],
    ],
    [
      'a name above words that are no answer',
      ['The lift is new.', '', 'The Gazette', '', 'On 5 Feb 2025, Kofi Mensah wrote:', '“Is it ready?”'],
      ['Kofi Mensah, direct: “Is it ready?”'],
    ],
  ])('is read where it is text: %s', async (_name, lines, expected) => {
    expect(await read('mail.txt', Buffer.from(lines.join('\n')))).toEqual(expected);
  });
});
