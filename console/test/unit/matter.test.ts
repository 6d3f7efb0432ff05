import { describe, expect, test } from 'vitest'
import type { Entry, MatterEntries } from '../../src/lib/api'
import { MOST_AT_ONCE, newestEntries, numberIn, type ReadPage } from '../../src/lib/matter'
import { entries } from './traffic.mjs'

/** A matter of so many entries, read as the station gives it; and how often it was asked. */
function matterOf(length: number) {
  const all = Array.from({ length }, (_, i) => ({ ...(entries()[0] as Entry), reference: `BLUE-OPS.0000000a.${i + 1}` }))
  const asked: number[] = []
  const read: ReadPage = (limit, before): Promise<MatterEntries> => {
    const end = before === undefined ? length : all.findIndex((entry) => entry.reference === before)
    const begin = Math.max(0, end - limit)
    asked.push(limit)
    return Promise.resolve({ entries: all.slice(begin, end), translations: [], earlier: begin, complete: true })
  }
  return { all, asked, read }
}

describe('the newest entries of a matter', () => {
  test('are all of them where it is short', async () => {
    const { all, asked, read } = matterOf(7)
    expect(await newestEntries(read, 100)).toMatchObject({ entries: all, earlier: 0 })
    expect(asked).toEqual([100])
  })
  test('end with the newest however long it is, and tell how many come before', async () => {
    const { all, read } = matterOf(4096)
    const got = await newestEntries(read, 100)
    expect(got.entries.at(-1)).toBe(all.at(-1))
    expect(got).toMatchObject({ earlier: 3996 })
  })
  test('are put together in order from pages that the station gives', async () => {
    const { all, asked, read } = matterOf(620)
    const got = await newestEntries(read, 500)
    expect(got.entries.map((entry) => entry.reference)).toEqual(all.slice(120).map((entry) => entry.reference))
    expect(got.earlier).toBe(120)
    expect(asked).toEqual([MOST_AT_ONCE, MOST_AT_ONCE, 100])
  })
})

describe('an entry that is referred to', () => {
  const steps = [{ entry: 'BLUE-OPS.0000000a.3', number: 'BLUE-OPS-2026-7', party: 'BLUE', time: '2026-11-23T00:00:00.000Z', outcome: 'moved' as const }]
  test('is called by its message number', () => expect(numberIn(steps, 'BLUE-OPS.0000000a.3')).toBe('BLUE-OPS-2026-7'))
  test('of another matter keeps its reference', () => expect(numberIn(steps, 'RED-OPS.0000000b.1')).toBe('RED-OPS.0000000b.1'))
})
