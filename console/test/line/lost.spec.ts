import { expect, newest, test } from './desk'

test('a station that is cut off is as loud as a dead line, nothing can be sent, and all comes back by itself', async ({ desk, line }) => {
  await desk.locator('.traffic ol button').filter({ hasText: 'Acknowledgement awaited from us' }).first().click()
  await expect(desk.getByRole('button', { name: /Understood/ })).toBeEnabled()
  line.screen.cut()
  await expect(desk.getByRole('alert').filter({ hasText: 'THIS SCREEN HAS LOST ITS STATION' })).toBeVisible()
  await expect(desk).toHaveTitle(/STATION LOST/)
  await expect(desk.getByRole('button', { name: /New message/ })).toBeDisabled()
  await expect(desk.getByRole('button', { name: /Understood/ })).toBeDisabled()
  await desk.keyboard.press('n')
  await expect(desk.getByLabel('Text')).toHaveCount(0)
  line.screen.through()
  await expect(desk.locator('.card .word')).toHaveText('WORKING', { timeout: 30_000 })
  await expect(desk.getByRole('button', { name: /New message/ })).toBeEnabled()
})

test('a station that goes silent without closing the connection is lost after three heartbeats', async ({ desk, line }) => {
  test.slow()
  line.screen.hold()
  await expect(desk.getByRole('alert').filter({ hasText: 'LOST ITS STATION' })).toBeVisible({ timeout: 40_000 })
})

test('what arrives while the screen was away is there when it comes back', async ({ desk, line }) => {
  line.screen.cut()
  await expect(desk.getByRole('alert').filter({ hasText: 'LOST ITS STATION' })).toBeVisible()
  await line.red.say('Пришло, пока экран молчал.')
  line.screen.through()
  await expect(newest(desk)).toContainText('Пришло, пока экран молчал', { timeout: 30_000 })
})
