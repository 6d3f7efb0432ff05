import { readFileSync, writeFileSync } from 'node:fs'
import { covered, expect, overflowing, setLanguage, test, watched } from './desk'

/** The two stations never run at once here: what BLUE says reaches RED on the medium alone. */
test('what is said goes by courier from one console to the other, and a damaged file is refused by name', async ({ desk, line, browser }, info) => {
  test.slow()
  await line.red.kill()
  const words = 'The line is silent; this goes by hand.'
  const said = await line.blue.say(words, { class: 'SERVICE', precedence: 'ROUTINE', language: 'en' })

  await desk.evaluate(() => (location.hash = '#/links'))
  await desk.getByRole('link', { name: 'By courier' }).click({ timeout: 8000 })
  await desk.getByRole('button', { name: 'Choose what goes along' }).click()
  await expect(desk.locator('.parts a')).toHaveCount(1)
  await expect(desk.getByText('for RED-OPS, in 1 courier file.')).toBeVisible()
  const [download] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('button', { name: 'Save the file' }).click()])
  expect(download.suggestedFilename()).toMatch(/^BLUE-OPS-RED-OPS-[0-9a-f]{16}-000001\.courier$/)
  await expect(desk.getByText('Saved: 1 of 1')).toBeVisible()
  const whole = info.outputPath(download.suggestedFilename())
  await download.saveAs(whole)
  const damaged = info.outputPath('damaged.courier')
  const bytes = readFileSync(whole)
  writeFileSync(damaged, bytes.fill(0, bytes.length - 40))
  for (const language of ['en', 'ru', 'uk']) {
    await setLanguage(desk, language)
    expect(await overflowing(desk)).toEqual([])
    expect(await covered(desk)).toEqual([])
  }
  await setLanguage(desk, 'en')
  await line.blue.kill()
  await line.red.start()

  const red = await (await browser.newContext()).newPage()
  const complaints = await watched(red, line.red.console)
  await red.goto(line.red.link)
  await setLanguage(red, 'ru')
  await red.evaluate(() => (location.hash = '#/links/courier'))
  await red.locator('input[type=file]').setInputFiles([damaged, whole])
  const row = (file: string) => red.locator('tbody tr').filter({ hasText: file })
  await expect(row('damaged.courier')).toContainText('TG-2131')
  await expect(row('damaged.courier')).toContainText('не принят')
  await expect(row('000001.courier')).toContainText('BLUE-OPS')
  await expect(row('000001.courier')).toContainText('принят')
  expect(await overflowing(red)).toEqual([])
  await red.evaluate(() => (location.hash = '#/'))
  await expect(red.locator('.traffic ol')).toContainText(words)
  expect((await line.red.ask<{ message_number: string }>('GET', `/entries/${said.reference}`, 'Entry')).message_number).toBe(said.message_number)

  // Taken again it changes nothing.
  await red.evaluate(() => (location.hash = '#/links/courier'))
  await red.locator('input[type=file]').setInputFiles([whole])
  await expect(row('000001.courier')).toContainText('новых записей: 0')
  await red.context().close()
  await line.blue.start()
  expect(complaints).toEqual([])
})
