import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { valid } from './schema.mjs'
import { foundLine, type RealLine, type RealStation } from './stations'

test.describe.configure({ mode: 'serial' })

let line: RealLine
let blue: Page
let red: Page

/** What the API says of each path, so that every answer on these pages is judged by openapi.yaml. */
const ANSWERS: readonly [RegExp, string, string][] = [
  [/^\/status$/, 'GET', 'Status'],
  [/^\/agreement$/, 'GET', 'Agreement'],
  [/^\/entries\?/, 'GET', 'EntryPage'],
  [/^\/entries\/[^/]+$/, 'GET', 'Entry'],
  [/^\/(entries|link-tests)$/, 'POST', 'Entry'],
  [/^\/acknowledgement-sentence$/, 'POST', 'SentenceAnswer'],
  [/^\/catalogue\/[^/]+$/, 'GET', 'Procedure'],
  [/^\/notification-sentence$/, 'POST', 'NotificationPreview'],
  [/^\/awaited$/, 'GET', 'AwaitedLists'],
  [/^\/drafts$/, 'GET', 'DraftList'],
  [/^\/drafts\//, 'PUT', 'Draft'],
  [/^\/alarms\/.*\/silence$/, 'POST', 'Alarm'],
]
const complaints: string[] = []

async function open(browser: Browser, station: RealStation): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(`${station.party}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(`${station.party}: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(station.console)) complaints.push(`${station.party}: a request to ${request.url()}`)
  })
  page.on('response', async (response) => {
    const path = response.url().slice(`${station.console}/api/v1`.length)
    const found = ANSWERS.find(([form, method]) => form.test(path) && method === response.request().method())?.[2]
    if (found === undefined || response.status() >= 400) return
    const schema = response.status() === 202 ? 'Release' : found
    const body: unknown = await response.json().catch(() => undefined)
    try {
      if (body !== undefined) valid(schema, body)
    } catch (fault) {
      complaints.push(`${station.party} ${path}: ${String(fault)}`)
    }
  })
  await page.goto(station.link)
  await expect(page.locator('.card .word')).toBeVisible()
  return page
}

const newest = (page: Page) => page.locator('.traffic ol button').first()

test.beforeAll(async ({ browser }) => {
  test.setTimeout(600_000)
  line = await foundLine()
  ;[blue, red] = [await open(browser, line.blue), await open(browser, line.red)]
})

test.afterAll(async () => {
  await Promise.all([blue?.context().close(), red?.context().close()])
  await line?.close()
})

test.afterEach(() => expect(complaints.splice(0)).toEqual([]))

test('two stations find each other, and each says so in its own language', async () => {
  test.setTimeout(60_000)
  await expect(blue.locator('.card .word')).toHaveText('WORKING', { timeout: 40_000 })
  await expect(red.locator('.card .word')).toHaveText('ДЕЙСТВУЕТ', { timeout: 40_000 })
})

test('the whole life of a FLASH: written, signed, arrived, alarmed, read back, and the author sees each step', async () => {
  await blue.keyboard.press('n')
  await blue.getByRole('radio', { name: 'EXERCISE' }).check()
  await blue.getByRole('radio', { name: 'FLASH' }).check()
  await blue.getByLabel('Text', { exact: true }).fill('EXERCISE. Ship 417 alters course to 180 at 0355 UTC. EXERCISE.')
  await blue.getByLabel(/Courtesy translation/).fill('УЧЕНИЕ. Корабль 417 меняет курс на 180 в 03:55 UTC. УЧЕНИЕ.')
  await blue.keyboard.press('Control+Enter')
  await blue.keyboard.press('Control+Enter')
  await expect(newest(blue)).toContainText('Ship 417 alters course')

  await expect(newest(red), 'a FLASH is on the other screen within seconds').toContainText('УЧЕНИЕ. Корабль 417 меняет курс', { timeout: 5000 })
  await expect(newest(red)).toContainText('УЧЕБНОЕ')
  await expect(newest(red)).toContainText('ВНЕ ВСЯКОЙ ОЧЕРЕДИ')
  await expect(red.getByText('Поступило сообщение «ВНЕ ВСЯКОЙ ОЧЕРЕДИ» (Z) от BLUE-OPS')).toBeVisible()
  await expect(newest(blue)).toContainText('RED: received by the station')

  await newest(red).click()
  await red.keyboard.press('u')
  await red.keyboard.type('Корабль 417, курс 180, 03:55 UTC')
  await expect(red.locator('.exact')).toContainText('content understood')
  await expect(red.locator('.exact')).toContainText('содержание понято')
  await red.keyboard.press('Control+Enter')
  await expect(red.locator('.receipts')).toContainText('содержание понято')

  const sent = blue.locator('.traffic ol button').filter({ hasText: 'Ship 417 alters course' })
  await expect(sent).toContainText('RED: content understood')
  await sent.click()
  await expect(blue.locator('.receipts')).toContainText('Read-back: «Корабль 417, курс 180, 03:55 UTC»')
})

