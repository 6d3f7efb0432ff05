import type { Page } from '@playwright/test'
import { expect, newest, test } from './desk'

const FLASH = { class: 'EXERCISE', precedence: 'FLASH', language: 'ru' }

const row = (desk: Page, text: string) => desk.locator('.traffic ol button').filter({ hasText: text })

/** What the page changes at the station from now on. */
function changes(desk: Page): string[] {
  const made: string[] = []
  desk.on('request', (r) => r.method() !== 'GET' && made.push(`${r.method()} ${new URL(r.url()).pathname}`))
  return made
}

test('a FLASH that arrives is shown at once, with its class, its letter, its word and its author’s office', async ({ desk, line }) => {
  await line.red.say('УЧЕНИЕ. Прошу подтвердить.', FLASH)
  for (const said of ['Z', 'FLASH', 'EXERCISE', 'RED · ', 'УЧЕНИЕ. Прошу подтвердить.', 'Acknowledgement awaited from us']) await expect(newest(desk)).toContainText(said)
})

test('the original stands beside the courtesy translation, each named for what it is', async ({ desk, line }) => {
  await line.red.say('Пишу Вам.', { class: 'EXERCISE', precedence: 'ROUTINE', language: 'ru', courtesy: [{ language: 'en', text: 'I write to you.' }] })
  await row(desk, 'I write to you.').or(row(desk, 'Пишу Вам.')).first().click()
  await expect(desk.locator('.texts section').nth(0)).toContainText('Original (Russian), authoritative')
  await expect(desk.locator('.texts section').nth(0).locator('p')).toHaveAttribute('lang', 'ru')
  await expect(desk.locator('.texts section').nth(1)).toContainText('courtesy translation (English), not authoritative')
})

test('opening a message says nothing to the other side', async ({ desk, line }) => {
  const said = await line.red.say('Откройте и прочтите.')
  await expect(row(desk, 'Откройте и прочтите.')).toBeVisible()
  const made = changes(desk)
  await row(desk, 'Откройте и прочтите.').click()
  await expect(desk.getByText('Opening a message tells the other side nothing.')).toBeVisible()
  await expect.poll(() => made).toEqual([`PUT /api/v1/entries/${said.reference}/opened`])
})

test('silencing is local, acknowledges nothing, and the alarm stays on the screen', async ({ desk, line }) => {
  await line.red.say('УЧЕНИЕ. Заглушите.', FLASH)
  await expect(newest(desk)).toContainText('Заглушите.') // else an alarm of an earlier test would do
  await expect(desk.locator('.sounding').first()).toBeVisible()
  const newestSaid = await line.blue.newest()
  await desk.keyboard.press('s')
  await expect(desk.getByText(/sound off here since .*; nothing was acknowledged/).first()).toBeVisible()
  await expect(desk.getByText('FLASH has arrived from RED-OPS').first()).toBeVisible()
  await expect(newest(desk)).toContainText('Acknowledgement awaited from us')
  expect((await line.blue.newest())?.reference).toBe(newestSaid?.reference)
})

test('a press of the silencing key is answered, whatever has the focus and also where nothing sounds', async ({ desk, line }) => {
  await line.red.say('УЧЕНИЕ. Пока пишут.', FLASH)
  await expect(desk.locator('.sounding').first()).toBeVisible()
  await desk.keyboard.press('n')
  await desk.getByLabel('Text', { exact: true }).fill('Half a thought')
  await desk.keyboard.press('F2')
  await expect(desk.locator('.sounding')).toHaveCount(0)
  await expect(desk.getByLabel('Text', { exact: true })).toHaveValue('Half a thought')
  await desk.locator('header select').first().focus()
  await desk.keyboard.press('Escape')
  await desk.keyboard.press('s')
  await expect(desk.getByRole('status').getByText('Nothing sounds here.')).toBeVisible()
})

