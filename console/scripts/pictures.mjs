// Makes docs/pictures anew from the real demo: node console/scripts/pictures.mjs [PORT]
import { chromium } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { smaller } from './png.mjs'

const viewport = { width: 1440, height: 900 }
const MAX_BYTES = 200_000
const STARTED_WITHIN_MS = 600_000
const PLAYED_WITHIN_MS = 900_000

const port = process.argv[2] ?? '7101'
const root = fileURLToPath(new URL('../../', import.meta.url))
const out = join(root, 'docs', 'pictures')
const directory = mkdtempSync(join(tmpdir(), 'torgau-pictures-'))

/** While it plays: the earliest entry that says so, once its receipt by an officer is there. The scenario is dialogue-2026. */
const WATCHES = [
  { party: 'BLUE', name: 'console-blue', theme: 'light', entry: '71°45.0′N', receipt: 'content understood' },
  { party: 'RED', name: 'console-red', theme: 'dark', entry: 'LANTERN 7', receipt: 'содержание понято' },
]

/** Once it has been played: BLUE's other pages, each with what is opened on it. */
const PAGES = [
  { name: 'matters', at: '#/matters' },
  { name: 'matter', at: '#/matters', open: (page) => page.getByRole('row').filter({ hasText: 'Distress report' }).getByRole('link').first().click() },
  { name: 'standing', at: '#/matters/standing' },
  { name: 'file', at: '#/file/MA' },
  { name: 'second-seat', at: '#/releases' },
  { name: 'translation', at: '#/translation', open: (page) => page.locator('main').getByRole('link').nth(1).click() },
  { name: 'programme', at: '#/programme' },
  { name: 'meetings', at: '#/meetings', open: (page) => page.locator('main td a').first().click() },
  { name: 'counterparts', at: '#/counterparts' },
  { name: 'finder', at: '#/counterparts/find?theme=sea' },
  { name: 'expectations', at: '#/expectations' },
  { name: 'search', at: '#/search?q=ferries' },
  { name: 'links', at: '#/links' },
  { name: 'courier', at: '#/links/courier' },
  { name: 'log', at: '#/log' },
  { name: 'audit', at: '#/audit' },
  { name: 'officers', at: '#/officers' },
]

/** What the demo prints: first the links by party, and at last that all has been played. */
function told(demo) {
  const lines = createInterface(demo.stdout)
  const found = {}
  const started = new Promise((resolve) => {
    lines.on('line', (line) => {
      const [link, party] = /http:\/\/(\w+)\.localhost:\d+\/#token=\S+/.exec(line) ?? []
      if (party !== undefined) found[party.toUpperCase()] = link
      if (WATCHES.every((watch) => watch.party in found)) resolve(found)
    })
  })
  const played = new Promise((resolve) => lines.on('line', (line) => line.startsWith('Both stations go on') && resolve()))
  return { started, played }
}

async function seat(browser, link, theme) {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
  await context.addInitScript((chosen) => localStorage.setItem('torgau.theme', chosen), theme)
  const page = await context.newPage()
  await page.goto(link)
  await page.locator('.card.working').first().waitFor()
  return page
}

async function taken(page, name) {
  await page.evaluate(() => document.fonts.ready)
  const path = join(out, `${name}.png`)
  const blank = await page.context().newPage()
  const png = await smaller(blank, await page.screenshot())
  await blank.close()
  if (png.length > MAX_BYTES) throw new Error(`${path} would have ${png.length} bytes; it may have ${MAX_BYTES}`)
  writeFileSync(path, png)
  console.log(`${path}: ${png.length} bytes`)
}

async function watch(browser, link, { name, theme, entry, receipt }) {
  const page = await seat(browser, link, theme)
  const row = page.locator('.traffic ol button').filter({ hasText: entry }).last()
  await row.waitFor({ timeout: PLAYED_WITHIN_MS })
  await row.click()
  await page.locator('.receipts').getByText(receipt).first().waitFor({ timeout: PLAYED_WITHIN_MS })
  await page.locator('.card.working').waitFor()
  await taken(page, name)
}

async function pages(browser, link) {
  const page = await seat(browser, link, 'light')
  const quiet = () => page.locator('main [aria-busy="true"]').waitFor({ state: 'detached' })
  for (const { name, at, open } of PAGES) {
    await page.evaluate((hash) => (location.hash = hash), at)
    await page.locator('main h2').first().waitFor()
    await quiet()
    await open?.(page)
    await quiet()
    await taken(page, name)
  }
}

mkdirSync(out, { recursive: true })
const demo = spawn(join(root, 'torgau'), ['demo', '--fast', '--port', port, '--dir', join(directory, 'demo')], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
const ended = once(demo, 'exit')
const early = ended.then(() => Promise.reject(new Error('the demo ended before the pictures were taken')))
early.catch(() => undefined)
const late = setTimeout(() => demo.kill('SIGINT'), STARTED_WITHIN_MS)
try {
  const { started, played } = told(demo)
  const found = await Promise.race([started, early])
  clearTimeout(late)
  const args = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--autoplay-policy=no-user-gesture-required']
  if (process.getuid?.() === 0) args.push('--no-sandbox')
  const browser = await chromium.launch({ executablePath: process.env.TORGAU_CHROMIUM ?? '/usr/bin/chromium', args })
  await Promise.race([Promise.all([played, ...WATCHES.map((one) => watch(browser, found[one.party], one))]), early])
  await pages(browser, found.BLUE)
  await browser.close()
} finally {
  clearTimeout(late)
  demo.kill('SIGINT')
  await ended
  rmSync(directory, { recursive: true, force: true })
}
