import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Entry } from '../../src/lib/api'
import { dayMatter, unread, wireLines } from '../../src/lib/wire'

/** Requirement 15: the orderwire apart from formal traffic. */
describe('the orderwire', () => {
  const entry = (reference: string, time: string, procedure: string, more: Partial<Entry> = {}) =>
    ({ reference, matter: reference, time, direction: 'in', act: { type: 'notification', procedure, format: procedure, language: 'ru', title: { en: 'Line' }, fields: [{ name: 'text', written: 'К приёму готов.' }] }, ...more }) as unknown as Entry
  const NOW = Date.parse('2026-11-23T01:40:00Z')

  test('holds no other service traffic', () =>
    expect(wireLines([entry('1', '2026-11-23T01:00:00Z', 'SV'), entry('2', '2026-11-23T01:01:00Z', 'OW')]).map((l) => l.entry.reference)).toEqual(['2']))

  test('says the text as it was typed, in its author’s language', () => {
    const [line] = wireLines([entry('1', '2026-11-23T01:00:00Z', 'OW')])
    expect([line?.text, line?.language]).toEqual(['К приёму готов.', 'ru'])
  })

  test('is one matter a day: a line joins the first of this day, not one of yesterday, and not one that is void', () => {
    const yesterday = entry('1', '2026-11-22T23:59:00Z', 'OW')
    const unheard = entry('2', '2026-11-23T00:10:00Z', 'OW', { void: { code: 'TG-4017' } })
    const [first, answer] = [entry('3', '2026-11-23T00:20:00Z', 'OW'), entry('4', '2026-11-23T00:21:00Z', 'OW', { matter: '3' })]
    expect(dayMatter(wireLines([yesterday, unheard]), NOW)).toBeUndefined()
    expect(dayMatter(wireLines([yesterday, unheard, first, answer]), NOW)).toBe('3')
  })

  test('counts as new what others said and nobody here has opened', () => {
    const lines = wireLines([entry('1', '2026-11-23T01:00:00Z', 'OW', { opened_at: '2026-11-23T01:01:00Z' }), entry('2', '2026-11-23T01:02:00Z', 'OW', { direction: 'out' }), entry('3', '2026-11-23T01:03:00Z', 'OW')])
    expect(unread(lines).map((l) => l.entry.reference)).toEqual(['3'])
  })
})

test('every refusal that a page of the console can meet says what to do in each language', () => {
  const codes = readFileSync(new URL('../../../docs/spec/codes.yaml', import.meta.url), 'utf8')
  const known = [...codes.matchAll(/code: (TG-60\d\d|TG-611\d), name: \w+, text/g)].map(([, code]) => code ?? '')
  /** Faults of a program and not of an officer: the console never makes such a request, and shows the station's own words if it does. */
  const OF_PROGRAMS = ['TG-6018', 'TG-6019', 'TG-6020', 'TG-6021', 'TG-6024']
  /** A plan's table is imported on the command line. */
  const OF_TABLES = /^TG-609\d$/
  const texts = JSON.parse(readFileSync(new URL('../../../i18n/en.json', import.meta.url), 'utf8')) as Record<string, string>
  expect(known.length).toBeGreaterThan(60)
  expect(known.filter((code) => texts[`refusal.${code}`] === undefined && !OF_PROGRAMS.includes(code) && !OF_TABLES.test(code))).toEqual([])
})
