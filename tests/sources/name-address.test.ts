import { describe, expect, it } from 'vitest';
import { addressKey, idOfAddress, ownAddress } from '../../src/sources/name-address.ts';

describe('an address', () => {
  it.each([
    'http://news.example/world/talks?id=7&page=2',
    'https://www.news.example/world/talks/?page=2&id=7#quote',
    'https://NEWS.example:443/world/talks?utm_source=x&id=7&fbclid=y&page=2',
  ])('is the same however it is written: %s', (url) => {
    expect(addressKey(url)).toBe('news.example/world/talks?id=7&page=2');
    expect(idOfAddress(url)).toBe(idOfAddress('https://news.example/world/talks?id=7&page=2'));
  });

  it.each([
    'https://news.example/world/talks?id=8',
    'https://news.example/world/Talks?id=7',
    'https://other.example/',
  ])('is another: %s', (url) =>
    expect(addressKey(url)).not.toBe(addressKey('https://news.example/world/talks?id=7')),
  );

  it('is none of what is no web address', () => {
    expect([addressKey('mailto:a@b.example'), addressKey('talks')]).toEqual([null, null]);
  });

  it('gives an article a name to recognise it by', () => {
    expect(idOfAddress('https://news.example/2022/01/11/talks-end-in-geneva.html')).toMatch(
      /^talks-end-in-geneva-[0-9a-f]{6}$/,
    );
    expect(idOfAddress('https://news.example/a?id=1')).toMatch(/^news-example-a-[0-9a-f]{6}$/);
    expect(idOfAddress('https://news.example/a?id=1')).not.toBe(idOfAddress('https://news.example/a?id=2'));
    expect(idOfAddress('https://news.example/%E0%A4%A')).toMatch(/-[0-9a-f]{6}$/);
  });
});

describe('a page’s own address', () => {
  const from = 'https://m.news.example/a?utm_source=x';
  const clean = 'https://m.news.example/a';
  it.each<[string | null, string]>([
    ['https://www.news.example/talks', 'https://www.news.example/talks'],
    ['https://elsewhere.example/talks', clean],
    ['https://www.news.example/', clean],
    ['javascript:alert(1)', clean],
    ['talks', clean],
    [null, clean],
  ])('told as %s', (told, own) => expect(ownAddress(told, from)).toBe(own));
});
