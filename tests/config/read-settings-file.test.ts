import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readSettingsFile } from '../../src/config/read-settings-file.ts';
import { UserError } from '../../src/errors.ts';
import { temporaryFolder } from '../support/folders.ts';

it('adds what the environment does not have', () => {
  const file = path.join(temporaryFolder(), '.env');
  writeFileSync(file, 'LLM=none\nPORT=4000 # of the pages\n');
  const environment = { PORT: '5000' };
  readSettingsFile(environment, file);
  expect(environment).toEqual({ PORT: '5000', LLM: 'none' });
});

it('has nothing to add where there is no file, and says where one cannot be read', () => {
  const file = path.join(temporaryFolder(), '.env');
  const environment = {};
  readSettingsFile(environment, file);
  // As Docker makes one where a file to mount is not there.
  mkdirSync(file);
  expect(() => readSettingsFile(environment, file)).toThrow(UserError);
  expect(() => readSettingsFile(environment, file)).toThrow(
    `The settings in ${file} cannot be read (EISDIR): `,
  );
  expect(environment).toEqual({});
});
