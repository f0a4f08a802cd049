import { defineConfig } from 'vitest/config'

const exclude = ['**/node_modules/**', '**/dist/**']

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['packages/*/test/**/*.test.ts'], exclude } },
      { test: { name: 'whole', include: ['test/**/*.test.ts'], exclude: [...exclude, 'test/e2e/**'], testTimeout: 120_000 } },
    ],
  },
})
