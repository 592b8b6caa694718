import { defineConfig } from 'vitest/config';

// `.ci/run` counts the tests from a report; for people the default output is enough.
const report = process.env['PARLEY_TEST_REPORT'];

/** In processes of their own: they load ONNX Runtime, one another version than the bot's, and a process takes one, once. */
const APART = ['tests/providers/transformers.test.ts', 'tests/providers/encoder-graph.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // All cores, not all but one.
    maxWorkers: '100%',
    // What is polled may take as long as the test: on a busy machine a second says nothing.
    expect: { poll: { timeout: 60_000 } },
    ...(report ? { reporters: ['default', ['json', { outputFile: report }]] } : {}),
    projects: [
      // Files share what they import: loading it anew for each took longer than most of the tests.
      {
        extends: true,
        test: { name: 'all', include: ['tests/**/*.test.ts'], exclude: APART, isolate: false },
      },
      { extends: true, test: { name: 'apart', include: APART } },
    ],
  },
});
