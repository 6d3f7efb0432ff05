import { describe, expect, test } from 'vitest'
import { span, standing } from '../../src/lib/awaited'
import type { AwaitedItem, Entry } from '../../src/lib/api'
import { answersFirst, keyAt, matching, pressed, type ShortSignal } from '../../src/lib/signals'

const signal = (code: string, keys: string, answers: string[] = []) => ({ code, signal: { keys, answers } }) as unknown as ShortSignal
const TABLE = [signal('ZL1', '1'), signal('ZL2', '2', ['ZL1', 'ZL3']), signal('ZL3', '3'), signal('T1', 'T1'), signal('T2', 'T2')]

describe('keys of a short signal', () => {
  test('are those of a Latin keyboard by place, the numeric pad included', () => {
    expect(['KeyT', 'Digit1', 'Numpad1', 'Enter', 'KeyÄ'].map(keyAt)).toEqual(['T', '1', '1', undefined, undefined])
  })
  test('narrow the table until one is left', () => {
    expect(pressed(TABLE, '', 'T')).toBe('T')
    expect(matching(TABLE, 'T').map((s) => s.code)).toEqual(['T1', 'T2'])
    expect(pressed(TABLE, 'T', '2')).toBe('T2')
  })
  test('begin anew after a whole signal, and after one that leads nowhere', () => {
    expect(pressed(TABLE, 'T2', '1')).toBe('1')
    expect(pressed(TABLE, 'T', 'T')).toBe('T')
    expect(pressed(TABLE, 'T', 'Q')).toBe('T')
    expect(pressed(TABLE, '', 'Q')).toBe('')
  })
  test('of those that answer the open message come first', () => {
    const asked = { direction: 'in', act: { type: 'notification', procedure: 'SIGNALS', format: 'ZL2' } } as unknown as Entry
    expect(answersFirst(TABLE, asked).map((s) => s.code)).toEqual(['ZL1', 'ZL3', 'ZL2', 'T1', 'T2'])
    expect(answersFirst(TABLE, { ...asked, direction: 'out' })).toEqual(TABLE)
    expect(answersFirst(TABLE, undefined)).toEqual(TABLE)
  })
})

describe('what is awaited', () => {
  const item = (state: string, requested_by?: string) => ({ state, requested_by }) as unknown as AwaitedItem
  test('has no reply from the very moment that was requested, whatever the station last said', () => {
    const due = '2026-11-21T00:10:00.000Z'
    expect(standing(item('running', due), Date.parse(due) - 1)).toBe('running')
    expect(standing(item('running', due), Date.parse(due))).toBe('no_reply')
    expect(standing(item('not_received'), 0)).toBe('not_received')
    expect(standing(item('no_time'), 0)).toBe('no_time')
  })
  test('says its time in minutes, hours or days', () => {
    expect([0, 119, 120, 2879, 2880].map((minutes) => span(minutes * 60_000))).toEqual([
      { unit: 'm', n: 0 }, { unit: 'm', n: 119 }, { unit: 'h', n: 2 }, { unit: 'h', n: 47 }, { unit: 'd', n: 2 },
    ])
    expect(span(-61_000)).toEqual({ unit: 'm', n: 1 })
  })
})
