import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { readConfig, settings } from '../src/config.ts';

describe('readConfig', () => {
  it('has a default for everything but Discord', () => {
    expect(readConfig({})).toEqual({
      discord: null,
      dataDir: 'data',
      collectionDir: 'seeds',
      logLevel: 'info',
      logQuestions: false,
      healthPort: null,
    });
  });

  it('takes an empty line as a setting that is not made', () => {
    expect(readConfig({ DISCORD_TOKEN: '', DATA_DIR: '' })).toEqual(readConfig({}));
  });

  it('says every problem in one message, and never the token', () => {
    const environment = { DISCORD_TOKEN: 'hunter2', DISCORD_GUILD_ID: 'my server', LOG_LEVEL: 'loud' };
    expect(() => readConfig(environment)).toThrow(
      'These settings need correcting, in .env or the environment:\n' +
        '  DISCORD_TOKEN: wanted the token from the Bot page of your Discord application; found something else (not shown)\n' +
        '  DISCORD_GUILD_ID: wanted a server\'s id: 17 to 20 digits; found "my server"\n' +
        '  LOG_LEVEL: wanted one of fatal, error, warn, info, debug, trace, silent; found "loud"',
    );
  });

  it('is what .env.example lists', () => {
    const example = parse(readFileSync(new URL('../.env.example', import.meta.url)));
    expect(Object.keys(example)).toEqual(Object.keys(settings));
    expect(() => readConfig(example)).not.toThrow();
  });
});
