import { describe, expect, test } from 'vitest'
import type { PlanEvent, Report } from '../../src/lib/api-year'
import { figuresOf, hoursMinutes, period } from '../../src/lib/figures'
import { base64, coded, codesOf, days, month, ofYear, shapeOf, startingYear, stripOf, yearsOf } from '../../src/lib/year'

const event = (number: string, from?: string, to?: string, state = 'agreed') =>
  ({ id: number, number, state: { code: state }, sides: [], ...(from === undefined ? {} : { dates: { from, ...(to === undefined ? {} : { to }), exact: true, by: number } }) }) as unknown as PlanEvent

describe('days', () => {
  test('of one month are written once', () => expect(days({ from: '2027-05-10T00:00:00Z', to: '2027-05-14T23:59:00Z' })).toBe('10–14 MAY 27'))
  test('of two months name both', () => expect(days({ from: '2027-05-28T00:00:00Z', to: '2027-06-02T23:59:00Z' })).toBe('28 MAY – 2 JUN 27'))
  test('of two years name both', () => expect(days({ from: '2026-12-30T00:00:00Z', to: '2027-01-02T23:59:00Z' })).toBe('30 DEC 26 – 2 JAN 27'))
  test('within one day say the hours unless it is all of it', () => {
    expect(days({ from: '2026-03-03T08:00:00Z', to: '2026-03-03T09:00:00Z' })).toBe('3 MAR 26 0800–0900Z')
    expect(days({ from: '2026-03-03T00:00:00Z', to: '2026-03-03T23:59:00Z' })).toBe('3 MAR 26')
  })
  test('without an end stay open', () => expect(days({ from: '2027-05-10T00:00:00Z' })).toBe('10 MAY 27 …'))
})

describe('a year', () => {
  const events = [event('B', '2027-05-10T00:00:00Z', '2027-05-14T00:00:00Z'), event('A', '2026-03-03T08:00:00Z', '2026-03-03T09:00:00Z', 'held'), event('C')]
  test('is shown first in which something is still to come', () => {
    expect(startingYear(events, Date.parse('2026-11-23T00:00:00Z'))).toBe(2027)
    expect(startingYear(events, Date.parse('2026-02-01T00:00:00Z'))).toBe(2026)
    expect(startingYear(events, Date.parse('2030-01-01T00:00:00Z'))).toBe(2027)
    expect(startingYear([], Date.parse('2030-01-01T00:00:00Z'))).toBe(2030)
  })
  test('has its events by their beginning, and those without dates behind', () => {
    expect(ofYear(events, 2027).map((e) => e.number)).toEqual(['B', 'C'])
    expect(ofYear(events, 2026).map((e) => e.number)).toEqual(['A', 'C'])
  })
  test('is not made many by an end in the year 9999', () => {
    expect(yearsOf([event('X', '2027-01-01T00:00:00Z', '9999-12-31T00:00:00Z')])).toEqual([2027, 2028, 2029, 2030, 2031])
  })
  test('cuts a period that begins before it or ends behind it, and leaves out what lies beside it', () => {
    const over = { from: '2026-07-02T12:00:00Z', to: '2027-07-02T12:00:00Z', exact: true, by: '' }
    expect(stripOf(over, 2027)).toEqual({ left: 0, width: 50 })
    expect(stripOf(over, 2026)).toEqual({ left: 50, width: 50 })
    expect(stripOf(over, 2028)).toBeUndefined()
  })
  test('shows a short event as wide as it can be seen, also on its last day', () => {
    expect(stripOf({ from: '2027-12-31T23:00:00Z', to: '2027-12-31T23:30:00Z', exact: true, by: '' }, 2027)).toEqual({ left: 99, width: 1 })
  })
  test('offers each code once', () => expect(codesOf(events, (e) => e.state).map((c) => c.code)).toEqual(['agreed', 'held']))
})

test('a status that is not known here has a shape that is not one of the known', () => {
  expect([shapeOf('held'), shapeOf('cancelled'), shapeOf(undefined), shapeOf('of_a_later_edition')]).toEqual(['■', '✕', '·', '○'])
})
test('a code without words is shown as it is', () => {
  expect(coded({ code: 'x1' }, 'ru')).toBe('x1')
  expect(coded({ code: 'x1', words: { en: 'one', ru: 'один' } }, 'ru')).toBe('один')
  expect(month('2026-03')).toBe('MAR 26')
})
test('bytes of a table go over the API as they are, however many', () => {
  const bytes = Uint8Array.from({ length: 20_000 }, (_, i) => i % 256)
  expect(Buffer.from(base64(bytes), 'base64').equals(bytes)).toBe(true)
})

describe('figures', () => {
  const figure = (name: string, value: number, party = 'RED', by = 'all') => ({ figure: name, party, by, key: '', unit: 'seconds', value, of: 7 }) as Report['figures'][number]
  test('are those of one party and one kind, all of them together', () => {
    const all = [figure('answer.count', 7), figure('answer.median', 93_900), figure('answer.median', 60, 'BLUE'), figure('answer.median', 61, 'RED', 'month'), figure('report.count', 2)]
    expect(figuresOf(all, 'answer', 'RED')).toMatchObject({ count: 7, median: '26:05', open: undefined })
  })
  test('of fewer than five cases name each', () => {
    expect(figuresOf([figure('answer.case', 3600), figure('answer.case', 60)], 'answer', 'RED').cases).toBe('1:00, 0:01')
  })
  test('are asked for from the first day of this year until the end of today', () => {
    expect(period(Date.parse('2026-11-23T10:00:00Z'))).toEqual({ from: '2026-01-01', to: '2026-11-24' })
    expect(hoursMinutes(59)).toBe('0:00')
  })
})
