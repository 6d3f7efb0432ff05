import { make } from '../fixture/traffic.mjs'
import { expect, test } from './desk'

const RED = { party: 'RED', station: 'RED-OPS', office: 'Оперативный дежурный', capacity: 'дежурная служба' }

test('a FLASH that arrives is shown at once, with its class, its letter, its word and its author’s office', async ({ desk, station }) => {
  station.arrive(make(50, 0, RED, 'EXERCISE', 'FLASH', { type: 'message', language: 'ru', text: 'УЧЕНИЕ. Прошу подтвердить.' }, { awaiting_acknowledgement: true, opened_at: undefined }))
  const row = desk.locator('.traffic ol button').first()
  for (const said of ['Z', 'FLASH', 'EXERCISE', 'RED · Оперативный дежурный', 'УЧЕНИЕ. Прошу подтвердить.', 'Acknowledgement awaited from us']) await expect(row).toContainText(said)
  await expect(desk.getByText('Acknowledgements awaited from us: 3')).toBeVisible()
})

test('the original stands beside the courtesy translation, each named for what it is', async ({ desk }) => {
  await desk.locator('.traffic ol button').first().click()
  await expect(desk.locator('.texts section').nth(0)).toContainText('Original (Russian), authoritative')
  await expect(desk.locator('.texts section').nth(0).locator('p')).toHaveAttribute('lang', 'ru')
  await expect(desk.locator('.texts section').nth(1)).toContainText('courtesy translation (English), not authoritative')
})

test('opening a message says nothing to the other side', async ({ desk }) => {
  const changes: string[] = []
  desk.on('request', (r) => r.method() !== 'GET' && changes.push(`${r.method()} ${new URL(r.url()).pathname}`))
  await desk.locator('.traffic ol button').first().click()
  await expect(desk.getByText('Opening a message tells the other side nothing.')).toBeVisible()
  await desk.waitForTimeout(300)
  expect(changes).toEqual(['PUT /api/v1/entries/RED-OPS.99aa00ff.14/opened'])
})

test('silencing is local, acknowledges nothing, and the alarm stays on the screen', async ({ desk }) => {
  const changes: string[] = []
  desk.on('request', (r) => r.method() !== 'GET' && changes.push(`${r.method()} ${new URL(r.url()).pathname}`))
  await desk.keyboard.press('s')
  await expect(desk.getByText(/sound off here since .*; nothing was acknowledged/)).toBeVisible()
  await expect(desk.getByText('FLASH has arrived from RED-OPS')).toBeVisible()
  await expect(desk.getByText('Acknowledgements awaited from us: 2')).toBeVisible()
  expect(changes).toEqual(['POST /api/v1/alarms/a1/silence'])
})

test('a press of the silencing key counts for a FLASH that is shown and whose alarm comes a moment later', async ({ desk, station }) => {
  await desk.keyboard.press('s')
  await expect(desk.getByText(/sound off here since/)).toHaveCount(1)
  station.arrive(make(50, 0, RED, 'EXERCISE', 'FLASH', { type: 'message', language: 'ru', text: 'УЧЕНИЕ. Второе.' }, { awaiting_acknowledgement: true, opened_at: undefined }))
  await expect(desk.locator('.traffic ol button').first()).toContainText('Второе')
  await desk.keyboard.press('s')
  station.alarm({ id: 'a2', kind: 'flash_arrived', precedence: 'FLASH', raised_at: new Date().toISOString(), station: 'RED-OPS', reference: 'RED-OPS.99aa00ff.50' })
  await expect(desk.getByText(/sound off here since/)).toHaveCount(2)
  station.alarm({ id: 'a3', kind: 'flash_arrived', precedence: 'FLASH', raised_at: new Date().toISOString(), station: 'RED-OPS', reference: 'RED-OPS.99aa00ff.51' })
  await expect(desk.locator('.sounding')).toHaveCount(1)
})

test('a press of the silencing key is answered, whatever has the focus and also where nothing sounds', async ({ desk }) => {
  await desk.keyboard.press('n')
  await desk.getByLabel('Text', { exact: true }).fill('Half a thought')
  await desk.keyboard.press('F2')
  await expect(desk.getByText(/sound off here since/)).toBeVisible()
  await expect(desk.getByLabel('Text', { exact: true })).toHaveValue('Half a thought')
  await desk.locator('header select').first().focus()
  await desk.keyboard.press('Escape')
  await desk.keyboard.press('s')
  await expect(desk.getByRole('status').getByText('Nothing sounds here.')).toBeVisible()
})

