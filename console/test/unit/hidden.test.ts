import { expect, test } from 'vitest'
import { read, shown, without } from '../../src/lib/hidden'

const TURNED = 'EX\u202Egnp.exe'

test('what turns or hides other characters is shown by its code point, and stands for no mark of its own', () => {
  expect(shown(TURNED)).toBe('EX‹U+202E›gnp.exe')
  expect(shown('a\u200Bb\u2066c\u{E0041}')).toBe('a‹U+200B›b‹U+2066›c‹U+E0041›')
  expect(shown('Добрий ранок\u00A0— ‏שלום‎')).toBe('Добрий ранок\u00A0— ‏שלום‎')
})

test('an answer of the station is read so, however deep a text lies in it', () => {
  expect(read(JSON.stringify({ act: { texts: [{ text: TURNED }] }, n: 1 }))).toEqual({ act: { texts: [{ text: 'EX‹U+202E›gnp.exe' }] }, n: 1 })
  expect(read('{"text":"plain","none":null}')).toEqual({ text: 'plain', none: null })
})

test('what is pasted in loses it', () => {
  expect(without(`\uFEFF${TURNED}\u200B`)).toBe('EXgnp.exe')
})
