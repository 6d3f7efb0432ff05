import { test as base, type Browser, type Page } from '@playwright/test'
import { expect, newest, watched } from './desk'
import { foundLine, ROUTINE, type RealLine } from './stations'

/** A line of its own: where officers have begun, no token opens the console again. */
const test = base.extend<{ line: RealLine }>({
  line: async ({}, use) => {
    const line = await foundLine()
    await use(line)
    await line.close()
  },
})

const NAMES = { anna: 'Maj Anna Berg', boris: 'Maj Boris Falk', watch: 'Cdr Hall', relief: 'Lt Moss', reader: 'Capt Ives' } as const
type Id = keyof typeof NAMES

/** A browser with a passkey of its own in it, as Chromium simulates one. */
async function desk(browser: Browser, line: RealLine): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  const keys = await page.context().newCDPSession(page)
  await keys.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } as const
  await keys.send('WebAuthn.addVirtualAuthenticator', { options })
  await watched(page, line.blue.console)
  await page.goto(line.blue.console)
  return page
}

/** What the administrators are made with: the token of the home. */
async function invited(line: RealLine, id: Id, ...roles: string[]): Promise<string> {
  const added = await line.blue.ask<{ revision: number }>('POST', '/officers', 'OfficerKept', { id, name: NAMES[id], seat: 'first', roles })
  return (await line.blue.ask<{ code: string }>('POST', `/officers/${id}/invitation`, 'OfficerInvitation', { revision: added.revision })).code
}

async function typed(page: Page, id: Id, code: string): Promise<void> {
  await page.getByLabel('Id', { exact: true }).fill(id)
  await page.getByLabel('Code of the invitation').fill(code)
  await page.getByRole('button', { name: 'Enrol a passkey' }).click()
}

async function enrolled(page: Page, id: Id, code: string): Promise<void> {
  await page.getByRole('button', { name: 'I have an invitation' }).click()
  await typed(page, id, code)
  await expect(page.getByRole('heading', { name: 'Sign in to the station' })).toBeVisible()
}

async function signedIn(page: Page, id: Id): Promise<void> {
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.locator('header .officer')).toHaveText(NAMES[id])
}

const at = (page: Page, where: string) => page.evaluate((hash) => (location.hash = hash), where)
const row = (page: Page, id: Id) => page.getByRole('row', { name: NAMES[id] })

