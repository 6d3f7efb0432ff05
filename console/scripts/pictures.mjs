// Makes docs/pictures anew from the real demo: node console/scripts/pictures.mjs [PORT]
import { chromium } from '@playwright/test'
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { crc32, deflateSync } from 'node:zlib'

const WIDTH = 1440
const HEIGHT = 900
const MAX_BYTES = 300_000
const STARTED_WITHIN_MS = 600_000
const PLAYED_WITHIN_MS = 900_000

const port = process.argv[2] ?? '7101'
const root = fileURLToPath(new URL('../../', import.meta.url))
const out = join(root, 'docs', 'pictures')
const directory = mkdtempSync(join(tmpdir(), 'torgau-pictures-'))

/** Each picture shows the earliest entry that says so, once its receipt by an officer is there. The scenario is dialogue-2026. */
const PICTURES = [
  { party: 'BLUE', name: 'console-blue', theme: 'light', entry: '71°45.0′N', receipt: 'content understood' },
  { party: 'RED', name: 'console-red', theme: 'dark', entry: 'LANTERN 7', receipt: 'содержание понято' },
]

/** The links that the demo prints, by party. */
async function links(demo) {
  const found = {}
  for await (const line of createInterface(demo.stdout)) {
    const [link, party] = /http:\/\/(\w+)\.localhost:\d+\/#token=\S+/.exec(line) ?? []
    if (party !== undefined) found[party.toUpperCase()] = link
    if (Object.keys(found).length === PICTURES.length) return found
  }
  throw new Error('the demo ended before it printed where to log in')
}

/** The same picture without PNG's row filters, which make large what is mostly flat, and packed as well as deflate can. */
async function smaller(page, png) {
  const rgba = Buffer.from(await page.evaluate(async (source) => {
    const bitmap = await createImageBitmap(await (await fetch(source)).blob())
    const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    pen.drawImage(bitmap, 0, 0)
    const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height)
    const file = new FileReader()
    file.readAsDataURL(new Blob([data]))
    await new Promise((resolve) => (file.onload = resolve))
    return file.result.slice(file.result.indexOf(',') + 1)
  }, `data:image/png;base64,${png.toString('base64')}`), 'base64')
  const row = 1 + 3 * WIDTH // a filter's number, here 0, then red, green and blue
  const rows = Buffer.alloc(row * HEIGHT)
  for (let i = 0; i < WIDTH * HEIGHT; i++) rgba.copy(rows, Math.floor(i / WIDTH) * row + 1 + 3 * (i % WIDTH), 4 * i, 4 * i + 3)
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0])
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks])
}

function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

async function picture(browser, link, { name, theme, entry, receipt }) {
  const context = await browser.newContext({ viewport: { width: WIDTH, height: HEIGHT }, reducedMotion: 'reduce' })
  await context.addInitScript((chosen) => localStorage.setItem('torgau.theme', chosen), theme)
  const page = await context.newPage()
  await page.goto(link)
  const row = page.locator('.traffic ol button').filter({ hasText: entry }).last()
  await row.waitFor({ timeout: PLAYED_WITHIN_MS })
  await row.click()
  await page.locator('.receipts').getByText(receipt).first().waitFor({ timeout: PLAYED_WITHIN_MS })
  await page.locator('.card.working').waitFor()
  await page.evaluate(() => document.fonts.ready)
  const path = join(out, `${name}.png`)
  const png = await smaller(await context.newPage(), await page.screenshot())
  if (png.length > MAX_BYTES) throw new Error(`${path} would have ${png.length} bytes; it may have ${MAX_BYTES}`)
  writeFileSync(path, png)
  console.log(`${path}: ${png.length} bytes`)
}

mkdirSync(out, { recursive: true })
const demo = spawn(join(root, 'torgau'), ['demo', '--fast', '--port', port, '--dir', join(directory, 'demo')], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
const ended = new Promise((resolve) => demo.once('exit', resolve))
const late = setTimeout(() => demo.kill('SIGINT'), STARTED_WITHIN_MS)
try {
  const found = await links(demo)
  clearTimeout(late)
  demo.stdout.resume()
  const args = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
  if (process.getuid?.() === 0) args.push('--no-sandbox')
  const browser = await chromium.launch({ executablePath: process.env.TORGAU_CHROMIUM ?? '/usr/bin/chromium', args })
  await Promise.all(PICTURES.map((one) => picture(browser, found[one.party], one)))
  await browser.close()
} finally {
  clearTimeout(late)
  demo.kill('SIGINT')
  await ended
  rmSync(directory, { recursive: true, force: true })
}
