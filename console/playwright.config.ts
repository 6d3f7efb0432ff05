import { defineConfig } from '@playwright/test'

// Debian's Chromium; nothing is downloaded. As root it has no sandbox of its own.
const args = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
if (process.getuid?.() === 0) args.push('--no-sandbox')

export default defineConfig({
  globalSetup: './test/line/stations.ts',
  outputDir: 'target/test-results',
  // Wide enough for a machine four times slower than a desk's; how fast a FLASH must be shown is a test of its own.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // Files side by side, each worker on a line of its own: most of a test is waiting for what crosses the line.
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  projects: [
    // On a line of its own: it judges the words of the pages, and not what other tests wrote on them.
    { name: 'walk', testDir: 'test/line', testMatch: 'walk.spec.ts' },
    // What needs a long journal belongs to `./torgau test large`.
    { name: 'line', testDir: 'test/line', testIgnore: ['walk.spec.ts', ...(process.env.TORGAU_ENTRIES === undefined ? ['large.spec.ts'] : [])] },
  ],
  reporter: [['list'], ['json', { outputFile: 'target/e2e.json' }]],
  use: {
    viewport: { width: 1366, height: 768 },
    timezoneId: 'Pacific/Chatham',
    locale: 'en-GB',
    launchOptions: { executablePath: process.env.TORGAU_CHROMIUM ?? '/usr/bin/chromium', args },
  },
})
