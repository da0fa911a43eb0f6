import { defineConfig } from 'vitest/config'

// Three projects: pure code needs nothing; integration talks to a real PostgreSQL that the global set-up
// starts (or to DATABASE_URL); e2e drives a real Chromium against the built product.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'packages/{base,reading,rules,model,web}/src/**/*.test.ts',
            'packages/server/src/**/*.unit.test.ts',
            'samples/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          // A property may take seconds on a machine that does other work; nothing here is a timed test.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['packages/server/src/**/*.test.ts'],
          exclude: ['**/*.unit.test.ts', '**/node_modules/**'],
          globalSetup: ['packages/server/src/testing/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          pool: 'forks',
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
