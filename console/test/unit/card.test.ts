import { render } from 'svelte/server'
import { expect, test } from 'vitest'
import type { Counterpart } from '../../src/lib/api'
import { text } from '../../src/lib/text'
import LineCard from '../../src/parts/LineCard.svelte'
import { Settings } from '../../src/state/settings.svelte'
import type { Desk } from '../../src/state/desk.svelte'
import { counterpart, suspension } from './traffic.mjs'

const nothing = { getItem: () => null } as unknown as Storage

/** The card of a counterpart in this state, as English speakers see it. */
function card(change: object): string {
  const desk = { settings: new Settings(nothing, ['en']), now: Date.now(), lost: false } as unknown as Desk
  return render(LineCard, { props: { desk, counterpart: counterpart(change) as Counterpart } }).body
}
const shape = (html: string) => /<svg[^]*?<\/svg>/.exec(html)?.[0]

test('each state of the line has its own word and its own shape', () => {
  const shapes = new Set<string | undefined>()
  for (const [state, word] of [
    ['working', 'WORKING'],
    ['unanswered', 'NO ANSWER'],
    ['technical_fault', 'TECHNICAL FAULT'],
    ['not_yet_met', 'NOT YET MET'],
    ['receive_only', 'RECEIVE ONLY'],
    ['listens', 'RECEIVES ONLY'],
    ['suspended', 'SUSPENDED'],
  ] as const) {
    const html = card({ headline: state, technical: state === 'suspended' ? 'working' : state, declared_by: state === 'technical_fault' ? 'RED' : undefined })
    expect(html).toContain(`>${word}<`)
    shapes.add(shape(html))
  }
  expect(shapes.has(undefined)).toBe(false)
  expect(shapes.size).toBe(7)
})

test('a suspension and a dead line are two things, shown together', () => {
  const html = card({ headline: 'unanswered', technical: 'unanswered', suspensions: [suspension('RED')] })
  expect(html).toContain('NO ANSWER')
  expect(html).toContain('Suspended by decision of: Головной орган по диалогу (RED)')
})

test('a state that this page does not know is loud', () => {
  const html = card({ headline: 'receipt_withheld', technical: 'receipt_withheld' })
  expect(html).toMatch(/class="card unknown/)
  expect(html).toContain(text('en', 'line.unknown', { state: 'receipt_withheld' }))
})

test('a clock that is behind and one that is ahead are told apart', () => {
  expect(card({ clock_offset_ms: -7_400 })).toContain(text('en', 'console.clock_offset.behind', { s: '7.4' }))
  expect(card({ clock_offset_ms: 7_400 })).toContain(text('en', 'console.clock_offset.ahead', { s: '7.4' }))
})
