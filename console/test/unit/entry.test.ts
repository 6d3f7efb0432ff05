import { describe, expect, test } from 'vitest'
import type { Alarm, Counterpart, Notification, Receipt, Stage } from '../../src/lib/api'
import { acknowledgeable, bestText, furthest, inLanguage, LETTER, loudest, offices, plain, saidOf, sealed, titleOf } from '../../src/lib/entry'
import { command, type Pressed } from '../../src/lib/keys'
import { gravest, headline } from '../../src/lib/line'
import { startingOffice, validOffice } from '../../src/lib/office'
import { bytes, wordLimit, words } from '../../src/lib/words'
import type { Entry } from '../../src/lib/api'
import { counterpart, entries } from './traffic.mjs'

const receipts = (...stages: Stage[]): Receipt[] => stages.map((stage, i) => ({ party: 'RED', station: 'RED-OPS', stage, at: `2026-11-21T00:00:0${i}.000Z` }))
const far = (...stages: Stage[]) => furthest(receipts(...stages)).map((r) => r.stage)

describe('how far an entry came', () => {
  test('is its furthest receipt', () => expect(far('received', 'read')).toEqual(['read']))
  test('is not pushed back by a slower station', () => expect(far('read', 'received')).toEqual(['read']))
  test('is "not understood" as soon as that is said', () => expect(far('received', 'understood', 'not_understood')).toEqual(['not_understood']))
  test('is "understood" when that is said after it', () => expect(far('not_understood', 'understood')).toEqual(['understood']))
  test('is not "read" when that is said after "not understood"', () => expect(far('not_understood', 'read')).toEqual(['not_understood']))
  test('is told for each party', () => expect(furthest([...receipts('read'), { ...receipts('received')[0]!, party: 'GREEN' }]).map((r) => `${r.party} ${r.stage}`)).toEqual(['GREEN received', 'RED read']))
})

describe('the text for a reader', () => {
  const original = { language: 'ru', text: 'Да' }
  const courtesy = [{ language: 'en', text: 'Yes' }]
  test('is the original in its own language', () => expect(bestText(original, courtesy, 'ru')).toEqual({ ...original, courtesy: false }))
  test('is the courtesy translation, and says so', () => expect(bestText(original, courtesy, 'en')).toEqual({ language: 'en', text: 'Yes', courtesy: true }))
  test('is the original where there is no translation', () => expect(bestText(original, courtesy, 'uk').text).toBe('Да'))
})

describe('a filed format', () => {
  const act: Notification = {
    type: 'notification',
    procedure: 'UA',
    edition: 1,
    format: 'UR',
    title: { en: 'Reply', 'ru-RU': 'Ответ' },
    label: 'PARTIES_ONLY',
    track: '',
    language: 'ru',
    known: true,
    fields: [],
    sentences: [
      { language: 'ru', text: 'Красная Сторона отвечает.' },
      { language: 'en', text: 'RED replies.' },
    ],
  }
  test('is said in the language of the reader, beside its author’s', () => expect(saidOf(act, 'en').map((s) => s.language)).toEqual(['en', 'ru']))
  test('is said once where reader and author share one', () => expect(saidOf(act, 'ru')).toEqual([act.sentences[0]]))
  test('is said in its author’s language to a reader of another', () => expect(saidOf(act, 'uk').map((s) => s.language)).toEqual(['ru']))
  test('says nothing where its fields cannot be read', () => expect(saidOf({ ...act, sentences: [] }, 'ru')).toEqual([]))
  test('has its title in the language of the reader', () => expect(titleOf(act, 'ru')).toBe('UA/UR · Ответ'))
  test('has its code alone where it is not known', () => expect([titleOf({ ...act, format: 'UA' }, 'uk'), titleOf(act, 'uk')]).toEqual(['UA', 'UA/UR']))
  test('shows a field as it was written where it has no words', () => {
    expect([inLanguage(undefined, 'en'), plain('near'), plain({ circle: { radius: '5 km' } })]).toEqual([undefined, 'near', '{"circle":{"radius":"5 km"}}'])
  })
})

describe('the alarm to sound', () => {
  const alarm = (precedence: Alarm['precedence'], more: Partial<Alarm> = {}): Alarm => ({ id: precedence, kind: 'x', precedence, raised_at: '2026-11-21T00:00:00.000Z', ...more })
  test('is the most urgent', () => expect(loudest([alarm('ROUTINE'), alarm('FLASH'), alarm('IMMEDIATE')])).toBe('FLASH'))
  test('is none that was silenced', () => expect(loudest([alarm('FLASH', { silenced_at: '2026-11-21T00:00:00.000Z' }), alarm('PRIORITY')])).toBe('PRIORITY'))
  test('is none where there is none', () => expect(loudest([])).toBeUndefined())
})

test('an officer may acknowledge what another party’s officer released, and nothing else', () => {
  const may = (entries() as Entry[]).filter(acknowledgeable)
  expect(may.length).toBeGreaterThan(3)
  for (const e of may) expect([e.direction, e.automatic, e.act.type === 'acknowledgement']).toEqual(['in', false, false])
})