test('officers are invited by two, enrol passkeys, lock and unlock, take the watch, sign second, and are named in the audit', async ({ line, browser }) => {
  test.setTimeout(240_000)
  await line.red.say('Доброе утро. Оба канала в норме.')
  const codes = { relief: await invited(line, 'relief', 'watch_officer', 'releaser'), reader: await invited(line, 'reader', 'auditor') }
  const [anna, boris, watch] = [await desk(browser, line), await desk(browser, line), await desk(browser, line)]
  await enrolled(anna, 'anna', await invited(line, 'anna', 'administrator'))
  await enrolled(boris, 'boris', await invited(line, 'boris', 'administrator'))
  await signedIn(boris, 'boris') // officers have begun with his passkey, and his page knows it
  await anna.getByLabel('Token').fill(line.blue.token)
  await anna.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(anna.getByRole('alert').filter({ hasText: 'TG-6140' })).toBeVisible()
  await signedIn(anna, 'anna')

  // One administrator adds and asks, the other confirms and has the code.
  await at(anna, '#/officers')
  await anna.getByLabel('Id', { exact: true }).fill('watch')
  await anna.getByLabel('Name and rank').fill(NAMES.watch)
  for (const role of ['watch officer', 'releaser']) await anna.getByRole('checkbox', { name: new RegExp(role, 'i') }).check()
  await anna.getByRole('button', { name: 'Add an officer' }).click()
  await row(anna, 'watch').getByRole('button', { name: 'Invite' }).click()
  await expect(anna.getByRole('status').filter({ hasText: 'a second administrator must confirm this' })).toBeVisible()
  await at(boris, '#/officers')
  await row(boris, 'watch').getByRole('button', { name: 'Invite' }).click()
  const shown = boris.getByRole('status').filter({ hasText: 'It is shown this once' })
  const code = /code ([A-Z2-9-]+)/.exec((await shown.textContent()) ?? '')?.[1] ?? ''

  // A wrong code is refused in words; the right one makes a passkey.
  await watch.getByRole('button', { name: 'I have an invitation' }).click()
  await typed(watch, 'watch', 'AAAA-AAAA-AAAA')
  await expect(watch.getByRole('alert').filter({ hasText: 'TG-6142' })).toBeVisible()
  await typed(watch, 'watch', code)
  await expect(watch.getByRole('heading', { name: 'Sign in to the station' })).toBeVisible()
  await signedIn(watch, 'watch')

  // Locked, the line and that a FLASH is there are seen, and nothing of what it says.
  await watch.keyboard.press('F9')
  await expect(watch.getByRole('heading', { name: 'The console is locked' })).toBeVisible()
  await line.red.say('Человек за бортом у парома.', { ...ROUTINE, precedence: 'FLASH' })
  await expect(watch.getByText('1 FLASH is here')).toBeVisible({ timeout: 30_000 })
  await expect(watch.getByRole('listitem').filter({ hasText: 'RED-OPS' })).toBeVisible()
  await expect(watch.getByText('за бортом')).toHaveCount(0)
  await watch.getByRole('button', { name: 'Unlock' }).click()
  await expect(newest(watch)).toContainText('за бортом')

  await at(watch, '#/log')
  await watch.getByRole('button', { name: 'Take the watch' }).click()
  await expect(watch.locator('.held')).toContainText(NAMES.watch)

  // A FLASH that two release: the second signature is another person's, at the same seat.
  const text = 'Our boat has him. He is well.'
  const id = await watch.evaluate(async (said) => {
    const body = { class: 'FORMAL', precedence: 'FLASH', office: { title: 'Duty officer', capacity: 'duty office' }, act: { type: 'message', language: 'en', text: said } }
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() }
    return ((await (await fetch('/api/v1/entries', { method: 'POST', headers, body: JSON.stringify(body) })).json()) as { id: string }).id
  }, text)
  await at(watch, `#/releases/${id}`)
  await expect(watch.getByRole('region', { name: 'Exactly this will be signed' })).toBeVisible()
  await expect(watch.getByText('TG-6145')).toBeVisible()
  const refused = await watch.evaluate(async (of) => {
    const body = JSON.stringify({ digest: '0'.repeat(64) })
    return (await fetch(`/api/v1/releases/${of}/sign`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })).status
  }, id)
  expect(refused).toBe(403)
  const relief = await desk(browser, line)
  await enrolled(relief, 'relief', codes.relief)
  await signedIn(relief, 'relief')
  await at(relief, `#/releases/${id}`)
  await expect(relief.getByRole('region', { name: 'Exactly this will be signed' })).toBeVisible()
  await relief.keyboard.press('Control+Enter')
  await expect.poll(async () => (await line.red.newest())?.act.text, { timeout: 30_000 }).toBe(text)

  const reader = await desk(browser, line)
  await enrolled(reader, 'reader', codes.reader)
  await signedIn(reader, 'reader')
  await at(reader, '#/audit')
  const signed = reader.getByRole('row', { name: new RegExp(`POST /api/v1/releases/${id}/sign`) })
  await expect(signed.filter({ hasText: '200' })).toContainText(NAMES.relief)
  await expect(signed.filter({ hasText: 'TG-6145' })).toContainText(NAMES.watch)

  // Whoever is suspended is out, and the passkey opens nothing.
  await at(anna, '#/log')
  await at(anna, '#/officers') // the list that she had was read before he enrolled
  await row(anna, 'watch').getByRole('button', { name: 'Suspend' }).click()
  await expect(row(anna, 'watch')).toContainText('suspended')
  await expect(watch.getByText('The session has ended.')).toBeVisible({ timeout: 90_000 })
  await watch.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(watch.getByRole('alert').filter({ hasText: 'TG-6141' })).toBeVisible()
})
