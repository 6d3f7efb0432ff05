import { axe, expect, setLanguage, test } from './desk'
import type { Page } from '@playwright/test'

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

for (const language of ['en', 'ru', 'uk']) {
  test(`each page of the year fits its screen and is accessible in ${language}`, async ({ desk }) => {
    test.setTimeout(120_000)
    await setLanguage(desk, language)
    for (const [hash] of PAGES) {
      await opened(desk, hash)
      const wide = await desk.evaluate(() => [document.documentElement, document.querySelector('article.sheet .body')].map((e) => (e === null ? 0 : e.scrollWidth - e.clientWidth)))
      expect(wide, hash).toEqual([0, 0])
      expect(await desk.locator('article.sheet').innerText(), hash).not.toMatch(/\b(console|cli|report)\.[a-z_]+/)
      expect(await axe(desk), hash).toEqual([])
    }
  })
}

test('a table with a fault is refused by row and column, and nothing can be signed', async ({ desk }) => {
  const heading = 'number,event,aim,track,kind,level,host,place,dates.from,dates.to\n'
  const table = (day: string) => `${heading}7,Talks on notices,To agree on notices,global_stability,staff_talks,staff,BLUE,Port Mayak,${day},2027-09-11\n`
  await opened(desk, 'programme/import')
  const choose = (text: string) => desk.locator('input[type=file]').setInputFiles({ name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await choose(table('03/04/2026'))
  await desk.getByRole('button', { name: 'Check the table' }).click()
  await expect(desk.getByRole('table', { name: 'What cannot be filed, by row and column' })).toContainText('03/04/2026')
  await expect(desk.getByRole('table', { name: 'What cannot be filed, by row and column' })).toContainText('TG-6098')
  await expect(desk.getByRole('button', { name: /Sign and propose/ })).toHaveCount(0)
})

test('the plan can be suspended from its page: the pane asks for procedure WP', async ({ desk }) => {
  await opened(desk, 'programme')
  await desk.getByRole('button', { name: 'Suspend or resume the plan' }).click()
  await expect(desk.locator('.work select').first()).toHaveValue('procedure')
  await expect(desk.locator('.work input').first()).toHaveValue('WP')
  await desk.keyboard.press('Escape')
})

test('the calendar of the plan comes as a file', async ({ desk }) => {
  await opened(desk, 'programme')
  const coming = desk.waitForEvent('download')
  await desk.getByRole('link', { name: 'iCal' }).click()
  expect((await coming).suggestedFilename()).toMatch(/\.ics$/)
})
