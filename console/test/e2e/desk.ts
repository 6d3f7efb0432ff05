import { test as base, expect, type Page } from '@playwright/test'
import { FixtureStation, TOKEN } from '../fixture/station.mjs'

export { expect, TOKEN }

/** A station of its own for each test, and a page that complains of nothing: no script error, no breach of the policy, no foreign request. */
export const test = base.extend<{ station: FixtureStation; address: string; desk: Page }>({
  station: async ({}, use) => {
    const station = new FixtureStation({ heartbeatMs: 1000 })
    await use(station)
    await station.stop()
  },
  address: async ({ station }, use) => use(await station.start()),
  desk: async ({ page, address, context }, use) => {
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text())
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(address)) complaints.push(`a request to ${request.url()}`)
    })
    await context.addInitScript(() => localStorage.setItem('torgau.theme', localStorage.getItem('torgau.theme') ?? 'light'))
    await page.goto(`${address}/#token=${TOKEN}`)
    await expect(page.locator('.traffic ol button').first()).toBeVisible()
    await use(page)
    expect(complaints).toEqual([])
  },
})

export async function setLanguage(page: Page, language: string): Promise<void> {
  await page.locator('header select').first().selectOption(language)
}
