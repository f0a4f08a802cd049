import { defineConfig } from 'vitest/config'
import { Counts } from './test/reporting/counts.ts'

const setupFiles = ['test/seed.ts']
const exclude = ['**/node_modules/**', '**/dist/**']

export default defineConfig({
  test: {
    reporters: process.env.CI === undefined ? ['default'] : ['default', new Counts()],
    projects: [
      { test: { name: 'unit', include: ['packages/*/test/**/*.test.ts'], exclude, setupFiles, testTimeout: 60_000 } },
      {
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts'],
          exclude: [...exclude, 'test/e2e/**'],
          setupFiles,
          testTimeout: 120_000,
        },
      },
    ],
  },
})
