import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { foundLine, type RealLine } from './stations'

test.describe.configure({ mode: 'serial' })

let line: RealLine
let blue: Page
const complaints: string[] = []

const PAGES = [
  ['programme'], ['programme/steps'], ['programme/clashes'], ['programme/balance'], ['programme/import'], ['programme/visits'], ['programme/missions'],
  ['programme/calendar'], ['programme/told'], ['meetings'], ['meetings/commitments'], ['meetings/contacts'], ['counterparts'], ['counterparts/find?theme=sea'],
  ['counterparts/picture'], ['expectations'], ['expectations/report'], ['expectations/review'],
] as const

/** The page answers, shows no more width than it has, and axe finds nothing. */
async function opened(page: Page, hash: string) {
  await page.evaluate((to) => (location.hash = `#/${to}`), hash)
  await expect(page.locator('article.sheet h2')).not.toBeEmpty()
  await expect(page.locator('article.sheet')).toHaveAttribute('aria-busy', 'false')
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  line = await foundLine()
  blue = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  blue.on('pageerror', (error) => complaints.push(error.message))
  await blue.goto(line.blue.link)
  await expect(blue.locator('.card .word')).toBeVisible()
})

test.afterAll(async () => {
  await blue?.context().close()
  await line?.close()
})

test.afterEach(() => expect(complaints.splice(0)).toEqual([]))

for (const language of ['en', 'ru', 'uk']) {
  test(`each page of the year fits its screen and is accessible in ${language}`, async () => {
    test.setTimeout(120_000)
    await blue.locator('header select').first().selectOption(language)
    for (const [hash] of PAGES) {
      await opened(blue, hash)
      const wide = await blue.evaluate(() => [document.documentElement, document.querySelector('article.sheet .body')].map((e) => (e === null ? 0 : e.scrollWidth - e.clientWidth)))
      expect(wide, hash).toEqual([0, 0])
      expect(await blue.locator('article.sheet').innerText(), hash).not.toMatch(/\b(console|cli|report)\.[a-z_]+/)
      const found = await new AxeBuilder({ page: blue }).include('article.sheet').withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
      expect(found.violations.map((v) => `${hash}: ${v.id}`)).toEqual([])
    }
    await blue.locator('header select').first().selectOption('en')
  })
}

test('a table with a fault is refused by row and column, and nothing can be signed', async () => {
  const heading = 'number,event,aim,track,kind,level,host,place,dates.from,dates.to\n'
  const table = (day: string) => `${heading}7,Talks on notices,To agree on notices,global_stability,staff_talks,staff,BLUE,Port Mayak,${day},2027-09-11\n`
  await opened(blue, 'programme/import')
  const choose = (text: string) => blue.locator('input[type=file]').setInputFiles({ name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await choose(table('03/04/2026'))
  await blue.getByRole('button', { name: 'Check the table' }).click()
  await expect(blue.getByRole('table', { name: 'What cannot be filed, by row and column' })).toContainText('03/04/2026')
  await expect(blue.getByRole('table', { name: 'What cannot be filed, by row and column' })).toContainText('TG-6098')
  await expect(blue.getByRole('button', { name: /Sign and propose/ })).toHaveCount(0)
})

test('the plan can be suspended from its page: the pane asks for procedure WP', async () => {
  await opened(blue, 'programme')
  await blue.getByRole('button', { name: 'Suspend or resume the plan' }).click()
  await expect(blue.locator('.work select').first()).toHaveValue('procedure')
  await expect(blue.locator('.work input').first()).toHaveValue('WP')
  await blue.keyboard.press('Escape')
})

test('the calendar of the plan comes as a file', async () => {
  await opened(blue, 'programme')
  const coming = blue.waitForEvent('download')
  await blue.getByRole('link', { name: 'iCal' }).click()
  expect((await coming).suggestedFilename()).toMatch(/\.ics$/)
})