test('silencing on one side says nothing to the other', async () => {
  const before = await blue.locator('.traffic ol li').count()
  await blue.keyboard.press('n')
  await blue.getByRole('radio', { name: 'EXERCISE' }).check()
  await blue.getByRole('radio', { name: 'FLASH' }).check()
  await blue.getByLabel('Text', { exact: true }).fill('EXERCISE. Second FLASH.')
  await blue.keyboard.press('Control+Enter')
  await blue.keyboard.press('Control+Enter')
  await expect(newest(red)).toContainText('Second FLASH')
  // At once: the alarm may not have come yet, and the press must count all the same.
  await red.keyboard.press('Escape')
  await red.keyboard.press('s')
  await expect(red.getByText(/звук здесь отключён с/)).toBeVisible()
  await expect(newest(red)).toContainText('Ожидается от нас: подтверждение')
  await expect(blue.locator('.traffic ol li')).toHaveCount(before + 1)
  await expect(newest(blue)).toContainText('RED: received by the station')
})

test('"not understood" reaches the author at once, and alarms there', async () => {
  await newest(red).click()
  await red.keyboard.press('x')
  await expect(red.locator('.exact')).toContainText('content not understood')
  await red.keyboard.press('Control+Enter')
  await expect(blue.locator('.traffic ol button').filter({ hasText: 'Second FLASH' })).toContainText('RED: content not understood')
  await expect(blue.getByText('RED-OPS has not understood our message')).toBeVisible()
})

test('a link test comes back word for word', async () => {
  await blue.keyboard.press('Escape')
  await blue.keyboard.press('t')
  await expect(blue.locator('.card')).toContainText('returned word for word')
})

test('a suspension by one side is shown on both, and the other cannot lift it; technically the line still works', async () => {
  await red.keyboard.press('Escape')
  await red.keyboard.press('l')
  await red.getByLabel('По решению').fill('Головной орган по диалогу')
  await red.getByLabel('Текст выше проверен').check()
  await red.getByRole('button', { name: 'Подписать и объявить приостановление' }).click()
  await expect(red.locator('.notice')).toContainText('ожидает второй подписи')
  await expect(blue.locator('.card .word'), 'one signature suspends nothing').toHaveText('WORKING')
  await line.red.release('1', 'second')
  await expect(blue.locator('.card .word')).toHaveText('SUSPENDED')
  await expect(blue.locator('.card')).toContainText('Suspended by decision of: Головной орган по диалогу (RED)')
  await expect(blue.locator('.card')).toContainText('Works since')
  await blue.keyboard.press('l')
  await expect(blue.getByText('Only RED can lift it.')).toBeVisible()
  await expect(red.locator('.card .word')).toHaveText('ПРИОСТАНОВЛЕНА')
  await red.keyboard.press('Escape')
  await red.keyboard.press('l')
  await red.getByRole('button', { name: 'Возобновить', exact: true }).click()
  await red.getByLabel('По решению').fill('Головной орган по диалогу')
  await red.getByLabel('Текст выше проверен').check()
  await red.getByRole('button', { name: 'Подписать и объявить возобновление' }).click()
  await expect(red.locator('.notice')).toContainText('ожидает второй подписи')
  await line.red.release('2', 'second')
  await expect(blue.locator('.card .word')).toHaveText('WORKING')
})

