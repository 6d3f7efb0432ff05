import type { Locator, Page } from '@playwright/test'
import { axe, covered, expect, newest, opened, overflowing, pages, setLanguage, slowPages, test } from './desk'

const MOST_BYTES = 300_000
/** What the two parties have called their agreement, and the office and region that they wrote into it. */
const AGREEMENT = ['Blue', 'Red', 'direct', 'line', 'Joint', 'operations', 'centre', 'all', 'areas']
/** Latin words that stand as they are in Russian and Ukrainian: names of this line, of its seats, of languages and of machines. */
const AS_THEY_ARE = new Set([...AGREEMENT, 'first', 'second', 'tcp', 'BLUE', 'RED', 'OPS', 'UTC', 'TCP', 'UDP', 'Torgau', 'English', 'PDF', 'JSON', 'CSV', 'XLSX', 'iCal', 'iCalendar', 'ICS', 'SIGNALS', 'YAML', 'Ctrl', 'Enter', 'Escape', 'Esc', 'Tab', 'PageUp', 'PageDown', 'SHA'])

/** Words of the page itself: not what officers wrote, which says its language, nor the names of keys. */
function words(desk: Page): Promise<string[]> {
  return desk.evaluate(() => {
    const own = document.documentElement.lang
    const found: string[] = []
    const walk = (node: Node): void => {
      if (node instanceof HTMLElement) {
        const foreign = node.lang !== '' && node.lang !== own
        if (foreign || /^(KBD|SCRIPT|STYLE|CODE)$/.test(node.tagName) || (node !== document.body && !node.checkVisibility() && node.tagName !== 'OPTION')) return
        for (const said of ['title', 'placeholder', 'aria-label']) found.push(...(node.getAttribute(said)?.split(/[^\p{L}\p{N}._]+/u) ?? []))
      }
      if (node.nodeType === Node.TEXT_NODE) found.push(...(node.textContent?.split(/[^\p{L}\p{N}._]+/u) ?? []))
      node.childNodes.forEach(walk)
    }
    walk(document.body)
    return found
  })
}

const bareKeys = (said: readonly string[]) => said.filter((word) => /^(console|stage|class|precedence|line|alarm|act|scope|cause|refusal|fault|table|meetings|counterparts|report)\.[a-z_.]+$/.test(word))
/** Codes of formats and numbers of messages are the same in all languages. */
const english = (said: readonly string[]) => said.filter((word) => /^[A-Za-z]{3,}$/.test(word) && !AS_THEY_ARE.has(word) && !/^[A-Z]{1,3}$/.test(word))

test('the first load is small, and packed', async ({ browser, line }) => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(line.blue.link)
  await expect(newest(page)).toBeVisible()
  const loaded = await page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .map((e) => e as PerformanceResourceTiming)
      .filter((e) => !e.name.includes('/api/'))
      .map((e) => ({ name: e.name.slice(e.name.lastIndexOf('/')), sent: e.transferSize, unpacked: e.decodedBodySize, packed: e.encodedBodySize })),
  )
  const sum = loaded.reduce((bytes, e) => bytes + e.sent, 0)
  expect(sum, JSON.stringify(loaded)).toBeLessThanOrEqual(MOST_BYTES)
  expect(sum).toBeGreaterThan(50_000)
  for (const script of loaded.filter((e) => e.name.endsWith('.js') && e.unpacked > 1024)) expect(script.packed, script.name).toBeLessThan(script.unpacked)
  await page.context().close()
})

test('each page can be used within a second', async ({ desk }) => {
  test.slow()
  expect(await slowPages(desk)).toEqual([])
})

// Words and widths hang on the language, contrast on the theme: three walks have all of both.
for (const [language, theme] of [['en', 'dark'], ['ru', 'light'], ['uk', 'dark']] as const) {
  test(`every page in ${language}, ${theme}: nothing wider than its box, no bare key, no foreign word, axe finds nothing`, async ({ desk, line }) => {
    test.slow()
    await line.red.say('Проверка связи в обе стороны.')
    await setLanguage(desk, language)
    await desk.locator('header select').nth(1).selectOption(theme)
    await expect(desk.locator('html')).toHaveAttribute('data-theme', theme)
    const faults: string[] = []
    for (const address of await pages(desk)) {
      await opened(desk, address)
      const said = await words(desk)
      faults.push(
        ...(await overflowing(desk)).map((fault) => `${address} is too wide: ${fault}`),
        ...bareKeys(said).map((key) => `${address} shows the key ${key}`),
        ...(language === 'en' ? [] : [...new Set(english(said))].map((word) => `${address} says ${word}`)),
        ...(await axe(desk)).map((fault) => `${address}: ${fault}`),
      )
    }
    expect(faults.join('\n')).toBe('')
  })
}

/** What is opened on the watch without leaving it. */
const PANES: Record<string, (desk: Page) => Promise<void>> = {
  'a message': async (desk) => newest(desk).click(),
  'an acknowledgement of it': async (desk) => {
    await desk.keyboard.press('x')
    await desk.locator('.exact p').nth(2).waitFor()
  },
  'a message being written': async (desk) => desk.keyboard.press('n'),
  'a suspension': async (desk) => desk.keyboard.press('l'),
  'short signals': async (desk) => desk.keyboard.press('g'),
  'what is awaited': async (desk) => desk.keyboard.press('w'),
  'the keys': async (desk) => desk.keyboard.press('F1'),
}

const ENDLESS = { class: 'EXERCISE', precedence: 'FLASH', language: 'ru', subject: 'О'.repeat(120), courtesy: [{ language: 'en', text: 'x'.repeat(400) }] }

const colour = (button: Locator) => button.evaluate((e) => getComputedStyle(e).backgroundColor)

test('a button that has a colour of its own keeps it under the pointer, and so stays readable', async ({ desk }) => {
  await desk.keyboard.press('n')
  await desk.getByRole('radio', { name: 'EXERCISE' }).check()
  await desk.getByRole('radio', { name: 'FLASH' }).check()
  await desk.getByLabel('Text', { exact: true }).fill('EXERCISE. Ship 417 alters course to 180 at 0355 UTC. EXERCISE.')
  const kept = async (button: Locator) => {
    const before = await colour(button)
    await button.hover()
    expect(await colour(button), await button.innerText()).toBe(before)
  }
  for (const button of await desk.locator('button.primary:enabled:visible, button.tab').all()) await kept(button)
  await desk.keyboard.press('Control+Enter')
  await kept(desk.locator('button.primary.flash'))
})

for (const [width, height, language] of [[1366, 768, 'en'], [1024, 768, 'ru'], [390, 844, 'uk']] as const) {
  test(`every pane over a text without end, ${width} wide in ${language}: nothing is cut off, axe finds nothing`, async ({ desk, line }) => {
    test.slow()
    await line.red.say(`${'Весьма длинное сообщение. '.repeat(7)} ${'А'.repeat(300)}`, ENDLESS)
    await desk.setViewportSize({ width, height })
    await setLanguage(desk, language)
    await expect(newest(desk)).toContainText(language === 'en' ? 'xxx' : 'ООО')
    const faults: string[] = []
    for (const [name, open] of Object.entries(PANES)) {
      await desk.keyboard.press('Escape')
      await open(desk)
      faults.push(...(await overflowing(desk)).map((fault) => `${name} is too wide: ${fault}`), ...(await axe(desk)).map((fault) => `${name}: ${fault}`), ...(await covered(desk)).map((fault) => `${name} covers ${fault}`))
    }
    expect(faults.join('\n')).toBe('')
  })
}
