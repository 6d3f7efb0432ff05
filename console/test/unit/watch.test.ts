import { describe, expect, test } from 'vitest'
import type { Alarm, Entry } from '../../src/lib/api'
import { lost, MAX_KEPT, nothingYet, on, SILENCE_IS_LOSS_MS, stationNow, type Watch, type Word } from '../../src/lib/watch'
import { entries, make, status } from './traffic.mjs'

const all = entries() as Entry[]
const [one, two, three] = all as [Entry, Entry, Entry, ...Entry[]]
const page = (some: readonly Entry[], more = false) => ({ entries: [...some], more, ...(some[0] === undefined ? {} : { previous: some[0].cursor, next: some.at(-1)?.cursor ?? '' }) })
const after = (...words: Word[]): Watch => words.reduce((watch, word, i) => on(watch, word, 1000 * i), nothingYet)
const names = (watch: Watch) => watch.entries.map((e) => e.reference)

describe('entries', () => {
  test('stand in the order in which the station told them', () => {
    expect(names(after({ kind: 'newest', page: page([one]) }, { kind: 'entry', entry: two }, { kind: 'entry', entry: three }))).toEqual([one, two, three].map((e) => e.reference))
  })
  test('told twice are there once', () => {
    expect(names(after({ kind: 'entry', entry: one }, { kind: 'entry', entry: one }, { kind: 'newest', page: page([one]) }))).toEqual([one.reference])
  })
  test('that arrived while the first page was read come after it', () => {
    expect(names(after({ kind: 'entry', entry: three }, { kind: 'newest', page: page([one, two]) }))).toEqual([one, two, three].map((e) => e.reference))
  })
  test('signed here take their place when the stream tells them', () => {
    const words: Word[] = [{ kind: 'signed', entry: two }, { kind: 'entry', entry: one }, { kind: 'entry', entry: two }]
    expect(names(after(...words))).toEqual([one.reference, two.reference])
  })
  test('signed here, and told and receipted before the answer came, keep the receipt', () => {
    const receipts = all.flatMap((e) => e.receipts).slice(0, 1)
    const receipt = { reference: two.reference, receipts, awaiting_acknowledgement: false }
    const watch = after({ kind: 'entry', entry: two }, { kind: 'entry', entry: three }, { kind: 'receipt', receipt }, { kind: 'signed', entry: { ...two, receipts: [] } })
    expect(names(watch)).toEqual([two.reference, three.reference])
    expect(watch.entries[0]?.receipts).toEqual(receipts)
    expect(receipts).toHaveLength(1)
  })
  test('signed here do not move the cursor past what the stream has yet to tell', () => {
    expect(after({ kind: 'entry', entry: one }, { kind: 'signed', entry: three }).cursor).toBe(one.cursor)
  })
  test('beyond the limit make room, and can be read again', () => {
    const many = Array.from({ length: MAX_KEPT + 3 }, (_, i) => make(i, 1, { party: 'RED', station: 'RED-OPS' }, 'TEST', 'ROUTINE', { type: 'seen' }) as unknown as Entry)
    const watch = after(...many.map((entry): Word => ({ kind: 'entry', entry })))
    expect(watch.entries).toHaveLength(MAX_KEPT)
    expect(watch.earlier).toBe(many[3]?.cursor)
  })
  test('earlier ones come before', () => {
    const watch = after({ kind: 'newest', page: page([three], true) }, { kind: 'earlier', page: page([one, two]) })
    expect(names(watch)).toEqual([one, two, three].map((e) => e.reference))
    expect(watch.earlier).toBeUndefined()
  })
  test('found by their reference leave the place to read on from', () => {
    expect(after({ kind: 'newest', page: page([three], true) }, { kind: 'found', entry: one }).earlier).toBe(three.cursor)
  })
})

test('the stream is taken up where the first page ended', () => expect(after({ kind: 'newest', page: page([one, two]) }).cursor).toBe(two.cursor))

