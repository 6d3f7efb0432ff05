import type { Page } from '@playwright/test'
import { expect, newest, test, window } from './desk'

async function write(desk: Page, traffic: string, precedence: string, text: string) {
  await desk.keyboard.press('n')
  await desk.getByRole('radio', { name: traffic }).check()
  await desk.getByRole('radio', { name: precedence }).check()
  await desk.getByLabel('Text', { exact: true }).fill(text)
}

const sent = (desk: Page) => expect(desk.getByRole('status').filter({ hasText: 'Signed and sent' })).toBeVisible()

test('a FLASH goes out after a second look, in the name of the office', async ({ desk, line }) => {
  const before = await line.blue.newest()
  await write(desk, 'EXERCISE', 'FLASH', 'EXERCISE. Ship 417 altering course to 180 now.')
  await desk.getByLabel(/Courtesy translation/).first().fill('УЧЕНИЕ. Корабль 417 ложится на курс 180.')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByRole('heading', { name: 'This will be signed and sent. It cannot be taken back.' })).toBeFocused()
  expect((await line.blue.newest())?.reference).toBe(before?.reference)
  await desk.keyboard.press('Control+Enter')
  await sent(desk)
  await expect(newest(desk)).toContainText('Ship 417 altering course')
  expect(await line.blue.newest()).toMatchObject({
    class: 'EXERCISE', precedence: 'FLASH', act: { type: 'message', language: 'en', text: 'EXERCISE. Ship 417 altering course to 180 now.', courtesy: [{ language: 'ru', text: 'УЧЕНИЕ. Корабль 417 ложится на курс 180.' }] },
  })
})

test('what needs a second signature is not sent, and stands in the list of what waits', async ({ desk, line }) => {
  const before = await line.blue.newest()
  await write(desk, 'FORMAL', 'ROUTINE', 'We propose a meeting.')
  await desk.keyboard.press('Control+Enter')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByRole('status').filter({ hasText: 'waits for a second signature' })).toBeVisible()
  expect((await line.blue.newest())?.reference).toBe(before?.reference)
  await desk.keyboard.press('n')
  await desk.getByText(/waits for a second signature$/).first().click()
  await expect(desk.getByText('We propose a meeting.').first()).toBeVisible()
})

test('class and precedence are chosen, never given', async ({ desk, line }) => {
  const before = await line.blue.newest()
  await desk.keyboard.press('n')
  await desk.getByLabel('Text', { exact: true }).fill('Something')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByRole('alert').filter({ hasText: 'Choose a class.' })).toBeVisible()
  await desk.getByRole('radio', { name: 'SERVICE' }).check()
  await expect(desk.getByRole('alert').filter({ hasText: 'Choose a precedence.' })).toBeVisible()
  expect((await line.blue.newest())?.reference).toBe(before?.reference)
})

test('a FLASH of 201 words is stopped; the same as PRIORITY is not', async ({ desk }) => {
  await write(desk, 'FORMAL', 'FLASH', Array.from({ length: 201 }, () => 'word').join(' '))
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByRole('alert').filter({ hasText: '201 of 200 words' })).toBeVisible()
  await desk.getByRole('radio', { name: 'PRIORITY' }).check()
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByRole('heading', { name: /A second signature is needed/ })).toBeVisible()
})

test('a draft survives the browser, and is gone once it was sent', async ({ desk, line }) => {
  await write(desk, 'EXERCISE', 'ROUTINE', 'Half a thought about')
  await expect(desk.getByText(/Draft kept on this desk/)).toBeVisible()
  const [kept] = (await line.blue.drafts()).filter((d) => d.content.text === 'Half a thought about')
  await desk.reload()
  await newest(desk).waitFor()
  await desk.keyboard.press('n')
  await desk.getByLabel('Drafts').selectOption(kept?.id ?? 'the draft')
  await expect(desk.getByLabel('Text', { exact: true })).toHaveValue('Half a thought about')
  await expect(desk.getByRole('radio', { name: 'EXERCISE' })).toBeChecked()
  await desk.keyboard.press('Control+Enter')
  await desk.keyboard.press('Control+Enter')
  await sent(desk)
  await expect.poll(async () => (await line.blue.drafts()).map((d) => d.id)).not.toContain(kept?.id)
})

