import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { counterpart, make, suspension } from '../fixture/traffic.mjs'
import { expect, setLanguage, test } from './desk'

const panes: Record<string, (desk: Page) => Promise<void>> = {
  'the watch': async () => {},
  'a FLASH': async (desk) => desk.keyboard.press('j'),
  'an acknowledgement of it': async (desk) => {
    await desk.keyboard.press('x')
    await desk.locator('.exact p').nth(2).waitFor()
  },
  'a message being written': async (desk) => desk.keyboard.press('n'),
  'a suspension': async (desk) => desk.keyboard.press('l'),
  'the keys': async (desk) => desk.keyboard.press('F1'),
}

/** Elements whose content is wider than their box, except where a text is meant to be cut with an ellipsis or to scroll. */
function overflowing() {
  const wide = [...document.querySelectorAll<HTMLElement>('body *')].filter((e) => {
    const style = getComputedStyle(e)
    return e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 && style.display !== 'inline' && style.textOverflow !== 'ellipsis' && !/SELECT|OPTION|INPUT|svg/.test(e.tagName)
  })
  return wide.map((e) => `${e.tagName}.${e.className}: ${e.textContent?.trim().slice(0, 60)}`)
}

for (const [language, theme] of [['en', 'light'], ['ru', 'dark'], ['uk', 'light']] as const) {
  test(`every pane in ${language}, ${theme}: nothing wider than its box, axe finds nothing`, async ({ desk, station }) => {
    test.slow()
    await setLanguage(desk, language)
    await desk.locator('header select').nth(1).selectOption(theme)
    station.line({ counterparts: [counterpart({ suspensions: [suspension('RED')], headline: 'suspended' }), counterpart({ party: 'GREEN', station: 'GREEN-HQ', headline: 'unanswered', technical: 'unanswered' })], suspensions: [suspension('RED')] })
    for (const [name, open] of Object.entries(panes)) {
      await desk.keyboard.press('Escape')
      await open(desk)
      expect(await desk.evaluate(overflowing), name).toEqual([])
      const { violations } = await new AxeBuilder({ page: desk }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
      expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.html.slice(0, 120)} ${n.failureSummary}`).join('\n')}`), name).toEqual([])
    }
  })
}

for (const [width, height, language] of [[1024, 768, 'ru'], [390, 844, 'uk']] as const) {
  test(`an endless text under a storm of alarms, ${width} wide in ${language}: nothing is cut off, axe finds nothing`, async ({ desk, station }) => {
    test.slow()
    await desk.setViewportSize({ width, height })
    await setLanguage(desk, language)
    const endless = `${'Весьма длинное сообщение. '.repeat(60)} ${'А'.repeat(300)}`
    const RED = { party: 'RED', station: 'RED-OPS', office: 'Оперативный дежурный командного центра', capacity: 'направляет уведомления круглосуточно' }
    station.arrive(make(60, 0, RED, 'PRINCIPAL', 'FLASH', { type: 'message', language: 'ru', text: endless, subject: 'О'.repeat(250), courtesy: [{ language: 'en', text: 'x'.repeat(400) }] }, { awaiting_acknowledgement: true, opened_at: undefined }))
    for (let i = 0; i < 9; i++) {
      const kind = i % 2 === 0 ? { kind: 'flash_arrived', precedence: 'FLASH' } : { kind: 'link_test_missed', precedence: 'PRIORITY', code: 'TG-2201', detail: 'link test of 2026-11-22T03:00:00.000Z was missed' }
      station.alarm({ id: `b${i}`, ...kind, raised_at: new Date().toISOString(), station: 'RED-OPS' })
    }
    await expect(desk.locator('.traffic ol button').first()).toContainText('ООО')
    await expect(desk.locator('li.sounding')).toHaveCount(10)
    await desk.keyboard.press('j')
    await expect(desk.locator('article')).toContainText('Весьма длинное')
    for (const open of [async () => {}, async () => desk.keyboard.press('x'), async () => desk.keyboard.press('n')]) {
      await desk.keyboard.press('Escape')
      await open()
      expect(await desk.evaluate(overflowing)).toEqual([])
      const { violations } = await new AxeBuilder({ page: desk }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
      expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.html.slice(0, 120)} ${n.failureSummary}`).join('\n')}`)).toEqual([])
    }
  })
}

test('no key of a text shows through in any language', async ({ desk }) => {
  for (const language of ['en', 'ru', 'uk']) {
    await setLanguage(desk, language)
    expect(await desk.locator('body').innerText()).not.toMatch(/\b(console|stage|class|precedence|line|alarm|act)\.[a-z_]+/i)
  }
})

test('the fonts of both alphabets come from the station', async ({ desk }) => {
  expect(await desk.evaluate(() => document.fonts.ready.then(() => document.fonts.check('16px "IBM Plex Sans"', 'Їжак Щит')))).toBe(true)
  const from = await desk.evaluate(() => performance.getEntriesByType('resource').map((r) => new URL(r.name).origin))
  expect(new Set(from)).toEqual(new Set([new URL(desk.url()).origin]))
})
