import { axe, covered, expect, overflowing, setLanguage, test } from './desk'

test('the order to receive only is given and ended in the page, and stands across every page while it lasts', async ({ desk, line }) => {
  test.slow()
  await desk.evaluate(() => (location.hash = '#/links'))
  const until = desk.getByLabel('Until (UTC)')
  await until.fill('no time at all')
  await expect(desk.getByRole('button', { name: 'Send nothing from now on' })).toBeDisabled()
  const begin = desk.getByRole('button', { name: 'Send nothing from now on' })
  await until.fill('+2h')
  await expect(begin).toBeDisabled() // nobody was told yet
  await desk.getByRole('link', { name: 'Declare it' }).click()
  await desk.locator('[data-field="paths"]').getByRole('checkbox').first().check()
  await expect(desk.locator('.said .sentence').first()).toContainText('we receive only and send nothing')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.locator('.looking')).toBeVisible()
  await desk.keyboard.press('Control+Enter')
  await expect(desk).toHaveURL(/#\/matters\//)
  await desk.evaluate(() => (location.hash = '#/links'))
  await until.fill('+2h')
  await begin.click()

  const banner = desk.getByRole('status', { name: 'RECEIVE ONLY' })
  await expect(banner).toContainText('This station sends nothing to other stations.', { timeout: 20_000 })
  await expect(banner).toContainText('No path receives')
  await expect(desk.locator('[data-line=receive_only]').first()).toBeVisible()
  const words = 'It waits until the order ends.'
  await line.blue.say(words, { class: 'SERVICE', precedence: 'ROUTINE', language: 'en' })
  await expect(desk.getByText('Waits, because this station only receives')).toBeVisible()
  await expect(desk.locator('.notice')).toBeEmpty({ timeout: 20_000 })
  for (const language of ['ru', 'uk', 'en']) {
    await setLanguage(desk, language)
    expect(await overflowing(desk)).toEqual([])
    expect(await covered(desk)).toEqual([])
    expect(await axe(desk)).toEqual([])
  }
  for (const page of ['#/matters', '#/']) {
    await desk.evaluate((hash) => (location.hash = hash), page)
    await expect(banner).toBeVisible()
  }

  await desk.evaluate(() => (location.hash = '#/links'))
  await desk.getByRole('button', { name: 'Send again …' }).click()
  await desk.getByRole('button', { name: 'Send again', exact: true }).click()
  await expect(banner).toBeHidden()
  await expect(desk.getByText('Receive-only has ended')).toBeVisible()
  await expect(desk.locator('[data-line=working]').first()).toBeVisible({ timeout: 30_000 })
  await expect.poll(async () => JSON.stringify(await line.red.ask('GET', '/entries?before=end&limit=20', 'EntryPage')), { timeout: 30_000 }).toContain(words)
})
