import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/sources/decode-text.ts';
import { readDate } from '../../src/sources/read-date.ts';
import { splitFrontMatter } from '../../src/sources/split-front-matter.ts';

describe('decodeText', () => {
  const WORDS = '“We stay,” said René.';
  const utf16 = (bigEndian: boolean, mark: string): Buffer => {
    const bytes = Buffer.from(mark + WORDS, 'utf16le');
    return bigEndian ? bytes.swap16() : bytes;
  };

  it.each<[string, Buffer, string | null, string]>([
    ['UTF-8', Buffer.from(WORDS), null, WORDS],
    ['UTF-8 whatever is declared', Buffer.from(WORDS), 'windows-1252', WORDS],
    ['UTF-16 by its mark', utf16(false, '\uFEFF'), null, WORDS],
    ['UTF-16, the other way round', utf16(true, '\uFEFF'), null, WORDS],
    ['UTF-16 without a mark', utf16(false, ''), null, WORDS],
    [
      'windows-1252, declared by another of its names',
      Buffer.from([0x93, 0x57, 0x94, 0xe9]),
      'ISO-8859-1',
      '“W”é',
    ],
    ['windows-1251, declared', Buffer.from([0xcc, 0xe8, 0xf0]), 'windows-1251', 'Мир'],
    ['what nobody declares', Buffer.from([0x93, 0x57, 0x92, 0x80]), null, '“W’€'],
    ['what an unknown name declares', Buffer.from([0x93, 0x57]), 'klingon-8', '“W'],
  ])('reads %s', (_name, bytes, declared, text) => {
    expect(decodeText(bytes, 'a.txt', declared).text).toBe(text);
  });

  it('keeps UTF-8 with a single fault, and says so', () => {
    const bytes = Buffer.concat([Buffer.from('“é”'.repeat(20)), Buffer.from([0xe9, 0x20])]);
    const { text, note } = decodeText(bytes, 'a.txt');
    expect(text).toBe(`${'“é”'.repeat(20)}\uFFFD `);
    expect(note).toBe('1 broken characters in it');
  });

  it('keeps a text into which a control character slipped', () => {
    const text = `${'It was said. '.repeat(100)}\u001B`;
    expect(decodeText(Buffer.from(text), 'a.txt').text).toBe(text);
    expect(() => decodeText(Buffer.from(`${text}\0`), 'a.txt')).toThrow('a.txt is a binary file');
  });

  it('refuses what is no text', () => {
    expect(() => decodeText(Buffer.from([80, 75, 3, 4, 1, 2]), 'a.txt')).toThrow(
      'a.txt is a binary file: text was wanted.',
    );
  });
});

describe('readDate', () => {
  it.each([
    ['2022-01-11', '2022-01-11'],
    ['2022-01-11T23:30:00-05:00', '2022-01-11'],
    ['2022/1/5 08:00', '2022-01-05'],
    ['20220111', '2022-01-11'],
    ['20220111T080000Z', '2022-01-11'],
    ['Tue, 11 Jan 2022 08:00:00 GMT', '2022-01-11'],
    ['Published: January 11th, 2022', '2022-01-11'],
    ['Sept. 3, 2021 5:00 pm', '2021-09-03'],
    ['11th of March, 2022', '2022-03-11'],
    ['11/1/2022', null],
    ['2022-02-30', null],
    ['Room 12 Building 2022', null],
    ['yesterday', null],
    ['', null],
  ])('reads %j as %j', (written, day) => {
    expect(readDate(written)).toBe(day);
  });
});

const split = (yaml: string) => splitFrontMatter(`---\n${yaml}\n---\nText.`, 'a.md');

describe('splitFrontMatter', () => {
  it.each<[string, Record<string, unknown>]>([
    [
      "title: Talks\ndate: '2022-02-08'\nsource_url: https://example.org/x",
      { title: 'Talks', published: '2022-02-08', url: 'https://example.org/x' },
    ],
    [
      'published: 2022-01-11T08:00:00+01:00\nupdated: January 12, 2022',
      { published: '2022-01-11', modified: '2022-01-12' },
    ],
    ['published: 2022-01-11\ndate: 2022-02-01', { published: '2022-01-11' }],
    ['id:\ntitle: ""\nauthor: " "', { id: null, title: null, author: null }],
    ['id: 2022\ntitle: 1984', { id: '2022', title: '1984' }],
    ['author:\n  - "[[Ellen Marsh]]"\n  - Bo Tarr', { author: 'Ellen Marsh, Bo Tarr' }],
    ['title: Talks: no deal: none\noutlet: Post', { title: 'Talks: no deal: none', outlet: 'Post' }],
    ['title: "We agree," says minister', { title: '"We agree," says minister' }],
    ['title: *x\nauthor: @jo', { title: '*x', author: '@jo' }],
    ['# nothing yet', { title: null }],
  ])('reads %j', (yaml, meta) => {
    expect(split(yaml)).toMatchObject({ meta, text: 'Text.' });
  });

  it('names what it makes nothing of, and what it mended', () => {
    expect(split('title: Talks: the end\ntags: [a, b]\nlayout: post')?.notes).toEqual([
      '"title" was read as plain text: put its value in quotation marks',
      'nothing was made of its "tags", "layout"',
    ]);
  });

  it.each([
    ['id: a b', 'a.md, line 2: "id": wanted letters, digits, ".", "_" and "-"; found "a b".'],
    [
      'title: x\ndate: 11/1/2022',
      'a.md, line 3: "date": wanted a date as YYYY-MM-DD, or null; found "11/1/2022".',
    ],
    [
      'url: javascript:alert(1)',
      'a.md, line 2: "url": wanted an http(s) address, or null; found "javascript:alert(1)".',
    ],
    ['title: {a: 1}', 'a.md, line 2: "title": wanted text; found {"a":1}.'],
  ])('refuses %j with the line and what was wanted', (yaml, message) => {
    expect(() => split(yaml)).toThrow(message);
  });

  it('takes a rule in the text, or one that is never closed, for what it is', () => {
    expect(splitFrontMatter('Text.\n---\nMore.\n---\n', 'a.md')).toBeNull();
    expect(splitFrontMatter('---\nText.', 'a.md')).toBeNull();
  });
});
