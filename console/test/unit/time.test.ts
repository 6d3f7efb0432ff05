import { describe, expect, test } from 'vitest'
import { ago, clock, dtg, hours, isoDay, typedTime } from '../../src/lib/time'

const now = Date.parse('2026-11-21T18:30:07.123Z')

describe('the date-time group', () => {
  test('is day, hour, minute, Z, month and year', () => expect(dtg('2026-11-21T18:30:59.999Z')).toBe('211830ZNOV26'))
  test('keeps its leading zeros', () => expect(dtg('2007-02-03T04:05:00.000Z')).toBe('030405ZFEB07'))
  test('is in UTC whatever the zone of the browser', () => expect(dtg(Date.parse('2026-12-31T23:59:00+00:00'))).toBe('312359ZDEC26'))
})

test('hours, clock and day are in UTC', () => {
  expect([hours(now), clock(now), isoDay(now)]).toEqual(['1830Z', '18:30:07', '2026-11-21'])
})

describe('a time as it is typed', () => {
  test.each([
    ['1815', '2026-11-21T18:15:00.000Z'],
    ['18:15', '2026-11-21T18:15:00.000Z'],
    [' 1815z ', '2026-11-21T18:15:00.000Z'],
    ['211815ZNOV26', '2026-11-21T18:15:00.000Z'],
    ['201815z nov 26', '2026-11-20T18:15:00.000Z'],
    ['1834', '2026-11-21T18:34:00.000Z'],
    ['2350', '2026-11-20T23:50:00.000Z'],
  ])('%s means %s', (typed, meant) => expect(typedTime(typed, now)).toBe(meant))
  test.each(['', '25', '2460', '1860', '311815ZFEB26', '211815ZNOX26', 'soon'])('%j is no time', (typed) =>
    expect(typedTime(typed, now)).toBeUndefined(),
  )
})

test.each([
  [-4000, 's', 0],
  [119_999, 's', 119],
  [120_000, 'm', 2],
  [7_199_000, 'm', 119],
  [7_200_000, 'h', 2],
])('%d ms are %s %d', (ms, unit, n) => expect(ago(ms)).toEqual({ unit, n }))