test('each precedence has its letter', () => expect(LETTER).toEqual({ FLASH: 'Z', IMMEDIATE: 'O', PRIORITY: 'P', ROUTINE: 'R' }))

describe('words', () => {
  test.each([
    ['', 0],
    ['  \n\t ', 0],
    ['one', 1],
    ['58°20′ с.ш. — 019°40′\u00a0в.д.', 5],
    ['a\u0085b\u2003c', 3],
  ])('of %j are %d', (text, n) => expect(words(text)).toBe(n))
  test('are limited for FLASH and IMMEDIATE alone', () => {
    const limits = (['FLASH', 'IMMEDIATE', 'PRIORITY', 'ROUTINE', undefined] as const).map((p) => wordLimit(p, 150))
    expect(limits).toEqual([150, 150, undefined, undefined, undefined])
  })
  test('a text is measured in bytes of UTF-8', () => expect(bytes('aй𝄞')).toBe(7))
})

describe('the state of a counterpart', () => {
  const of = (change: object) => headline(counterpart(change) as Counterpart, false)
  test('is what the station says', () => expect([of({}), of({ headline: 'suspended' })]).toEqual(['working', 'suspended']))
  test('that a later edition brings is unknown, never calm', () => expect(of({ headline: 'receipt_withheld' })).toBe('unknown'))
  test('is lost with its station', () => expect(headline(counterpart() as Counterpart, true)).toBe('lost'))
  test('is judged by the gravest', () => {
    expect(gravest(['working', 'suspended', 'unanswered'])).toBe('unanswered')
    expect(gravest(['working', 'unknown'])).toBe('unknown')
    expect(gravest([])).toBeUndefined()
  })
})

describe('keys', () => {
  const press = (code: string, more: Partial<Pressed> = {}): Pressed => ({ key: '', code, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, repeat: false, ...more })
  const [free, typing, writing] = [
    { typing: false, writing: false },
    { typing: true, writing: true },
    { typing: false, writing: true },
  ]
  test('are the same on a Cyrillic layout', () => expect(command(press('KeyX', { key: 'ч' }), free, true)).toBe('not_understood'))
  test('do nothing while something is typed', () => expect(command(press('KeyX', { key: 'x' }), typing, true)).toBeUndefined())
  test('do nothing with a modifier', () => expect(command(press('KeyR', { ctrlKey: true }), free, true)).toBeUndefined())
  test('that miss their field while a message is written start nothing; an alarm can still be silenced', () => {
    expect(['KeyT', 'KeyN', 'KeyL', 'KeyX', 'ArrowDown', 'KeyS'].map((code) => command(press(code), writing, true))).toEqual([undefined, undefined, undefined, undefined, undefined, 'silence'])
  })
  test('held down move through the list and do nothing else twice', () => {
    expect(['KeyJ', 'KeyT', 'KeyS'].map((code) => command(press(code, { repeat: true }), free, true))).toEqual(['next', undefined, undefined])
  })
  test('can be switched off, but for Escape, F1, F2 and the arrows', () => {
    expect(['KeyX', 'KeyN', 'ArrowDown'].map((code) => command(press(code), free, false))).toEqual([undefined, undefined, 'next'])
    expect(['Escape', 'F1', 'F2'].map((key) => command(press(key, { key }), typing, false))).toEqual(['escape', 'help', 'silence'])
  })
})

describe('the office that signs', () => {
  const [a, b] = [{ title: 'A', capacity: '1' }, { title: 'B', capacity: '2' }]
  test('is the one last used if the station has it', () => expect(startingOffice(b, [a, b])).toEqual(b))
  test('is the station’s first if it has not', () => expect(startingOffice({ title: 'B', capacity: 'other' }, [a])).toEqual(a))
  test('is the one last used where the station lists none', () => expect(startingOffice(b, [])).toEqual(b))
  test('has a title and a capacity', () => expect([validOffice(a), validOffice({ title: 'A', capacity: ' ' })]).toEqual([true, false]))
})

describe('what a principal writes', () => {
  const { opened_at: _, ...entry } = (entries() as Entry[]).find((e) => e.direction === 'in' && e.act.type === 'message')!
  const closed: Entry = { ...entry, class: 'PRINCIPAL' }
  test('is closed until somebody opens it here', () => {
    expect(sealed(closed)).toBe(true)
    expect(sealed({ ...closed, opened_at: '2026-11-21T00:00:00.000Z' })).toBe(false)
  })
  test('is ours to read where we wrote it, and other classes are open', () => {
    expect(sealed({ ...closed, direction: 'out' })).toBe(false)
    expect(sealed({ ...closed, class: 'FORMAL' })).toBe(false)
  })
  test('says for whom it is, and no more', () => {
    const act = { fields: [{ name: 'opened_by', label: {}, written: { title: 'Head of the Secretariat', capacity: 'General Staff' } }, { name: 'message', label: {}, written: 'Text' }] }
    expect(offices(act as unknown as Notification).map((f) => f.name)).toEqual(['opened_by'])
  })
})