test('a draft that the station could not keep is kept once it is back', async ({ desk, line }) => {
  await desk.keyboard.press('n')
  line.screen.cut()
  await desk.getByLabel('Text', { exact: true }).fill('Written while the station was away')
  await expect(desk.getByText(/The draft is NOT kept/)).toBeVisible()
  line.screen.through()
  await expect(desk.getByText(/Draft kept on this desk/)).toBeVisible({ timeout: 30_000 })
  expect((await line.blue.drafts()).map((d) => d.content.text)).toContain('Written while the station was away')
})

test('two windows on one draft: nothing is overwritten', async ({ desk, line, browser }) => {
  await write(desk, 'FORMAL', 'ROUTINE', 'Mine')
  await expect(desk.getByText(/Draft kept on this desk/)).toBeVisible()
  const [mine] = (await line.blue.drafts()).filter((d) => d.content.text === 'Mine')
  const other = await window(browser, line)
  await other.keyboard.press('n')
  await other.getByLabel('Drafts').selectOption(mine?.id ?? 'the draft')
  await other.getByLabel('Text', { exact: true }).fill('Theirs')
  await expect.poll(async () => (await line.blue.drafts()).map((d) => d.content.text)).toContain('Theirs')
  await other.context().close()
  await desk.getByLabel('Text', { exact: true }).fill('Mine, longer')
  await expect(desk.getByText('Another window saved this draft.')).toBeVisible()
  expect((await line.blue.drafts()).map((d) => d.content.text)).toEqual(expect.arrayContaining(['Mine, longer', 'Theirs']))
})

test('an answer that never came is asked for again, and nothing is said twice', async ({ desk, line }) => {
  await write(desk, 'EXERCISE', 'IMMEDIATE', 'Once only')
  await expect(desk.getByText(/Draft kept on this desk/)).toBeVisible()
  await desk.keyboard.press('Control+Enter')
  line.screen.loseAnswers()
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByRole('alert').filter({ hasText: 'it will not be said twice' })).toBeVisible()
  line.screen.through()
  await desk.keyboard.press('Control+Enter')
  await sent(desk)
  const { entries } = await line.blue.ask<{ entries: object[] }>('GET', '/entries?before=end&limit=50&types=message', 'EntryPage')
  expect(entries.filter((e) => JSON.stringify(e).includes('Once only'))).toHaveLength(1)
})

test('a reply keeps the class of what it answers', async ({ desk, line }) => {
  const asked = await line.red.say('УЧЕНИЕ. Цель полёта?', { class: 'EXERCISE', precedence: 'ROUTINE', language: 'ru' })
  await desk.locator('.traffic ol button').filter({ hasText: 'Цель полёта?' }).click()
  await desk.keyboard.press('a')
  await expect(desk.getByRole('radio', { name: 'EXERCISE' })).toBeChecked()
  await desk.getByLabel('Text', { exact: true }).fill('EXERCISE. Training flight; it ended at 0255 UTC.')
  await desk.keyboard.press('Control+Enter')
  await desk.keyboard.press('Control+Enter')
  await expect.poll(async () => (await line.blue.newest())?.refs).toEqual([asked.reference])
})

test('a suspension is declared once its authority is named and its text was checked, and not before', async ({ desk, line }) => {
  const before = await line.blue.newest()
  await desk.keyboard.press('l')
  await expect(desk.getByText(/Can never be suspended: .*LT/)).toBeVisible()
  const declare = desk.getByRole('button', { name: 'Sign and declare the suspension' })
  await expect(declare).toBeDisabled()
  await desk.getByLabel('By decision of').fill('Lead office for the dialogue')
  await expect(declare).toBeDisabled()
  await desk.getByLabel('I have checked the text above').check()
  await expect(declare).toBeEnabled()
  expect((await line.blue.newest())?.reference).toBe(before?.reference)
})
