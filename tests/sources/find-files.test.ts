import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { findArticleFiles } from '../../src/sources/find-files.ts';
import { temporaryFolder } from '../support/folders.ts';

let dir: string;
const at = (name: string): string => path.join(dir, name);
const write = (name: string): Promise<void> => writeFile(at(name), 'x');

beforeEach(() => {
  dir = temporaryFolder();
});

describe('findArticleFiles', () => {
  it('takes files as named and folders with all below them, each once, and names the rest', async () => {
    await mkdir(at('deep/er'), { recursive: true });
    for (const name of ['b.md', 'deep/er/a.txt', 'page.HTML', 'notes.odt', '.hidden.md']) await write(name);
    const files = ['b.md', 'deep/er/a.txt', 'page.HTML'].map(at);
    const leftOut = [
      { path: at('.hidden.md'), reason: 'it is hidden' },
      { path: at('notes.odt'), reason: 'no article is read from files of this kind' },
    ];
    expect(await findArticleFiles([dir])).toEqual({ files, leftOut });
    const named = await findArticleFiles([at('notes.odt'), dir, at('b.md')]);
    expect(named).toEqual({ files: [at('notes.odt'), ...files], leftOut });
  });

  it('follows links within the folder and names those that lead elsewhere', async () => {
    const other = temporaryFolder();
    await writeFile(path.join(other, 'secret.txt'), 'x');
    await mkdir(at('sub'));
    await mkdir(at('.kept'));
    for (const name of ['a.txt', 'sub/b.txt', '.kept/c.txt']) await write(name);
    await symlink('a.txt', at('again.txt'));
    await symlink('.kept/c.txt', at('c.txt'));
    await symlink(path.join(other, 'secret.txt'), at('secret.txt'));
    await symlink(other, at('elsewhere'));
    await symlink('..', at('sub/up'));
    await symlink('nowhere.txt', at('gone.txt'));
    await symlink('.kept', at('kept'));
    const { files, leftOut } = await findArticleFiles([dir]);
    expect(files).toEqual(['a.txt', 'c.txt', 'sub/b.txt'].map(at));
    expect(
      Object.fromEntries(leftOut.map(({ path: each, reason }) => [each.slice(dir.length + 1), reason])),
    ).toEqual({
      '.kept': 'it is hidden',
      'again.txt': `it leads to ${at('a.txt')}, which is read`,
      'secret.txt': `it is a link that leads out of ${dir}`,
      elsewhere: `it is a link that leads out of ${dir}`,
      'sub/up': 'it leads to a folder that is read',
      'gone.txt': 'it is a link that leads nowhere',
      'kept/c.txt': `it leads to ${at('c.txt')}, which is read`,
    });
  });

  it('says what is wrong with a path', async () => {
    await expect(findArticleFiles([dir])).rejects.toThrow(
      `${dir} holds no articles: files ending in .md, .txt, `,
    );
    await expect(findArticleFiles([`${dir}/none`])).rejects.toThrow(
      `${dir}/none cannot be read: there is no such file or folder.`,
    );
    await write('a.txt');
    await expect(findArticleFiles([`${dir}/a.txt/b`])).rejects.toThrow(
      'cannot be read: there is no such file or folder.',
    );
  });
});