test('receipts replace those of their entry and of no other', () => {
  const watch = after({ kind: 'newest', page: page([one, two]) }, { kind: 'receipt', receipt: { reference: two.reference, receipts: [], awaiting_acknowledgement: true } })
  expect(watch.entries.map((e) => e.awaiting_acknowledgement)).toEqual([false, true])
  expect(watch.entries[0]?.receipts).toEqual(one.receipts)
})

describe('alarms', () => {
  const line: Word = { kind: 'line', status: { ...(status() as never as Extract<Word, { kind: 'line' }>['status']), alarms: [] } }
  const alarm = (id: string, more: Partial<Alarm> = {}): Word => ({ kind: 'alarm', alarm: { id, kind: 'flash_arrived', precedence: 'FLASH', raised_at: `2026-11-21T00:00:0${id}.000Z`, ...more } })
  test('stay until their cause is gone, silenced or not', () => {
    const silenced = after(line, alarm('1'), alarm('1', { silenced_at: '2026-11-21T00:01:00.000Z' }))
    expect(silenced.status?.alarms).toMatchObject([{ id: '1', silenced_at: '2026-11-21T00:01:00.000Z' }])
    expect(on(silenced, alarm('1', { cleared_at: '2026-11-21T00:02:00.000Z' }), 9).status?.alarms).toEqual([])
  })
  test('stay silenced when an older word of theirs comes late', () => {
    const silenced = after(line, alarm('1'), alarm('1', { silenced_at: '2026-11-21T00:01:00.000Z' }))
    const late = line.kind === 'line' ? { ...line.status, alarms: [{ id: '1', kind: 'flash_arrived' as const, precedence: 'FLASH' as const, raised_at: '2026-11-21T00:00:01.000Z' }] } : undefined
    for (const word of [alarm('1'), { kind: 'line', status: late } as Word]) expect(on(silenced, word, 9).status?.alarms).toMatchObject([{ silenced_at: '2026-11-21T00:01:00.000Z' }])
  })
  test('stand by time', () => expect(after(line, alarm('2'), alarm('1')).status?.alarms.map((a) => a.id)).toEqual(['1', '2']))
})

describe('the station', () => {
  const beat: Word = { kind: 'heartbeat', now: '2026-11-21T00:00:00.000Z' }
  const heard = on(nothingYet, beat, 1000)
  test('is not lost before it was ever heard', () => expect(lost(nothingYet, 1e9)).toBe(false))
  test('is lost after three missed heartbeats and not before', () => {
    expect([lost(heard, 1000 + SILENCE_IS_LOSS_MS), lost(heard, 1001 + SILENCE_IS_LOSS_MS)]).toEqual([false, true])
  })
  test('is lost at once when the connection breaks, until it is heard again', () => {
    const broken = on(heard, { kind: 'broken' }, 1500)
    expect([lost(broken, 1500), lost(on(broken, beat, 1600), 1600)]).toEqual([true, false])
  })
  test('is not heard by what this screen asked of it', () => {
    const broken = on(heard, { kind: 'broken' }, 1500)
    expect(lost(on(broken, { kind: 'newest', page: page([one]) }, 1600), 1600)).toBe(true)
  })
  test('has its clock carried on between its words', () => {
    const later = on(heard, { kind: 'entry', entry: one }, 3500)
    expect(new Date(stationNow(later, 4000) ?? 0).toISOString()).toBe('2026-11-21T00:00:03.000Z')
  })
})

test('what was opened keeps its first time', () => {
  const word = (at: string): Word => ({ kind: 'opened', reference: 'RED-OPS.99aa00ff.14', at })
  const watch = after({ kind: 'newest', page: page(all) }, word('2026-11-21T00:00:01.000Z'), word('2026-11-21T00:00:02.000Z'))
  expect(watch.entries.at(-1)?.opened_at).toBe('2026-11-21T00:00:01.000Z')
})
