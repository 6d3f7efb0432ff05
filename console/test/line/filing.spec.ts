import { watched, expect, test } from './desk'
import type { Page } from '@playwright/test'

const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`)

test('a format is found by words, filled in, signed, and read and answered at the other end in its own language', async ({ desk, line, browser }) => {
  test.slow()
  await desk.keyboard.press('3')
  await desk.getByRole('search').getByRole('textbox').fill('территории которой')
  await desk.getByRole('search').getByRole('textbox').fill('NTH')
  await desk.keyboard.press('Enter')
  await field(desk, 'kind').getByRole('combobox').selectOption('aircraft')
  await field(desk, 'position').getByRole('textbox').fill('58.37 19.67 nowhere')
  await field(desk, 'when').getByRole('textbox').fill('-5m')
  await field(desk, 'requests').getByRole('checkbox').first().check()

  // What is wrong is told at its field, and nothing is signed.
  await desk.keyboard.press('Control+Enter')
  await expect(field(desk, 'position').getByRole('textbox')).toHaveAttribute('aria-invalid', 'true')
  await expect(field(desk, 'position').locator('.over')).toContainText('▲')

  await field(desk, 'position').getByRole('textbox').fill('58-22.5N 019-40.0E')
  await expect(desk.locator('.said .sentence').first()).toContainText('58°22.5′N 019°40.0′E')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.locator('.looking')).toBeVisible() // the last look; before it the same keys only check again
  const signed = (await desk.locator('.said .sentence').first().textContent()) ?? ''
  await desk.keyboard.press('Control+Enter')
  await expect(desk).toHaveURL(/#\/matters\//)
  await expect(desk.locator('article.sheet')).toContainText(signed)

  const red = await (await browser.newContext()).newPage()
  const complaints = await watched(red, line.red.console)
  await red.goto(line.red.link)
  await red.locator('header select').first().selectOption('ru')
  await expect(red.locator('.traffic ol button').first()).toContainText('самолёт', { timeout: 30_000 })
  await red.locator('.traffic ol button').first().click()
  await red.keyboard.press('m')
  await expect(red).toHaveURL(/#\/matters\//)
  await expect(red.locator('article.sheet')).toContainText('Вид техники или персонала')
  await red.locator('article.sheet a[href*="#/file/NTR"]').first().click()
  await expect(field(red, 'answer')).toBeVisible()
  await red.context().close()
  expect(complaints).toEqual([])
})

test('what is typed and left is found again among the drafts', async ({ desk }) => {
  await desk.evaluate(() => (location.hash = '#/file/OW?procedure=OW'))
  await field(desk, 'text').locator('textarea, input').fill('Half a line for the operators')
  await expect(desk.getByRole('status').filter({ hasText: /\d{6}Z/ })).toBeVisible()
  await desk.keyboard.press('Escape')
  await desk.reload()
  await desk.evaluate(() => (location.hash = '#/file'))
  await desk.locator('a[href*="draft="]').first().click()
  await expect(field(desk, 'text').locator('textarea, input')).toHaveValue('Half a line for the operators')
})

test('a field that hangs on another comes and goes with it, and keeps what was typed', async ({ desk }) => {
  await desk.evaluate(() => (location.hash = '#/file/ASN?procedure=AS'))
  const response = field(desk, 'response').getByRole('combobox')
  await response.selectOption('noted')
  await expect(field(desk, 'reservation')).toBeHidden()
  await response.selectOption('reservation')
  await field(desk, 'reservation').locator('textarea, input').fill('The width of the corridor is not accepted.')
  await response.selectOption('noted')
  await expect(field(desk, 'reservation')).toBeHidden()
  await response.selectOption('reservation')
  await expect(field(desk, 'reservation').locator('textarea, input')).toHaveValue('The width of the corridor is not accepted.')
})
