import type { Page } from '@playwright/test'
import { expect, test } from './desk'

async function write(desk: Page, traffic: string, precedence: string, text: string) {
  await desk.keyboard.press('n')
  await desk.getByRole('radio', { name: traffic }).check()
  await desk.getByRole('radio', { name: precedence }).check()
  await desk.getByLabel('Text', { exact: true }).fill(text)
}

test('a FLASH goes out after a second look, in the name of the office', async ({ desk, station }) => {
  await write(desk, 'FORMAL', 'FLASH', 'Ship 417 altering course to 180 now.')
  await desk.getByLabel(/Courtesy translation/).fill('Корабль 417 ложится на курс 180.')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByRole('heading', { name: 'This will be signed and sent. It cannot be taken back.' })).toBeFocused()
  expect(station.entries.at(-1)!.message_number).toBe('RED-OPS-2026-14')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByRole('status').filter({ hasText: 'Signed and sent' })).toBeVisible()
  await expect(desk.locator('.traffic ol button').first()).toContainText('Ship 417 altering course')
  expect(station.entries.at(-1)).toMatchObject({
    class: 'FORMAL', precedence: 'FLASH', from: { office: 'Duty officer, operations centre' },
    act: { type: 'message', language: 'en', text: 'Ship 417 altering course to 180 now.', courtesy: [{ language: 'ru', text: 'Корабль 417 ложится на курс 180.' }] },
  })
})

test('what needs a second signature is not sent, and stands in the list of what waits', async ({ desk, station }) => {
  station.second = true
  await write(desk, 'FORMAL', 'ROUTINE', 'We propose a meeting.')
  await desk.keyboard.press('Control+Enter')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByRole('status').filter({ hasText: 'number 1 waits for a second signature' })).toBeVisible()
  expect(station.entries.at(-1)!.message_number).toBe('RED-OPS-2026-14')
  await expect.poll(() => station.drafts.size).toBe(0)
  await desk.keyboard.press('n')
  await desk.getByText('1 waits for a second signature', { exact: true }).click()
  await expect(desk.getByText('We propose a meeting.')).toBeVisible()
})

test('class and precedence are chosen, never given', async ({ desk, station }) => {
  await desk.keyboard.press('n')
  await desk.getByLabel('Text', { exact: true }).fill('Something')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByRole('alert')).toHaveText('Choose a class.')
  await desk.getByRole('radio', { name: 'SERVICE' }).check()
  await expect(desk.getByRole('alert')).toHaveText('Choose a precedence.')
  expect(station.entries.at(-1)!.message_number).toBe('RED-OPS-2026-14')
})

test('a FLASH of 201 words is stopped; the same as PRIORITY is not', async ({ desk }) => {
  await write(desk, 'FORMAL', 'FLASH', Array.from({ length: 201 }, () => 'word').join(' '))
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByRole('alert')).toContainText('201 of 200 words')
  await desk.getByRole('radio', { name: 'PRIORITY' }).check()
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByRole('heading', { name: /This will be signed/ })).toBeVisible()
})

test('a draft survives the browser, and is gone once it was sent', async ({ desk, station }) => {
  await write(desk, 'FORMAL', 'ROUTINE', 'Half a thought about')
  await expect(desk.getByText(/Draft kept on this desk/)).toBeVisible()
  await desk.reload()
  await desk.locator('.traffic ol button').first().waitFor()
  await desk.keyboard.press('n')
  await desk.getByLabel('Drafts').selectOption({ index: 1 })
  await expect(desk.getByLabel('Text', { exact: true })).toHaveValue('Half a thought about')
  await expect(desk.getByRole('radio', { name: 'FORMAL' })).toBeChecked()
  await desk.keyboard.press('Control+Enter')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByRole('status').filter({ hasText: 'Signed and sent' })).toBeVisible()
  await expect.poll(() => station.drafts.size).toBe(0)
})

test('a draft that the station could not keep is kept once it is back', async ({ desk, station, address }) => {
  await desk.keyboard.press('n')
  await station.stop()
  await desk.getByLabel('Text', { exact: true }).fill('Written while the station was away')
  await expect(desk.getByText(/The draft is NOT kept/)).toBeVisible()
  station.restart()
  await station.start(Number(new URL(address).port))
  await expect(desk.getByText(/Draft kept on this desk/)).toBeVisible({ timeout: 10_000 })
  expect([...station.drafts.values()].map((d) => d.content.text)).toEqual(['Written while the station was away'])
})

test('two windows on one draft: nothing is overwritten', async ({ desk, station }) => {
  await write(desk, 'FORMAL', 'ROUTINE', 'Mine')
  await expect(desk.getByText(/Draft kept on this desk/)).toBeVisible()
  const [draft] = [...station.drafts.values()]
  station.drafts.set(draft.id, { ...draft, revision: 7, content: { ...draft.content, text: 'Theirs' } })
  await desk.getByLabel('Text', { exact: true }).fill('Mine, longer')
  await expect(desk.getByText('Another window saved this draft.')).toBeVisible()
  expect([...station.drafts.values()].map((d) => d.content.text).sort()).toEqual(['Mine, longer', 'Theirs'])
})

test('an answer that never came is asked for again, and nothing is said twice', async ({ desk, station }) => {
  await write(desk, 'FORMAL', 'IMMEDIATE', 'Once only')
  await desk.keyboard.press('Control+Enter')
  station.loseAnswers = true
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByRole('alert')).toContainText('it will not be said twice')
  station.loseAnswers = false
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByRole('status').filter({ hasText: 'Signed and sent' })).toBeVisible()
  expect(station.entries.filter((e) => JSON.stringify(e.act).includes('Once only'))).toHaveLength(1)
})

test('a reply keeps the class of what it answers', async ({ desk, station }) => {
  await desk.locator('.traffic ol button').nth(2).click()
  await desk.keyboard.press('a')
  await expect(desk.getByRole('radio', { name: 'FORMAL' })).toBeChecked()
  await desk.getByLabel('Text', { exact: true }).fill('Training flight; it ended at 0255 UTC.')
  await desk.keyboard.press('Control+Enter')
  await desk.keyboard.press('Control+Enter')
  await expect.poll(() => station.entries.at(-1)!.refs).toEqual(['RED-OPS.99aa00ff.10'])
})

test('a suspension names its authority and what stays open, and only its author can lift it', async ({ desk, station }) => {
  await desk.keyboard.press('l')
  await expect(desk.getByText('Can never be suspended: LT, LS, AK')).toBeVisible()
  await expect(desk.getByRole('button', { name: 'Sign and declare the suspension' })).toBeDisabled()
  await desk.getByLabel('By decision of').fill('Lead office for the dialogue')
  await desk.getByLabel(/Formats that stay open/).fill('ua, ur')
  await desk.getByLabel('I have checked the text above').check()
  await desk.getByRole('button', { name: 'Sign and declare the suspension' }).click()
  await expect.poll(() => station.entries.at(-1)!.act).toMatchObject({ type: 'suspension', scope: { kind: 'line' }, authority: 'Lead office for the dialogue', stays_open: ['UA', 'UR'] })
})