test('what sounds stands on top of the alarms, the loudest and the newest first', async ({ desk, station }) => {
  const alarm = (id: string, kind: string, precedence: string, seconds: number) => station.alarm({ id, kind, precedence, raised_at: new Date(Date.now() - 60_000 + seconds * 1000).toISOString(), station: 'RED-OPS' })
  alarm('a2', 'link_test_missed', 'PRIORITY', 1)
  alarm('a3', 'store_failed', 'FLASH', 2)
  const rows = desk.getByRole('region', { name: 'Alarms' }).getByRole('listitem')
  await expect(rows).toHaveText([/cannot write to its disk/, /FLASH has arrived/, /Link test not returned/])
  await rows.first().getByRole('button', { name: /Silence/ }).click()
  await expect(rows).toHaveText([/FLASH has arrived/, /Link test not returned/, /cannot write to its disk.*sound off here/s])
})

test('a read-back that was begun is there again after Escape, and an early signature is answered', async ({ desk, station }) => {
  await desk.keyboard.press('j')
  await desk.keyboard.press('u')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.locator('.exact .over')).toBeVisible()
  await desk.keyboard.type('Ship 417')
  await desk.keyboard.press('Escape')
  await desk.keyboard.press('u')
  await expect(desk.getByLabel(/Read-back/)).toHaveValue('Ship 417')
  expect(station.entries.at(-1)!.message_number).toBe('RED-OPS-2026-14')
})

test('a text longer than its pane is turned by the page, also from the read-back of it', async ({ desk, station }) => {
  station.arrive(make(50, 0, RED, 'FORMAL', 'ROUTINE', { type: 'message', language: 'ru', text: 'Длинный текст. '.repeat(500) }, { awaiting_acknowledgement: true }))
  await expect(desk.locator('.traffic ol button').first()).toContainText('Длинный текст')
  await desk.keyboard.press('j')
  for (const pane of ['article', '.message']) {
    const top = () => desk.locator(pane).evaluate((e) => e.scrollTop)
    expect(await top()).toBe(0)
    await desk.keyboard.press('PageDown')
    await expect.poll(top).toBeGreaterThan(0)
    await desk.keyboard.press('u')
  }
})

test('the list is one step of the Tab key, and the keys go on past what was read first', async ({ desk, station }) => {
  for (let n = 200; n < 330; n++) station.entries.push(make(n, 0, RED, 'SERVICE', 'ROUTINE', { type: 'message', language: 'ru', text: `Запись ${n}` }))
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
  const before = await desk.locator('.traffic ol li').count()
  await desk.keyboard.press('f')
  await expect(desk.locator('.traffic ol li')).toHaveCount(before + 3)
  await expect(desk.locator('.traffic ol').getByText('Link test · automatic: no officer has read')).toBeVisible()
})

test('the exact sentence is shown before it is signed, and the read-back reaches the receipts', async ({ desk, station }) => {
  await desk.keyboard.press('j')
  await desk.keyboard.press('u')
  await expect(desk.getByRole('button', { name: /Sign and send/ })).toBeDisabled()
  await desk.keyboard.type('Ship 417 alters course to 180 now')
  const sentence = 'Message RED-OPS-2026-14: content understood. Read-back: “Ship 417 alters course to 180 now”.'
  await expect(desk.locator('.exact')).toContainText(sentence)
  await expect(desk.locator('.exact')).toContainText('Это не означает ни согласия, ни признания изложенных фактов')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.locator('.receipts')).toContainText('content understood')
  await expect(desk.locator('.receipts')).toContainText('Read-back: «Ship 417 alters course to 180 now»')
  await expect(desk.getByText('Acknowledgement awaited from us: 1')).toBeVisible()
  const act = station.entries.at(-1)!.act as { sentences: { text: string }[] }
  expect(act.sentences[0]?.text).toContain(sentence)
})

test('"not understood" is one key', async ({ desk, station }) => {
  await desk.keyboard.press('j')
  await desk.keyboard.press('x')
  await expect(desk.locator('.exact')).toContainText('content not understood. Please repeat or clarify.')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.locator('.receipts')).toContainText('content not understood')
  expect(station.entries.at(-1)!.act).toMatchObject({ stage: 'not_understood', cause: 'ambiguous', of: 'RED-OPS.99aa00ff.14' })
})

test('"passed on" takes the time as it is typed and names no unit', async ({ desk, station }) => {
  await desk.keyboard.press('j')
  await desk.keyboard.press('p')
  await desk.getByLabel(/Passed on at/).fill('later')
  await expect(desk.getByRole('button', { name: /Sign and send/ })).toBeDisabled()
  await desk.getByLabel(/Passed on at/).fill('00:01')
  await expect(desk.locator('.exact')).toContainText('passed to the level able to act')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.locator('.receipts')).toContainText('passed to the level able to act, 0001Z')
  expect(station.entries.at(-1)!.act).toMatchObject({ stage: 'passed_on', passed_on_at: expect.stringMatching(/T00:01:00\.000Z$/) })
})
