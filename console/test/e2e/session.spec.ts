import { expect, test, TOKEN } from './desk'

test('the token of the printed link leaves the address at once and is kept nowhere in the page', async ({ desk, address, context }) => {
  expect(desk.url()).toBe(`${address}/`)
  expect(await desk.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(TOKEN)
  const [cookie] = await context.cookies()
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
  expect(cookie?.value).not.toContain(TOKEN)
})

test('a wrong token is refused with the way out; the right one opens the watch', async ({ page, address }) => {
  await page.goto(address)
  await page.getByLabel('Token').fill('not-the-token-of-this-station')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('Copy it as the station printed it')
  await page.getByLabel('Token').fill(TOKEN)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Traffic' })).toBeVisible()
})

test('a link opened in a window that is signed in already loses its token at once too', async ({ desk, address }) => {
  await desk.goto(`${address}/#token=${TOKEN}`)
  await expect(desk).toHaveURL(`${address}/`)
  await expect(desk.locator('.card .word')).toHaveText('WORKING')
})

test('a reload needs no token; after signing out it does', async ({ desk }) => {
  await desk.reload()
  await expect(desk.locator('.traffic ol button').first()).toBeVisible()
  await desk.getByRole('button', { name: 'Sign out' }).click()
  await desk.reload()
  await expect(desk.getByRole('heading', { name: 'Sign in to the station' })).toBeVisible()
})
