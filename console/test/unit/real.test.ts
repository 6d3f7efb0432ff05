import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const root = new URL('../', import.meta.url)

/** How a browser test could be answered by something that is not a station. */
const FORBIDDEN: readonly RegExp[] = [
  /\.\s*(un)?route(FromHAR|WebSocket|All)?\s*\(/,
  /\[\s*['"`]route/,
  /\.\s*fulfill\s*\(/,
  /\bnode:https?\b|from\s+['"]https?['"]|\bhttps?\.createServer\b|createSecureServer/,
  /['"](msw|nock|express|fastify|mockttp|undici|[\w@/-]*mock[\w/-]*)['"]/i,
  /Fetch\.enable|setRequestInterception|newCDPSession\([^)]*\)[^;]*Fetch/,
  /serviceWorker\s*\.\s*register|\bwindow\.fetch\s*=|\bglobalThis\.fetch\s*=/,
]

const faults = (source: string): string[] => source.split('\n').flatMap((line, i) => (FORBIDDEN.some((f) => f.test(line)) ? [`${i + 1}: ${line.trim()}`] : []))

function files(folder: URL): URL[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? files(new URL(`${e.name}/`, folder)) : [new URL(e.name, folder)]))
}

const browserTests = files(root).filter((f) => /\.(m?[jt]s)$/.test(f.pathname) && !f.pathname.includes('/unit/'))

test('every test in a browser stands in test/line, before real stations', () => {
  expect(readdirSync(root).sort()).toEqual(['line', 'unit'])
  expect(browserTests.some((f) => f.pathname.endsWith('.spec.ts'))).toBe(true)
})

test.each(browserTests.map((f) => [f.pathname.slice(root.pathname.length), f] as const))('%s intercepts no request and serves none', (_, file) => {
  expect(faults(readFileSync(file, 'utf8'))).toEqual([])
})

describe('what would be found', () => {
  test.each([
    "await page.route('**/status', (r) => r.fulfill({ json: {} }))",
    "await context.route(/api/, answer)",
    "await page.routeFromHAR('line.har')",
    "await page.routeWebSocket('/events', open)",
    "await page['route']('**', answer)",
    "  route.fulfill({ status: 200 })",
    "import { createServer } from 'node:http'",
    "import http from 'http'",
    "import { setupServer } from 'msw'",
    "globalThis.fetch = async () => new Response('{}')",
  ])('%s', (line) => expect(faults(`const a = 1\n${line}`)).toEqual([`2: ${line.trim()}`]))
  test.each(["const { page } = route(location.hash)", "import { createServer } from 'node:net'", "page.on('request', count)"])('but not %s', (line) => expect(faults(line)).toEqual([]))
})
