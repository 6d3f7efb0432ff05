import { describe, expect, test } from 'vitest'
import type { Alarm, Entry, Precedence } from '../../src/lib/api'
import { ALARM_COMES_WITHIN_MS, hush as hushAt } from '../../src/lib/silence'
import { make } from './traffic.mjs'

const RED = { party: 'RED', station: 'RED-OPS', office: 'Оперативный дежурный' }
const now = Date.parse('2026-11-21T00:02:00.000Z')
const hush = (alarms: readonly Alarm[], entries: readonly Entry[]) => hushAt(alarms, entries, now)
const arrived = (n: number, precedence: Precedence, awaiting_acknowledgement = true, ago = 500) =>
  make(n, 1, RED, 'FORMAL', precedence, { type: 'message', language: 'ru', text: '…' }, { awaiting_acknowledgement, arrived_at: new Date(now - ago).toISOString() }) as unknown as Entry
const alarm = (n: number, precedence: Precedence, more: Partial<Alarm> = {}): Alarm => ({
  id: `a${n}`, kind: 'flash_arrived', precedence, raised_at: '2026-11-21T00:00:00.000Z', reference: `RED-OPS.99aa00ff.${n}`, ...more,
})
const silenced_at = '2026-11-21T00:01:00.000Z'

describe('a press of the silencing key', () => {
  test('silences the alarms of the loudest precedence, and no quieter one that was not heard', () => {
    expect(hush([alarm(1, 'IMMEDIATE'), alarm(2, 'FLASH'), alarm(3, 'FLASH')], [])).toEqual({ alarms: ['a2', 'a3'], coming: [] })
  })
  test('reaches what was not heard before once the louder ones are silent', () => {
    expect(hush([alarm(1, 'IMMEDIATE'), alarm(2, 'FLASH', { silenced_at })], []).alarms).toEqual(['a1'])
  })
  test('counts for an entry that is shown before its alarm has come', () => {
    expect(hush([], [arrived(7, 'FLASH'), arrived(8, 'ROUTINE')])).toEqual({ alarms: [], coming: ['RED-OPS.99aa00ff.7'] })
  })
  test('counts for no entry whose alarm has come, or that was acknowledged', () => {
    expect(hush([alarm(7, 'FLASH', { silenced_at })], [arrived(7, 'FLASH'), arrived(8, 'FLASH', false)])).toEqual({ alarms: [], coming: [] })
  })
  test('counts for no entry that has stood so long that no alarm comes', () => {
    expect(hush([], [arrived(7, 'FLASH', true, ALARM_COMES_WITHIN_MS + 1)]).coming).toEqual([])
  })
  test('meant for a quieter alarm leaves a louder one to come', () => {
    expect(hush([alarm(1, 'PRIORITY')], [arrived(7, 'FLASH')])).toEqual({ alarms: ['a1'], coming: [] })
  })
})
