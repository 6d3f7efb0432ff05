import { describe, expect, test } from 'vitest'
import type { FormField } from '../../src/lib/api'
import { place } from '../../src/lib/place'
import { askedFields, findFormats, typedInstant, typedOf, written, writtenFields } from '../../src/lib/typed'

const NOW = Date.UTC(2026, 10, 23, 1, 45)
const field = (type: FormField['type'], more: Partial<FormField> = {}): FormField => ({ name: 'f', type, label: {}, optional: false, undisclosed: false, sensitive: false, ...more })

describe('a moment', () => {
  test.each([
    ['230140Z NOV 26', '230140ZNOV26'],
    ['230140ZNOV26', '230140ZNOV26'],
    ['230140 nov', '230140ZNOV26'],
    ['23.11. 01:40', '230140ZNOV26'],
    ['23.11.2026 0140', '230140ZNOV26'],
    ['2026-11-23 01:40', '230140ZNOV26'],
    ['2026-11-23T01:40Z', '230140ZNOV26'],
    ['0140', '230140ZNOV26'],
    ['2350', '222350ZNOV26'],
    ['+2h', '230345ZNOV26'],
    ['-15 m', '230130ZNOV26'],
    ['+1 год', '230245ZNOV26'],
    ['now', '230145ZNOV26'],
  ])('%s', (typed, group) => expect(typedInstant(typed, NOW)).toBe(group))
  test.each(['31.02. 10:00', '2561', 'soon', '310000ZNOV26', ''])('%s is none', (typed) => expect(typedInstant(typed, NOW)).toBeUndefined())
})

describe('a place', () => {
  test.each([
    ['58-21.0N 019-44.0E', '58-21.0N 019-44.0E'],
    ['58 21N 19 44.5E', '58-21.0N 019-44.5E'],
    ["58°21'30\"N 19°44'E", '58-21.50N 019-44.00E'],
    ["58°21'30.4\"N 19°44'02.5\"E", '58-21.507N 019-44.042E'],
    ['58 21.123N 19 44.567E', '58-21.123N 019-44.567E'],
    ['58.35 19.73', '58-21.0N 019-43.8E'],
    ['58.35 19.7333', '58-21.00N 019-44.00E'],
    ['58.34567N, 19.71234E', '58-20.740N 019-42.740E'],
    ['-33.5 -70.25', '33-30.0S 070-15.0W'],
    ['59 59.97N 0 0.04W', '59-59.97N 000-00.04W'],
    ['59 59.9999N 0 0.04W', '60-00.000N 000-00.040W'],
    ['near 58N 019E', 'near 58N 019E'],
    ['by the bridge', 'by the bridge'],
  ])('%s', (typed, position) => expect(place(typed)).toBe(position))
  test('П goes as it stands: it is north or south, and who typed it must say which', () => {
    expect(place('58-21.0П 019-44.0С')).toBe('58-21.0П 019-44.0С')
    expect(place('58-21.0С 019-44.0В')).toBe('58-21.0N 019-44.0E')
    expect(place('58-21.0Ю 019-44.0З')).toBe('58-21.0S 019-44.0W')
  })

  test('of the military grid', () => {
    // The Washington Monument and Sydney's opera house, as published.
    expect(place('18SUJ2348306479')).toMatch(/^38-53\.3\d\dN 077-02\.1\d\dW$/)
    expect(place('56HLH3487352282')).toMatch(/^33-51\.4\d\dS 151-12\.900E$/)
    expect(place('18SUJ23480647')).toMatch(/^38-53\.\d\dN 077-02\.\d\dW$/)
    expect(place('18SUJ234064')).toMatch(/^38-53\.\dN 077-02\.\dW$/)
  })
  test('a square of a kilometre or more is no place: the station asks for another', () => {
    expect(place('33UXP04')).toBe('33UXP04')
    expect(place('33U XP 05 04')).toBe('33U XP 05 04')
  })
})

