import { expect, newest, test } from './desk'

test('the token of the printed link leaves the address at once and is kept nowhere in the page', async ({ desk, line, context }) => {
  expect(desk.url()).toBe(`${line.blue.console}/`)
  expect(await desk.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(line.blue.token)
  const [cookie] = await context.cookies()
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
  expect(cookie?.value).not.toContain(line.blue.token)
})

test('a wrong token is refused with the way out; the right one opens the watch', async ({ page, line }) => {
  await page.goto(line.blue.console)
  await page.getByLabel('Token').fill('not-the-token-of-this-station')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('Copy it as the station printed it')
  await page.getByLabel('Token').fill(line.blue.token)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Traffic' })).toBeVisible()
})

test('a link opened in a window that is signed in already loses its token at once too', async ({ desk, line }) => {
  await desk.goto(line.blue.link)
  await expect(desk).toHaveURL(`${line.blue.console}/`)
  await expect(desk.locator('.card .word')).toBeVisible()
})

test('a reload needs no token; after signing out it does', async ({ desk }) => {
  await desk.reload()
  await expect(newest(desk)).toBeVisible()
  await desk.getByRole('button', { name: 'Sign out' }).click()
  await desk.reload()
  await expect(desk.getByRole('heading', { name: 'Sign in to the station' })).toBeVisible()
})

test('the fonts of both alphabets, and all else, come from the station', async ({ desk }) => {
  expect(await desk.evaluate(() => document.fonts.ready.then(() => document.fonts.check('16px "IBM Plex Sans"', 'Їжак Щит')))).toBe(true)
  const from = await desk.evaluate(() => performance.getEntriesByType('resource').map((r) => new URL(r.name).origin))
  expect(new Set(from)).toEqual(new Set([new URL(desk.url()).origin]))
})