test('a read-back that was begun is there again after Escape, and an early signature is answered', async ({ desk, line }) => {
  await line.red.say('УЧЕНИЕ. Корабль 417, курс 180.', FLASH)
  await row(desk, 'Корабль 417, курс 180.').click()
  const before = await line.blue.newest()
  await desk.keyboard.press('u')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.locator('.exact .over')).toBeVisible()
  await desk.keyboard.type('Ship 417')
  await desk.keyboard.press('Escape')
  await desk.keyboard.press('u')
  await expect(desk.getByLabel(/Read-back/)).toHaveValue('Ship 417')
  expect((await line.blue.newest())?.reference).toBe(before?.reference)
})

test('the exact sentence is shown before it is signed, and the read-back reaches the receipts on both sides', async ({ desk, line }) => {
  const asked = await line.red.say('УЧЕНИЕ. Курс 090.', FLASH)
  await row(desk, 'Курс 090.').click()
  await desk.keyboard.press('u')
  await expect(desk.getByRole('button', { name: /Sign and send/ })).toBeDisabled()
  await desk.keyboard.type('Course 090')
  const sentence = `Message ${asked.message_number}: content understood. Read-back: “Course 090”.`
  await expect(desk.locator('.exact')).toContainText(sentence)
  await expect(desk.locator('.exact')).toContainText('Это не означает ни согласия, ни признания изложенных фактов')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.locator('.receipts')).toContainText('content understood')
  await expect(desk.locator('.receipts')).toContainText('Read-back: «Course 090»')
  await expect.poll(async () => JSON.stringify(await line.red.ask('GET', `/entries/${asked.reference}`, 'Entry'))).toContain('Course 090')
})

test('"passed on" takes the time as it is typed and names no unit', async ({ desk, line }) => {
  await line.red.say('УЧЕНИЕ. Передайте дальше.', FLASH)
  await row(desk, 'Передайте дальше.').click()
  await desk.keyboard.press('p')
  await desk.getByLabel(/Passed on at/).fill('later')
  await expect(desk.getByRole('button', { name: /Sign and send/ })).toBeDisabled()
  await desk.getByLabel(/Passed on at/).fill(new Date().toISOString().slice(11, 16))
  await expect(desk.locator('.exact')).toContainText('passed to the level able to act')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.locator('.receipts')).toContainText('passed to the level able to act')
  expect((await line.blue.newest())?.act).toMatchObject({ stage: 'passed_on', passed_on_at: expect.stringMatching(/:00\.000Z$/) })
})

test('a text longer than its pane is turned by the page, also from the read-back of it', async ({ desk, line }) => {
  await line.red.say('Длинный текст. '.repeat(500), { class: 'EXERCISE', precedence: 'ROUTINE', language: 'ru' })
  await expect(newest(desk)).toContainText('Длинный текст')
  await newest(desk).click()
  for (const pane of ['article', '.message']) {
    const top = () => desk.locator(pane).evaluate((e) => e.scrollTop)
    expect(await top()).toBe(0)
    await desk.keyboard.press('PageDown')
    await expect.poll(top).toBeGreaterThan(0)
    await desk.keyboard.press('u')
  }
})

test('the list is one step of the Tab key, and the keys go on past what was read first', async ({ desk, line }) => {
  test.slow()
  for (let n = 0; n < 130; n++) await line.blue.say(`Entry ${n}`, { class: 'SERVICE', precedence: 'ROUTINE', language: 'en' })
  await desk.reload()
  await expect(desk.locator('.traffic ol button.row')).toHaveCount(100)
  await expect(desk.locator('.traffic ol button.row[tabindex="0"]')).toHaveCount(1)
  await desk.locator('.traffic ol button.row').last().click()
  await desk.keyboard.press('ArrowDown')
  await expect(desk.locator('.traffic ol button.row').nth(100)).toBeFocused()
  await desk.keyboard.press('l')
  await expect(desk.getByRole('heading', { name: 'Suspension and resumption' })).toBeFocused()
})

test('automatic entries are folded away, and say that no officer has read when shown', async ({ desk }) => {
  await expect(desk.locator('.traffic')).not.toContainText('automatic: no officer has read')
  await desk.keyboard.press('t')
  await expect(desk.locator('.card')).toContainText('returned word for word')
  await desk.keyboard.press('f')
  await expect(desk.locator('.traffic ol').getByText('Link test · automatic: no officer has read').first()).toBeVisible()
})