describe('a field', () => {
  test('that is empty is not written', () => {
    for (const type of ['text', 'numbered', 'codes', 'period', 'area', 'route', 'table', 'office', 'person', 'attachment', 'yes_no', 'instant', 'position'] as const)
      expect(written(field(type), undefined, NOW, place)).toBeUndefined()
  })
  test('is written as the station reads it', () => {
    expect(written(field('numbered'), 'one\n\n two ', NOW, place)).toEqual(['one', 'two'])
    expect(written(field('period'), { from: '0140', to: '' }, NOW, place)).toBe('230140ZNOV26..')
    expect(written(field('area'), { kind: 'circle', points: '58 21N 19 44E', size: '10 km' }, NOW, place)).toEqual({ circle: { centre: '58-21.0N 019-44.0E', radius: '10 km' } })
    expect(written(field('route'), '58 21N 19 44E @ 0140', NOW, place)).toEqual(['58-21.0N 019-44.0E at 230140ZNOV26'])
    expect(written(field('table', { columns: [field('instant', { name: 'when' })] }), [{ when: 'now' }], NOW, place)).toEqual([{ when: '230145ZNOV26' }])
    expect(written(field('name', { undisclosed: true }), 'undisclosed', NOW, place)).toBe('undisclosed')
    expect(written(field('instant'), 'tomorrow', NOW, place)).toBe('tomorrow')
  })
  test('comes back as it would have been typed', () => {
    const area = { corridor: { along: ['58-21.0N 019-44.0E', '58-22.0N 019-44.0E'], width: '5 km' } }
    expect(written(field('area'), typedOf(field('area'), area), NOW, place)).toEqual(area)
    expect(typedOf(field('period'), '230140ZNOV26..')).toEqual({ from: '230140ZNOV26', to: '' })
  })
})

test('a format is found by its code or by words of any language', () => {
  const formats = [
    { code: 'UA', procedure: 'UA', words: 'ua unusual activity необычная деятельность' },
    { code: 'WR', procedure: 'WR', words: 'wr warning of imminent danger предупреждение of wraps ua' },
  ]
  expect(findFormats(formats, 'ПРЕДУПР').map((f) => f.code)).toEqual(['WR'])
  expect(findFormats(formats, 'ua').map((f) => f.code)).toEqual(['UA', 'WR'])
  expect(findFormats(formats, 'zzz')).toEqual([])
})

describe('a field that hangs on another', () => {
  const named = (name: string, type: FormField['type'], more: Partial<FormField> = {}) => ({ ...field(type, more), name })
  const fields = [
    named('kind', 'code', { list: 'kinds' }),
    named('changes', 'text', { only_if: { field: 'kind', items: ['correct'] } }),
    named('urgent', 'code', { optional: true, only_if: { field: 'kind', items: ['correct', 'replace'] } }),
    named('until', 'text', { only_if: { field: 'urgent', items: ['now'] } }),
  ]
  const asked = (typed: Record<string, string>) => askedFields(fields, typed).map((f) => f.name)
  test('is not asked for before the other is filled in', () => expect(asked({})).toEqual(['kind']))
  test('is asked for where the other says so', () => expect(asked({ kind: 'correct' })).toEqual(['kind', 'changes', 'urgent']))
  test('is asked for by each of several items', () => expect(asked({ kind: 'replace', urgent: 'now' })).toEqual(['kind', 'urgent', 'until']))
  test('goes with the one that it hangs on, whatever was typed there before', () => expect(asked({ kind: 'cancel', urgent: 'now' })).toEqual(['kind']))
  test('is not written when it is not asked for, and what was typed is not lost', () => {
    const typed = { kind: 'cancel', changes: 'all' }
    expect(writtenFields(fields, typed, NOW, place)).toEqual({ kind: 'cancel' })
    expect(writtenFields(fields, { ...typed, kind: 'correct' }, NOW, place)).toEqual({ kind: 'correct', changes: 'all' })
  })
})
