import { describe, expect, it } from 'vitest';
import { subtract, textAt } from '../../src/text/span.ts';
import type { Draft, Source } from '../../src/sources/draft.ts';
import { pageSource } from '../../src/sources/kinds/page-source.ts';
import { docxSource } from '../../src/sources/kinds/read-docx.ts';
import { mailSource } from '../../src/sources/kinds/read-mail.ts';
import { pdfSource } from '../../src/sources/kinds/read-pdf.ts';
import { subtitlesSource } from '../../src/sources/kinds/read-subtitles.ts';
import { textSource } from '../../src/sources/kinds/read-text.ts';
import { sourceContract } from '../contracts/source.ts';
import { docxOf, mailOf, pdfOf } from '../support/source-files.ts';

const vtt = (lines: readonly string[]): Buffer =>
  Buffer.from(
    `WEBVTT\n\n${lines.map((line, i) => `${i + 1}\n00:0${i}.000 --> 00:0${i}.900\n${line}\n`).join('\n')}`,
  );

sourceContract('text', { ...textSource, endings: ['.txt'] }, (lines) => Buffer.from(lines.join('\n\n')));
sourceContract('subtitles', subtitlesSource, vtt);
sourceContract('page', pageSource, (lines) =>
  Buffer.from(
    `<html><body><article>${lines.map((line) => `<p>${line}</p>`).join('')}</article></body></html>`,
  ),
);
sourceContract('pdf', pdfSource, (lines) => pdfOf([lines]));
sourceContract('docx', docxSource, docxOf);
sourceContract('mail', mailSource, mailOf);

const read = async (source: Source, bytes: Uint8Array): Promise<Draft> =>
  source.read({ name: `a${source.endings[0]}`, bytes, contentType: null });
const refusal = (source: Source, bytes: Uint8Array): Promise<string> =>
  read(source, bytes).then(
    () => 'not refused',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
const words = ({ text, skips }: Draft): string =>
  subtract({ start: 0, end: text.length }, skips)
    .map((span) => textAt(text, span))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

describe('subtitles', () => {
  const file = [
    'WEBVTT - A talk',
    '',
    'NOTE two lines',
    'that nobody says',
    '',
    'intro',
    '00:00:11.000 --> 00:00:13.000 align:start',
    '<v Rosa Lind>We will <i>not</i> reopen the lease.</v>',
    '',
    '01:13.000 --> 01:16.000',
    'Then we are done.',
    '',
  ].join('\r\n');

  it('are the file itself, where only what is said is not skipped, and its times are places', async () => {
    const draft = await read(subtitlesSource, Buffer.from(file));
    expect(draft.text).toBe(file.replaceAll('\r\n', '\n'));
    expect(words(draft)).toBe('We will not reopen the lease. Then we are done.');
    const places = draft.places.map(
      ({ start, label }) => `${label} ${draft.text.slice(start).trim().slice(-6)}`,
    );
    expect(draft.places.map(({ label }) => label)).toEqual(['00:00:11', '01:13']);
    expect(places).toHaveLength(2);
  });

  it('are known as such in a text file', async () => {
    const srt = '1\n00:00:01,000 --> 00:00:02,000\nNo deal.\n\n2\n00:00:03,000 --> 00:00:04,000\n5 to 6.\n';
    expect(words(await read(textSource, Buffer.from(srt)))).toBe('No deal. 5 to 6.');
  });
});

const page = (number: number, ...lines: string[]): string[] => [
  'The Example Post',
  ...lines,
  `Page ${number}`,
];

describe('PDF', () => {
  it('is read by paragraphs, with its pages as places and without what stands on each', async () => {
    const draft = await read(
      pdfSource,
      pdfOf([
        page(
          1,
          'The minister said that the two sides had agreed to con-',
          'tinue the talks on a long-',
          'term lease of the port.',
        ),
        page(2, 'The long-term plan was not shown to anybody in the room.'),
        page(3, 'He left.'),
      ]),
    );
    expect(draft.text).toContain('agreed to con\u00ADtinue the talks on a long-term lease of the port.');
    expect(words(draft)).not.toMatch(/Example Post|Page \d/);
    expect(draft.places.map(({ label }) => label)).toEqual(['page 1', 'page 2', 'page 3']);
    const second = draft.places[1]?.start ?? 0;
    expect(draft.text.slice(second, draft.places[2]?.start)).toContain('The long-term plan');
  });

  it('says what is wrong', async () => {
    expect(await refusal(pdfSource, Buffer.from('no PDF'))).toContain('a.pdf is no PDF that can be read: ');
    expect(await refusal(pdfSource, pdfOf([[]]))).toBe(
      'a.pdf holds no text, only pictures of it: a PDF with text was wanted. Save its text as .txt.',
    );
  });
});

describe('a Word document', () => {
  it('says what is wrong', async () => {
    expect(await refusal(docxSource, Buffer.from('no ZIP'))).toBe(
      'a.docx is no Word document (.docx): save it again as one, or its text as .txt.',
    );
  });
});

describe('a mail', () => {
  const headers = [
    'From: =?utf-8?q?Ren=C3=A9_Dufour?= <r@example.org>',
    'Subject: The lease',
    'Date: Tue, 11 Jan 2022 08:00:00 +0100',
  ];

  it('says who wrote it, when and about what, above its text too', async () => {
    const { meta, text, skips } = await read(mailSource, mailOf(['We will not pay.'], headers));
    expect(meta).toMatchObject({ author: 'René Dufour', title: 'The lease', published: '2022-01-11' });
    const header = 'From: René Dufour\nDate: 2022-01-11\nSubject: The lease';
    expect(text.trim()).toBe(`${header}\n\nWe will not pay.`);
    expect(skips).toEqual([{ start: 0, end: header.length }]);
  });

  it('has no header above its text where an address alone sent it', async () => {
    const list = ['From: list@example.org', 'Subject: News'];
    const { meta, text } = await read(mailSource, mailOf(['We will not pay.'], list));
    expect(meta.author).toBe('list@example.org');
    expect(text.trim()).toBe('We will not pay.');
  });

  it('is read where it is HTML alone, and what is attached is named', async () => {
    const parts = [
      'Content-Type: multipart/mixed; boundary=x\r\n',
      '--x\r\nContent-Type: text/html\r\n\r\n<p>We <b>stay</b>.</p><p>Yours</p>',
      '--x\r\nContent-Type: application/pdf; name="plan.pdf"\r\nContent-Disposition: attachment\r\n\r\nx',
      '--x--\r\n',
    ];
    const { text, notes } = await read(
      mailSource,
      Buffer.from([...headers, parts.join('\r\n')].join('\r\n')),
    );
    expect(text.trim()).toMatch(/Subject: The lease\n\nWe stay\.\n\nYours$/);
    expect(notes).toEqual(['what is attached to it is not read ("plan.pdf")']);
  });
});
