import { expect, test } from 'vitest'
import type { Entry, Release } from '../../src/lib/api'
import { gistOf, undecided, waits } from '../../src/lib/release'
import { entries } from './traffic.mjs'

const release = (id: string, state: Release['state'], act: Release['act']): Release => ({
  id, state, act, open: state === 'waiting', class: 'FORMAL', precedence: 'ROUTINE', to: [], refs: [], second_offices: [],
  office: { title: 'Duty officer', capacity: 'duty office' },
  proposed: { seat: 'first', office: 'Duty officer', at: '2026-02-16T10:00:00.000Z' },
})
const message = { type: 'message', language: 'en', text: 'We propose a meeting.' } as const

test('an entry is sent; a release waits', () => {
  const [entry] = entries() as [Entry, ...unknown[]]
  expect(waits(entry)).toBe(false)
  expect(waits(release('1', 'waiting', message))).toBe(true)
})

test('the outbox has what nobody has decided on, the oldest first', () => {
  const all = (['waiting', 'released', 'signing', 'refused', 'withdrawn', 'voided', 'waiting'] as const).map((state, i) => release(`${i}`, state, message))
  expect(undecided(all).map((r) => r.id)).toEqual(['6', '2', '0'])
})

test('a release is known by its subject, its text, its sentence or its authority', () => {
  expect(gistOf(release('1', 'waiting', message), 'en')).toBe('We propose a meeting.')
  expect(gistOf(release('1', 'waiting', { ...message, subject: 'A meeting' }), 'en')).toBe('A meeting')
  const resumption = { type: 'resumption', of: 'BLUE-OPS.00000001.1', authority: 'Decision 7', effective_date: '2026-02-16', language: 'en' } as const
  expect(gistOf(release('1', 'waiting', resumption), 'en')).toBe('Decision 7')
})
