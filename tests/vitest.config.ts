import { defineConfig } from 'vitest/config';

// `.ci/run` counts the tests from a report; for people the default output is enough.
const report = process.env['PARLEY_TEST_REPORT'];

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Files share what they import: loading it anew for each took longer than most of the tests. All cores, not all but one.
    isolate: false,
    maxWorkers: '100%',
    // What is polled may take as long as the test: on a busy machine a second says nothing.
    expect: { poll: { timeout: 60_000 } },
    ...(report ? { reporters: ['default', ['json', { outputFile: report }]] } : {}),
  },
});
