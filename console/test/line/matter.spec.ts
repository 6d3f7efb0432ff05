import { covered, expect, overflowing, setLanguage, test } from './desk'
import type { Entry, RealStation } from './stations'

const OFFICE = { title: 'Duty officer, operations centre', capacity: 'files notices, receipts and warnings at any hour' }
const UA = {
  activity: 'concentration',
  area: { circle: { centre: '54-20.0N 020-30.0E', radius: '25 km' } },
  observed: '180600ZNOV26..201800ZNOV26',
  concern: 'Columns were seen to assemble on three days.',
  questions: ['What is the purpose?', 'When does it end?'],
}
const UR = {
  nature: 'check',
  area: { circle: { centre: '54-20.0N 020-30.0E', radius: '30 km' } },
  period: '180400ZNOV26..261800ZNOV26',
  answers: ['Проверка готовности.', 'Через неделю.'],
}

/** Files a drill of a format: one seat proposes it, the other signs. */
async function file(station: RealStation, format: string, fields: object, re?: string): Promise<Entry> {
  const { offices } = await station.ask<{ offices: object[] }>('GET', '/status')
  const said = { class: 'EXERCISE', ...(re === undefined ? {} : { re }), office: offices[0], act: { type: 'notification', format, fields } }
  const { id } = await station.ask<{ id: string }>('POST', '/entries', 'Release', said)
  await station.release(id, 'second')
  const { entry } = await station.ask<{ entry: string }>('GET', `/releases/${id}`, 'Release')
  return station.ask<Entry>('GET', `/entries/${entry}`, 'Entry')
}

const held = (station: RealStation, reference: string) => expect.poll(() => station.ask('GET', `/entries/${reference}`).then(() => true, () => false), { timeout: 20_000 }).toBe(true)

/** Asked by BLUE, answered by RED, corrected by RED; and then so much is said that the newest page does not hold it all. */
test('a long matter shows what was changed, how far its translations are, and answers the entry that is meant', async ({ desk, line }) => {
  test.slow()
  const asked = await file(line.blue, 'UA', UA)
  await held(line.red, asked.reference)
  const reply = await file(line.red, 'UR', UR, asked.reference)
  const corrected = await file(
    line.red,
    'CR',
    { message: reply.message_number, kind: 'correct', effective: '221200ZNOV26', changes: [{ field: 'nature', was: 'check', now: 'exercise' }] },
    reply.reference,
  )
  await held(line.blue, corrected.reference)
  const { offices } = await line.red.ask<{ offices: object[] }>('GET', '/status')
  const spoken = (text: string) =>
    line.red.ask<Entry>('POST', '/entries', 'Entry', { class: 'EXERCISE', precedence: 'ROUTINE', re: asked.reference, office: offices[0], act: { type: 'message', language: 'ru', text } })
  for (let i = 1; i <= 102; i++) await spoken(`Слово ${i}.`)
  const last = await spoken('Последнее слово.')
  await held(line.blue, last.reference)
  await line.blue.ask('PUT', `/entries/${last.reference}/translations`, 'TranslationSheet', { part: '', language: 'en', revision: 0, office: OFFICE, text: 'The last word.' })

  await desk.evaluate((reference) => (location.hash = `#/matters/${reference}`), asked.reference)
  const timeline = desk.locator('ol.timeline > li')
  await expect(timeline).toHaveCount(100)
  await expect(timeline.last()).toContainText('Последнее слово.')
  await expect(timeline.last()).toContainText('The last word.')
  await expect(timeline.last()).toContainText('draft')
  await expect(timeline.first()).toContainText('no translation yet')

  const history = desk.locator('section.history')
  await expect(history).toContainText('readiness inspection')
  await expect(history).toContainText('exercise')
  await expect(history).toContainText(corrected.message_number)
  await expect(history).toContainText('RED')
  await expect(desk.locator('article.sheet')).not.toContainText('.0000') // no reference where a number is meant

  // The closing statement answers the request, which is not on the page that is shown.
  await expect(desk.locator('aside a[href*="#/file/UC"]')).toHaveAttribute('href', new RegExp(`re=${asked.reference.replaceAll('.', '\\.')}`))

  await desk.locator('.earlier button').click()
  await expect(timeline).toHaveCount(106)
  await expect(timeline.first()).toContainText(asked.message_number)
  for (const language of ['en', 'ru', 'uk']) {
    await setLanguage(desk, language)
    await expect(history).toBeVisible()
    expect(await overflowing(desk)).toEqual([])
    expect(await covered(desk)).toEqual([])
  }
  await setLanguage(desk, 'en')
})
