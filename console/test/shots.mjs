// Takes pictures of the page for looking at it critically: node test/shots.mjs DIRECTORY
import { chromium } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { FixtureStation, TOKEN } from './fixture/station.mjs'
import { counterpart, suspension } from './fixture/traffic.mjs'

const out = process.argv[2]
mkdirSync(out, { recursive: true })
const args = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args })
const station = new FixtureStation()
const address = await station.start()

async function page(language, theme) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  await context.addInitScript(([l, t]) => { localStorage.setItem('torgau.language', l); localStorage.setItem('torgau.theme', t) }, [language, theme])
  const p = await context.newPage()
  p.on('console', (m) => m.type() === 'error' && console.error('page:', m.text()))
  p.on('pageerror', (e) => console.error('page:', e.message))
  await p.goto(`${address}/#token=${TOKEN}`)
  await p.locator('.traffic ol button').first().waitFor()
  return p
}
const shot = async (p, name) => { await p.waitForTimeout(350); await p.screenshot({ path: `${out}/${name}.png` }) }

for (const [language, theme] of [['en', 'light'], ['ru', 'dark'], ['uk', 'light']]) {
  const p = await page(language, theme)
  await shot(p, `1-home-${language}-${theme}`)
  await p.keyboard.press('j')
  await shot(p, `2-flash-${language}-${theme}`)
  await p.keyboard.press('u')
  await p.keyboard.type('Ship 417 is to alter course to 180 now; fire ceased until 0355Z')
  await p.waitForTimeout(500)
  await shot(p, `3-understood-${language}-${theme}`)
  await p.keyboard.press('Escape')
  await p.keyboard.press('x')
  await shot(p, `4-not-understood-${language}-${theme}`)
  await p.keyboard.press('Escape')
  await p.keyboard.press('n')
  await p.getByRole('radio').nth(3).check()
  await p.getByRole('radio').nth(5).check()
  await p.locator('#text').fill('Ship 417 altering course to 180 now. Speed 14 knots. Next word at 0355 UTC.')
  await p.locator('#courtesy').fill('Корабль 417 ложится на курс 180. Скорость 14 узлов. Следующее сообщение в 03:55 UTC.')
  await p.waitForTimeout(900)
  await shot(p, `5-compose-${language}-${theme}`)
  await p.keyboard.press('Control+Enter')
  await shot(p, `6-review-${language}-${theme}`)
  await p.keyboard.press('Escape')
  await p.keyboard.press('Escape')
  for (const [i, name] of [[3, 'out'], [5, 'exercise'], [6, 'principal']]) {
    await p.locator('.traffic ol button').nth(i).click()
    await shot(p, `7-${name}-${language}-${theme}`)
  }
  await p.keyboard.press('l')
  await shot(p, `8-suspension-${language}-${theme}`)
  await p.keyboard.press('Escape')
  await p.keyboard.press('Shift+?')
  await shot(p, `9-keys-${language}-${theme}`)
  await p.close()
}
const p = await page('en', 'light')
const states = { unanswered: { headline: 'unanswered', technical: 'unanswered' }, fault: { headline: 'technical_fault', technical: 'technical_fault', declared_by: 'RED' }, unmet: { headline: 'not_yet_met', technical: 'not_yet_met', bearers: [], last_link_test: { reference: 'RED-OPS.99aa00ff.9', at: new Date().toISOString(), by: 'us', result: 'missed' } }, suspended: { headline: 'suspended', suspensions: [suspension('RED')] } }
for (const [name, change] of Object.entries(states)) {
  station.line({ counterparts: [counterpart(change)], suspensions: change.suspensions ?? [] })
  await shot(p, `state-${name}`)
}
station.line({ counterparts: [counterpart(), counterpart({ party: 'GREEN', station: 'GREEN-HQ', headline: 'unanswered', technical: 'unanswered' }), counterpart({ party: 'WHITE', station: 'WHITE-1', ...states.suspended })], suspensions: [] })
await shot(p, 'state-three')
await station.stop()
await p.waitForTimeout(500)
await shot(p, 'state-lost')
await browser.close()
