import { describe, expect, it } from 'vitest';
import { keepCurrent } from '../../src/parties/keep-current.ts';

/** Something of which every making takes `takesMs` of a clock that is set by hand. */
function world({ takesMs }: { takesMs: number }) {
  const at = { revision: 1, ms: 0, made: 0 };
  const fails = { next: false };
  const current = keepCurrent(
    async () => at.revision,
    async () => {
      at.ms += takesMs;
      at.made++;
      const of = at.revision;
      await Promise.resolve();
      if (fails.next) throw new Error('the disk is away');
      return of;
    },
    () => at.ms,
  );
  return { at, fails, current };
}

/** All that is begun is done. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('keepCurrent', () => {
  it('makes nothing anew while no article changes', async () => {
    const { at, current } = world({ takesMs: 1000 });
    expect([await current(), await current()]).toEqual([1, 1]);
    expect(at.made).toBe(1);
  });

  it('lets whoever asks wait for what is made soon', async () => {
    const { at, current } = world({ takesMs: 10 });
    await current();
    at.revision = 2;
    expect(await current()).toBe(2);
  });

  it('makes what takes long beside those who ask, who get what was made a moment ago', async () => {
    const { at, current } = world({ takesMs: 1000 });
    await current();
    at.revision = 2;
    at.ms += 4000;
    expect(await current()).toBe(1);
    await settled();
    expect(await current()).toBe(2);
  });

  it('takes a part of the time only', async () => {
    const { at, current } = world({ takesMs: 1000 });
    await current();
    at.revision = 2;
    expect(await current()).toBe(1);
    await settled();
    expect(at.made).toBe(1);
    at.ms += 4000;
    await current();
    await settled();
    expect(at.made).toBe(2);
  });

  it('gives nobody what was made long ago', async () => {
    const { at, current } = world({ takesMs: 1000 });
    await current();
    at.ms += 60_000;
    at.revision = 2;
    expect(await current()).toBe(2);
  });

  it('is up to date once that was waited for, and not made where nobody asked for it', async () => {
    const { at, current } = world({ takesMs: 1000 });
    await current.upToDate();
    expect(at.made).toBe(0);
    await current();
    at.revision = 2;
    await current.upToDate();
    expect(await current()).toBe(2);
    expect(at.made).toBe(2);
  });

  it('makes it again after a failure', async () => {
    const { fails, current } = world({ takesMs: 1000 });
    fails.next = true;
    await expect(current()).rejects.toThrow('the disk is away');
    fails.next = false;
    expect(await current()).toBe(1);
  });
});
