import { describe, expect, it } from 'vitest';
import { cosine } from '../../../src/domain/model/cosine.ts';

describe('cosine', () => {
  it('compares directions, whatever the lengths', () => {
    expect(cosine(Float32Array.of(3, 4), Float32Array.of(4, 3))).toBeCloseTo(24 / 25);
    expect(cosine(Float32Array.of(6, 8), Float32Array.of(-3, -4))).toBeCloseTo(-1);
  });

  it('is 0 where one has no direction, on either side', () => {
    const [none, some] = [Float32Array.of(0, 0), Float32Array.of(4, 3)];
    expect([cosine(none, some), cosine(some, none), cosine(none, none)]).toEqual([0, 0, 0]);
    expect(cosine(Float32Array.of(NaN, 1), some)).toBe(0);
  });
});
