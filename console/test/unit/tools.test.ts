import { describe, expect, test } from 'vitest'
import type { Entry } from '../../src/lib/api'
import { bound } from '../../src/lib/bounds'
import { resultAt, testRuns, testsWith } from '../../src/lib/linktests'
import { pieces } from '../../src/lib/marked'
import { compared, differences } from '../../src/lib/passage'

const NOW = Date.parse('2026-11-23T01:40:00Z')

describe('a day or a time that was typed', () => {
  test.each([
    ['2026-11-23', false, '2026-11-23T00:00:00Z'],
    ['23.11.2026', true, '2026-11-23T23:59:59Z'],
    [' 3.1.2026 ', false, '2026-01-03T00:00:00Z'],
    ['211830ZNOV26', true, '2026-11-21T18:30:00.000Z'],
    ['0130', false, '2026-11-23T01:30:00.000Z'],
  ])('%s', (typed, ends, said) => expect(bound(typed, ends, NOW)).toBe(said))
  test.each(['31.02.2026', '2026-13-01', 'yesterday', ''])('%s is none', (typed) => expect(bound(typed, false, NOW)).toBeUndefined())
})

describe('marks in a text', () => {
  test('overlapping spans cut it into pieces that make the whole again', () => {
    const found = pieces('abcdef', [{ from: 1, to: 4 }, { from: 3, to: 6 }])
    expect(found.map((p) => p.text)).toEqual(['a', 'bc', 'd', 'ef'])
    expect(found.map((p) => p.spans.length)).toEqual([0, 1, 2, 1])
  })
  test('of a span that ends outside of the text, what is inside is marked; one wholly outside marks nothing', () => {
    const found = pieces('abc', [{ from: 2, to: 9 }, { from: 7, to: 9 }])
    expect(found.map((p) => p.text).join('')).toBe('abc')
    expect(found.at(-1)?.spans).toEqual([{ from: 2, to: 9 }])
  })
  test('of an empty text there are no pieces', () => expect(pieces('', [{ from: 0, to: 0 }])).toEqual([]))
})

describe('a passage that was typed back', () => {
  test('white space and the form of the letters make no difference', () => expect(compared('Cafe\u0301 is  open', 'Café is open\n').result).toBe('as_sent'))
  test('a word that is missing is named', () => {
    const c = compared('one two three four', 'one three four')
    expect([c.result, differences(c)]).toEqual(['incomplete', ['− two']])
  })
  test('a word that is another is named with what came instead', () => {
    const c = compared('0 1 2 3 4', '0 1 7 3 4')
    expect([c.result, differences(c)]).toEqual(['differs', ['− 2', '+ 7']])
  })
  test('however much differs, no more is named than a journal takes', () => {
    const many = (sign: string) => Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? `w${i}` : `${sign}${i}`)).join(' ')
    expect(differences(compared(many('a'), many('b')))).toHaveLength(10)
  })
  test('nothing that came back is incomplete, and what was added differs', () => {
    expect(compared('one two', '').result).toBe('incomplete')
    expect(compared('one two', 'one two three').result).toBe('differs')
  })
})

describe('the history of the link tests', () => {
  const entry = (reference: string, station: string, act: Entry['act'], to: string[] = []) =>
    ({ reference, from: { party: station.split('-')[0], station }, to, time: `2026-11-23T01:0${reference}:00Z`, act }) as unknown as Entry
  const runs = testRuns([
    entry('1', 'BLUE-OPS', { type: 'link_test', passage: 'a' }),
    entry('2', 'RED-OPS', { type: 'link_test', of: '1', intact: true } as unknown as Entry['act']),
    entry('3', 'RED-OPS', { type: 'link_test', passage: 'b' }),
    entry('4', 'BLUE-OPS', { type: 'link_test', of: '3', intact: false } as unknown as Entry['act']),
    entry('5', 'BLUE-OPS', { type: 'link_test', passage: 'c' }, ['GREEN']),
  ])
  test('each test stands with what came back, the newest first', () => {
    expect(runs.map((r) => r.reference)).toEqual(['5', '3', '1'])
    expect(runs.map((r) => resultAt(r, r.by === 'RED-OPS' ? 'BLUE-OPS' : 'RED-OPS'))).toEqual(['waiting', 'differs', 'returned'])
  })
  test('a test for another party is not one with this station', () =>
    expect(testsWith(runs, 'RED-OPS', 'RED', 'BLUE-OPS').map((r) => r.reference)).toEqual(['3', '1']))
})
