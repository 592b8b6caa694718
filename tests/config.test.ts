import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { settings } from '../src/config/settings.ts';

describe('readConfig', () => {
  it('has a default for everything but Discord', () => {
    expect(readConfig({})).toEqual({
      discord: null,
      dataDir: 'data',
      databaseUrl: null,
      role: 'all',
      collectionDir: 'seeds',
      maxFileMb: 20,
      fetchAllow: [],
      logLevel: 'info',
      logQuestions: false,
      healthAt: null,
      web: { host: '127.0.0.1', port: null, publicUrl: null, preview: true },
      llm: null,
      embeddings: null,
      rerank: null,
    });
  });

  const DISCORD_TOKEN = 'a.b.c';
  it.each([
    [{ DISCORD_TOKEN }, null],
    [
      { DISCORD_TOKEN, PORT: '8080' },
      { port: 8080, preview: false },
    ],
    [{ DISCORD_TOKEN, PREVIEW: 'true' }, { preview: true }],
    [{ PREVIEW: 'false' }, { preview: false }],
    [{ HOST: '0.0.0.0' }, { host: '0.0.0.0', preview: false }],
    [{ HOST: '127.0.0.2' }, { preview: true }],
    [{ PUBLIC_URL: 'https://parley.example/' }, { publicUrl: 'https://parley.example', preview: false }],
    [{ PUBLIC_URL: 'https://parley.example', PREVIEW: 'true' }, { preview: true }],
  ])('with %j has the pages and preview %j', (environment, expected) => {
    const { web } = readConfig(environment);
    if (expected === null) expect(web).toBeNull();
    else expect(web).toMatchObject(expected);
  });

  it('opens the health endpoint for this machine alone, unless HOST says otherwise', () => {
    const made = { HEALTH_PORT: '9000' };
    expect(readConfig(made).healthAt).toEqual({ host: '127.0.0.1', port: 9000 });
    expect(readConfig({ ...made, HOST: '0.0.0.0' }).healthAt).toEqual({ host: '0.0.0.0', port: 9000 });
  });

  it('reads which model phrases answers', () => {
    expect(readConfig({ LLM: 'ollama:llama3.2:3b' }).llm).toEqual({
      provider: 'ollama',
      model: 'llama3.2:3b',
      baseUrl: null,
      apiKey: null,
      timeoutMs: 20_000,
      maxTokens: 600,
      concurrency: 2,
    });
    const own = { LLM: 'openai:m', LLM_BASE_URL: 'http://127.0.0.1:8000/v1', LLM_TIMEOUT_MS: '100' };
    expect(readConfig(own).llm).toMatchObject({ baseUrl: own.LLM_BASE_URL, apiKey: null, timeoutMs: 100 });
    expect(readConfig({ LLM: 'none', LLM_API_KEY: 'k' }).llm).toBeNull();
  });

  it('reads what orders candidates anew', () => {
    expect(readConfig({ RERANK: 'none' }).rerank).toBeNull();
    expect(readConfig({ RERANK: 'llm', LLM: 'ollama:m' }).rerank).toBe('llm');
    expect(readConfig({ RERANK: 'transformers:a/b', DATA_DIR: 'd', HF_MODELS_DIR: 'm' }).rerank).toEqual({
      model: 'a/b',
      modelsDir: 'm',
      downloadsDir: join('d', 'models'),
      hub: null,
    });
  });

  it.each([
    [{ RERANK: 'bert' }, 'RERANK: wanted none, llm, transformers:MODEL; found "bert"'],
    [{ RERANK: 'transformers:' }, 'RERANK: wanted none, llm, transformers:MODEL; found "transformers:"'],
    [{ RERANK: 'llm' }, 'LLM: wanted a model, since RERANK is llm; found nothing'],
    [{ RERANK: 'llm', LLM: 'none' }, 'LLM: wanted a model, since RERANK is llm; found "none"'],
    [{ LLM: 'gpt-4o' }, 'LLM: wanted none, openai:MODEL, ollama:MODEL, anthropic:MODEL; found "gpt-4o"'],
    [{ LLM: 'ollama:' }, 'LLM: wanted none, openai:MODEL, ollama:MODEL, anthropic:MODEL; found "ollama:"'],
    [
      { LLM: 'anthropic:claude' },
      'LLM_API_KEY: wanted the key of the anthropic model, or LLM_BASE_URL for a server that needs none; found nothing',
    ],
    [{ LLM_BASE_URL: 'localhost:8000' }, 'LLM_BASE_URL: wanted an http(s) address; found "localhost:8000"'],
    [
      { PUBLIC_URL: 'https://example.org/parley' },
      'PUBLIC_URL: wanted an http(s) address without a path, such as https://parley.example; found "https://example.org/parley"',
    ],
    [
      { PUBLIC_URL: 'https://example.org/?page=parley' },
      'PUBLIC_URL: wanted an http(s) address without a path, such as https://parley.example; found "https://example.org/?page=parley"',
    ],
    [{ LLM_TIMEOUT_MS: '1.5' }, 'LLM_TIMEOUT_MS: wanted a whole number from 100 to 600000; found "1.5"'],
    [
      { EMBEDDINGS: 'openai:m' },
      'EMBEDDINGS_API_KEY: wanted the key of the openai model, or EMBEDDINGS_BASE_URL for a server that needs none; found nothing',
    ],
    [
      { EMBEDDINGS: 'word2vec' },
      'EMBEDDINGS: wanted packaged, openai:MODEL, ollama:MODEL, transformers:MODEL; found "word2vec"',
    ],
    [{ MAX_FILE_MB: '0' }, 'MAX_FILE_MB: wanted a whole number from 1 to 1000; found "0"'],
    [{ LLM_CONCURRENCY: '0' }, 'LLM_CONCURRENCY: wanted a whole number from 1 to 100; found "0"'],
  ])('says what is wrong with %j', (environment, problem) => {
    expect(() => readConfig(environment)).toThrow(
      `These settings need correcting, in .env or the environment:\n  ${problem}`,
    );
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

  it('takes a part of the work only beside others that a database on a server joins', () => {
    expect(() => readConfig({ ROLE: 'ingest' })).toThrow(
      'ROLE: wanted all, or DATABASE_URL too: only a database on a server joins several processes; found "ingest"',
    );
    const DATABASE_URL = 'postgres://me:secret@127.0.0.1/talks';
    expect(readConfig({ ROLE: 'ingest', DATABASE_URL })).toMatchObject({ role: 'ingest', web: null });
    expect(() => readConfig({ ROLE: 'answers', DATABASE_URL })).toThrow(
      'DISCORD_TOKEN: wanted the token of the bot, which a process with ROLE=answers speaks for; found nothing',
    );
    expect(() => readConfig({ ROLE: 'all of it' })).toThrow(
      'ROLE: wanted one of all, gateway, answers, ingest',
    );
  });

  it('is what .env.example lists', () => {
    const example = parse(readFileSync(new URL('../.env.example', import.meta.url)));
    expect(Object.keys(example)).toEqual(Object.keys(settings));
    expect(() => readConfig(example)).not.toThrow();
  });
});
