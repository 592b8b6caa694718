import { beforeEach, describe, expect, it } from 'vitest';
import { createRememberedModel } from '../../../src/answer/model/remembered-model.ts';
import { ModelFailure, type LanguageModel } from '../../../src/domain/model/language-model.ts';
import { createMemoryStore } from '../../support/stores/memory-store.ts';
import { TALKS } from '../../support/records.ts';
import { createScriptedModel } from '../../support/models/scripted-model.ts';

const PROMPT = { rules: 'Answer.', data: 'Who?' };
const read = (text: string): unknown => JSON.parse(text);

let store: ReturnType<typeof createMemoryStore>;
let logged: string[];
const remembering = (model: LanguageModel): LanguageModel =>
  createRememberedModel({ model, store, log: { warn: (line) => logged.push(line) } });

beforeEach(() => {
  store = createMemoryStore();
  logged = [];
});

describe('what a model wrote is kept', () => {
  it('for the same prompt, until an article changes', async () => {
    const model = createScriptedModel(({ data }) => [data]);
    const remembered = remembering(model);
    expect(await remembered.complete(PROMPT, read)).toEqual(['Who?']);
    expect(await remembering(model).complete(PROMPT, read)).toEqual(['Who?']);
    expect(model.prompts).toHaveLength(1);
    expect(await remembered.complete({ ...PROMPT, data: 'What?' }, read)).toEqual(['What?']);
    await store.saveArticle(TALKS.geneva);
    await remembered.complete(PROMPT, read);
    expect(model.prompts).toHaveLength(3);
  });

  it('as it was written: it is read anew each time', async () => {
    const remembered = remembering(createScriptedModel(() => [1]));
    await remembered.complete(PROMPT, read);
    expect(await remembered.complete(PROMPT, (text) => `read ${text}`)).toBe('read [1]');
  });

  it('but not where it cannot be read any more: the model is asked again', async () => {
    const model = createScriptedModel(({ data }) => [data]);
    const remembered = remembering(model);
    await remembered.complete(PROMPT, read);
    let tries = 0;
    const readLater = (text: string): unknown => {
      if (++tries === 1) throw new Error('an older form');
      return read(text);
    };
    expect(await remembered.complete(PROMPT, readLater)).toEqual(['Who?']);
    expect(model.prompts).toHaveLength(2);
  });

  it('for each model apart, and not when it failed or could not be read', async () => {
    const written: unknown[] = [new ModelFailure('server', '500'), 'no JSON', [1]];
    const model = createScriptedModel(() => {
      const next = written.shift();
      if (next instanceof Error) throw next;
      return next;
    });
    const remembered = remembering(model);
    await expect(remembered.complete(PROMPT, read)).rejects.toThrow('500');
    await expect(remembered.complete(PROMPT, read)).rejects.toThrow('JSON');
    expect(await remembered.complete(PROMPT, read)).toEqual([1]);
    const other = createScriptedModel(() => [2]);
    expect(await remembering({ ...other, name: 'test:other' }).complete(PROMPT, read)).toEqual([2]);
  });

  it('and given all the same when the store takes nothing', async () => {
    store.remember = async () => {
      throw new Error('disk full');
    };
    expect(await remembering(createScriptedModel(() => [1])).complete(PROMPT, read)).toEqual([1]);
    expect(logged[0]).toContain('disk full');
  });
});
