import { expect, test } from '@playwright/test'
import { newest, slowPages, watched } from './desk'
import { foundLine, MANY } from './stations'

test('a station that holds 100,000 entries is watched and worked with as quickly as one that has just begun', async ({ page }) => {
  test.setTimeout(600_000)
  const line = await foundLine(MANY)
  try {
    const complaints = await watched(page, line.blue.console)
    await page.goto(line.blue.link)
    await expect(newest(page)).toBeVisible()
    const { feeds } = await line.blue.ask<{ feeds: { head_sequence: number }[] }>('GET', '/journal/heads')
    expect(feeds.reduce((sum, feed) => sum + feed.head_sequence, 0)).toBeGreaterThanOrEqual(MANY)
    expect(await slowPages(page)).toEqual([])
    expect(await page.locator('body *').count(), 'long lists are not drawn whole').toBeLessThan(10_000)
    await line.red.say('Новое после ста тысяч.')
    await page.keyboard.press('Digit1')
    await expect(newest(page)).toContainText('Новое после ста тысяч')
    expect(complaints).toEqual([])
  } finally {
    await line.close()
  }
})