test('a short signal goes on two keys and a parameter, and is answered by one key', async () => {
  await red.keyboard.press('Escape')
  await blue.keyboard.press('Escape')
  await blue.keyboard.press('g')
  await blue.keyboard.type('t3')
  await expect(blue.locator('.signal.chosen')).toContainText('T3')
  for (const field of await blue.locator('[data-parameter]').all()) await field.fill('270')
  await expect(blue.locator('.exact p[lang="en"]'), 'what is signed is shown first').toContainText('270')
  await blue.keyboard.press('Control+Enter')
  await expect(newest(blue)).toContainText('T3')

  await expect(newest(red)).toContainText('T3', { timeout: 5000 })
  await newest(red).click()
  await red.keyboard.press('g')
  await expect(red.locator('.signal').first()).toContainText('ответ на открытое сообщение')
  await red.keyboard.press('1')
  await expect(red.locator('.exact p[lang="ru"]')).toContainText('Получено и понято')
  await red.keyboard.press('Enter')
  await expect(newest(red)).toContainText('ZL1')
  await expect(newest(blue)).toContainText('ZL1', { timeout: 5000 })
})

test('what is awaited stands in two lists, each with its time, and leads to its message', async () => {
  await red.keyboard.press('Escape')
  await red.keyboard.press('w')
  const ours = red.getByRole('region', { name: /^Ожидается от нас/ })
  await expect(ours.getByRole('button').first()).toContainText(/просьба направить до|ответа нет/)
  const number = (await ours.locator('.more').first().textContent())?.match(/BLUE-OPS-\d+-\d+/)?.[0]
  await ours.getByRole('button').first().click()
  await expect(red.locator('section.work')).toContainText(number ?? 'a number')
})

test('a draft survives the browser', async () => {
  await blue.keyboard.press('Escape')
  await blue.keyboard.press('n')
  await blue.getByLabel('Text', { exact: true }).fill('Half a thought')
  await expect(blue.getByText(/Draft kept on this desk/)).toBeVisible()
  await blue.reload()
  await newest(blue).waitFor()
  await blue.keyboard.press('n')
  await blue.getByLabel('Drafts').selectOption({ index: 1 })
  await expect(blue.getByLabel('Text', { exact: true })).toHaveValue('Half a thought')
  await blue.getByRole('button', { name: 'Discard the draft' }).click()
})

test('the real pages have no fault that axe can find', async () => {
  for (const page of [blue, red]) {
    await page.keyboard.press('Escape')
    await newest(page).click()
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join('\n')}`)).toEqual([])
  }
})

test('a station that is killed is lost on its own screen, and all is there when it is back', async () => {
  test.setTimeout(90_000)
  const before = await blue.locator('.traffic ol li').count()
  await line.blue.kill()
  await expect(blue.getByRole('alert').filter({ hasText: 'THIS SCREEN HAS LOST ITS STATION' })).toBeVisible()
  await line.blue.start()
  // A station that starts anew knows no session, and its screen must not look as if it watched.
  await expect(blue.getByRole('alert').filter({ hasText: 'The session has ended' })).toBeVisible({ timeout: 30_000 })
  await blue.goto(line.blue.link)
  await expect(blue.locator('.card .word')).toHaveText('WORKING', { timeout: 60_000 })
  await expect(blue.locator('.traffic ol li')).toHaveCount(before)
})

test('a counterpart that is killed is unanswered, in big letters', async () => {
  test.setTimeout(240_000)
  await line.red.kill()
  await expect(blue.locator('.card .word')).toHaveText('NO ANSWER', { timeout: 200_000 })
  await expect(blue).toHaveTitle(/‼ NO ANSWER/)
})
