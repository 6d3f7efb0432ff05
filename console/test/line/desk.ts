import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Browser, type Page } from '@playwright/test'
import { foundLine, type RealLine } from './stations'

export { expect }

const SEAT = { 'torgau.theme': 'light', 'torgau.language': 'en' }

/** A page that complains of nothing: no script error, no breach of the policy, no foreign request. */
export async function watched(page: Page, address: string): Promise<string[]> {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) complaints.push(`a request to ${request.url()}`)
  })
  await page.addInitScript((seat) => {
    for (const [key, value] of Object.entries(seat)) localStorage.setItem(key, localStorage.getItem(key) ?? value)
  }, SEAT)
  return complaints
}

export const newest = (page: Page) => page.locator('.traffic ol button').first()

/** Another window on the watch of BLUE, with a session of its own, at the first seat if no other is named. */
export async function window(browser: Browser, line: RealLine, seat?: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await watched(page, line.blue.console)
  await page.goto(seat === undefined ? line.blue.link : line.blue.seatLink(seat))
  await expect(newest(page)).toBeVisible()
  return page
}

/** One line for all tests of a run, founded once; a test leaves it working, and expects others to have written on it. */
export const test = base.extend<{ desk: Page }, { line: RealLine }>({
  line: [
    async ({}, use) => {
      const line = await foundLine()
      await line.red.say('Доброе утро. Оба канала в норме.')
      await use(line)
      await line.close()
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  desk: async ({ page, line }, use) => {
    line.screen.through()
    await line.blue.hush()
    const complaints = await watched(page, line.blue.console)
    await page.goto(line.blue.link)
    await expect(newest(page)).toBeVisible()
    await use(page)
    line.screen.through()
    expect(complaints).toEqual([])
  },
})

export async function setLanguage(page: Page, language: string): Promise<void> {
  await page.locator('header select').first().selectOption(language)
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}

/** What axe finds against WCAG 2.2 AA. */
export async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  return violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.html.slice(0, 120)} ${n.failureSummary}`).join('\n')}`)
}

/** Elements whose content is wider than their box, except where a text is meant to be cut with an ellipsis or to scroll. */
export const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wide = [document.documentElement, ...document.querySelectorAll<HTMLElement>('body *')].filter((e) => {
      const style = getComputedStyle(e)
      return e.closest('.unseen') === null && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 && style.display !== 'inline' && style.textOverflow !== 'ellipsis' && !/SELECT|OPTION|INPUT|svg/.test(e.tagName)
    })
    return wide.map((e) => `${e.tagName}.${e.className}: ${e.textContent?.trim().slice(0, 60)}`)
  })

/** What takes the focus and then lies beneath something else, at its middle: WCAG 2.2, 2.4.11, and a control that no pointer reaches. */
export const covered = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const open = document.querySelector('dialog[open]') ?? document.querySelector('main')
    const stops = [...(open?.querySelectorAll<HTMLElement>(':is(:enabled:not(fieldset, option), a[href], summary)') ?? [])].filter((e) => e.checkVisibility())
    const beneath = stops.filter((e) => {
      e.focus()
      e.scrollIntoView({ block: 'nearest' }) // of a text the focus brings no more into view than where one writes
      const { left, top, width, height } = e.getBoundingClientRect()
      const shown = document.elementFromPoint(left + width / 2, top + height / 2)
      return shown === null || !(e.contains(shown) || shown.contains(e) && shown.tagName === 'LABEL')
    })
    return beneath.map((e) => `${e.tagName}.${e.className}: ${e.textContent?.trim().slice(0, 60)}`)
  })

/** Every page that the running console has, the watch first. */
export const pages = (desk: Page): Promise<string[]> => desk.locator('nav a').evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''))

/** Opens a page by its link; how long until it stands there with what it asked. */
export async function opened(desk: Page, address: string): Promise<number> {
  return desk.evaluate(async (href) => {
    const begun = performance.now()
    document.querySelector<HTMLElement>(`nav a[href="${href}"]`)?.click()
    const stands = () => document.querySelector(`nav a[href="${href}"][aria-current="page"]`) !== null && document.querySelector('main h2') !== null && document.querySelector('main [aria-busy="true"]') === null
    while (!stands()) {
      if (performance.now() - begun > 15_000) throw new Error(`${href} does not stand there`)
      await new Promise((next) => requestAnimationFrame(next))
    }
    return performance.now() - begun
  }, address)
}

const WITHIN_MS = 1000

/** The pages that cannot be used within a second of going there, each with its times. The best of three counts: other programs may work on the machine. */
export async function slowPages(desk: Page): Promise<string[]> {
  const slow: string[] = []
  const all = await pages(desk)
  for (const address of all) {
    const took: number[] = []
    for (let round = 0; round < 3; round++) {
      took.push(await opened(desk, address))
      await opened(desk, all.find((other) => other !== address) ?? address)
    }
    if (Math.min(...took) > WITHIN_MS) slow.push(`${address}: ${took.map(Math.round).join(', ')} ms`)
  }
  return slow
}
