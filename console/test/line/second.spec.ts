import type { Page } from '@playwright/test'
import { expect, test, window } from './desk'
import type { RealStation } from './stations'

/** Proposes words that need a second person, and gives the number under which they wait. */
async function proposed(blue: RealStation, precedence: string, text: string): Promise<string> {
  const waits = await blue.ask<{ id: string }>('POST', '/entries', undefined, {
    class: 'FORMAL', precedence, office: { title: 'Duty officer', capacity: 'duty office' }, act: { type: 'message', language: 'en', text },
  })
  return waits.id
}

const look = async (page: Page, id: string) => {
  await page.evaluate((of) => (location.hash = `#/releases/${of}`), id)
  await expect(page.getByRole('region', { name: 'Exactly this will be signed' })).toBeVisible()
}
const heard = (red: RealStation, text: string) => expect.poll(async () => (await red.newest())?.act.text, { timeout: 30_000 }).toBe(text)

test('the second seat sees exactly what would be signed and signs it; the proposer cannot', async ({ desk, line, browser }) => {
  test.slow()
  const text = 'We propose to meet on the ferry at noon.'
  await desk.keyboard.press('n')
  await desk.getByRole('radio', { name: 'FORMAL' }).check()
  await desk.getByRole('radio', { name: 'ROUTINE' }).check()
  await desk.getByLabel('Text', { exact: true }).fill(text)
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByRole('heading', { name: 'A second signature is needed' })).toBeVisible()
  await expect(desk.getByRole('button', { name: 'pass to the second seat' })).toBeEnabled()
  await desk.keyboard.press('Control+Enter')
  await desk.goto(`${line.blue.console}/#/releases`)
  const id = (await desk.getByRole('row', { name: new RegExp(text) }).getByRole('link').textContent()) ?? ''
  await look(desk, id)
  await expect(desk.getByText('TG-6053')).toBeVisible()
  await expect(desk.getByRole('button', { name: 'Sign as the second person' })).toHaveCount(0)
  const second = await window(browser, line, 'second')
  await second.keyboard.press('4')
  await expect(second.getByRole('row', { name: new RegExp(text) })).toBeVisible()
  await second.getByRole('link', { name: id, exact: true }).click()
  await expect(second.getByText(text).first()).toBeVisible()
  await second.keyboard.press('Control+Enter')
  await expect(second.locator('.head')).toContainText('released')
  await heard(line.red, text)
  await second.context().close()
})

test('what the second seat does not sign is not sent, and its reason is read by the proposer', async ({ desk, line, browser }) => {
  const before = await line.red.newest()
  const id = await proposed(line.blue, 'ROUTINE', 'We propose to meet at midnight.')
  const second = await window(browser, line, 'second')
  await look(second, id)
  await second.getByRole('button', { name: 'Do not sign' }).click()
  await second.getByLabel('Reason').fill('The hour is wrong.')
  await second.keyboard.press('Control+Enter')
  await expect(second.getByText('The hour is wrong.')).toBeVisible()
  await look(desk, id)
  await expect(desk.getByText('The hour is wrong.')).toBeVisible()
  expect((await line.red.newest())?.reference).toBe(before?.reference)
  await second.context().close()
})

test('an emergency release says why, and whoever countersigns reads it', async ({ desk, line, browser }) => {
  test.slow()
  const text = 'Our pilot is in the water near the ferry.'
  const id = await proposed(line.blue, 'FLASH', text)
  await look(desk, id)
  await desk.getByRole('button', { name: 'Emergency release' }).click()
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByRole('button', { name: 'Release it now with one signature' })).toBeDisabled()
  await desk.getByLabel('Why it does not wait').fill('Nobody else answers the telephone.')
  await desk.getByRole('button', { name: 'Release it now with one signature' }).click()
  await heard(line.red, text)
  const second = await window(browser, line, 'second')
  await look(second, id)
  await expect(second.getByText('Nobody else answers the telephone.')).toBeVisible()
  await second.getByRole('button', { name: 'Countersign' }).click()
  await expect(second.getByRole('button', { name: 'Countersign' })).toHaveCount(0)
  await second.context().close()
})

test('a translation is drafted, compared with the original by one office, and certified by another', async ({ desk, line }) => {
  test.slow()
  const entry = await line.red.say('Паром пройдёт в полдень, а не в полночь.', { class: 'SERVICE', precedence: 'PRIORITY', language: 'ru' })
  await desk.evaluate((of) => (location.hash = `#/translation/${encodeURIComponent(of)}`), entry.reference)
  const field = desk.getByLabel('Translation: English')
  await field.fill('The ferry will pass at noon, not at midnight.')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByRole('button', { name: 'Compared' })).toBeEnabled()
  await desk.getByRole('button', { name: 'Compared' }).click()
  await expect(desk.getByRole('button', { name: 'Certify' })).toBeDisabled()
  await desk.getByLabel('In the name of').selectOption('other')
  await desk.getByLabel('Office', { exact: true }).fill('Linguist of the watch')
  await desk.getByLabel('Capacity').fill('translation')
  await desk.getByRole('button', { name: 'Certify' }).click()
  await expect(desk.locator('.state').first()).toContainText('certified')
})
