import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { LANGUAGES, text, type Key, type Language } from '../../src/lib/text'

const folder = new URL('../../../i18n/', import.meta.url)
const texts = Object.fromEntries(
  LANGUAGES.map((l) => [l, JSON.parse(readFileSync(new URL(`${l}.json`, folder), 'utf8')) as Record<string, string>]),
) as Record<Language, Record<string, string>>
const keys = Object.keys(texts.en)

/** The names a message asks for, with the kind of each, and for a select its cases: these must be equal in all languages. */
function asks(message: string): string[] {
  const found = new Set<string>()
  const walk = (elements: readonly MessageFormatElement[]): void => {
    for (const e of elements) {
      if (e.type === TYPE.argument) found.add(`${e.value}: argument`)
      if (e.type === TYPE.plural) found.add(`${e.value}: plural`)
      if (e.type === TYPE.select) found.add(`${e.value}: ${Object.keys(e.options).sort().join(' ')}`)
      if (e.type === TYPE.plural || e.type === TYPE.select) for (const option of Object.values(e.options)) walk(option.value)
    }
  }
  walk(parse(message, { ignoreTag: true }))
  return [...found].sort()
}

test('there are texts in exactly these languages', () => expect(readdirSync(folder).sort()).toEqual(LANGUAGES.map((l) => `${l}.json`).sort()))

describe.each(LANGUAGES)('%s', (language) => {
  test('has each key once: of two, a reader takes the last and says nothing', () => {
    const written = readFileSync(new URL(`${language}.json`, folder), 'utf8').match(/^ {2}"[^"]+":/gm) ?? []
    expect(written.length).toBe(new Set(written).size)
    expect(written.length).toBe(keys.length)
  })
  test('has the same keys in the same order as English', () => expect(Object.keys(texts[language])).toEqual(keys))
  test('asks for the same values as English', () => {
    for (const key of keys) expect(asks(texts[language][key] ?? ''), key).toEqual(asks(texts.en[key] ?? ''))
  })
  test('has no ASCII apostrophe, which ICU takes for a quote', () => {
    expect(keys.filter((key) => texts[language][key]?.includes("'"))).toEqual([])
  })
  test('says something under every key', () => expect(keys.filter((key) => texts[language][key]?.trim() === '')).toEqual([]))
  test('gives a form for each plural category that the language has', () => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    for (const key of keys) {
      const message = texts[language][key] ?? ''
      const walk = (elements: readonly MessageFormatElement[]): void => {
        for (const e of elements) {
          if (e.type !== TYPE.plural && e.type !== TYPE.select) continue
          const forms = Object.keys(e.options)
          if (e.type === TYPE.plural && forms.some((f) => f === 'one')) expect(forms, key).toEqual(expect.arrayContaining(wanted))
          for (const option of Object.values(e.options)) walk(option.value)
        }
      }
      walk(parse(message, { ignoreTag: true }))
    }
  })
})

test('Russian and Ukrainian hold no Latin letter inside a Cyrillic word, nor the other alphabet’s own letters', () => {
  for (const language of ['ru', 'uk'] as const) {
    for (const key of keys) {
      const message = texts[language][key] ?? ''
      expect(message, key).not.toMatch(/[Ѐ-ӿ][A-Za-z]|[A-Za-z][Ѐ-ӿ]/u)
      expect(message, key).not.toMatch(language === 'ru' ? /[іїєґІЇЄҐ]/u : /[ыэъёЫЭЪЁ]/u)
    }
  }
})

test('the words that carry risk are those of the agreed list', () => {
  const said = (language: Language, ...wanted: Key[]) => wanted.map((key) => text(language, key, { time: '0312Z' }))
  const precedences: Key[] = ['precedence.FLASH', 'precedence.IMMEDIATE', 'precedence.PRIORITY', 'precedence.ROUTINE']
  const classes: Key[] = ['class.TEST', 'class.SERVICE', 'class.EXERCISE', 'class.FORMAL', 'class.PRINCIPAL']
  expect(said('ru', ...precedences)).toEqual(['ВНЕ ВСЯКОЙ ОЧЕРЕДИ', 'НЕМЕДЛЕННО', 'СРОЧНО', 'ОБЫЧНОЕ'])
  expect(said('ru', ...classes)).toEqual(['ПРОВЕРКА СВЯЗИ', 'ТЕХНИЧЕСКОЕ', 'УЧЕБНОЕ', 'ОФИЦИАЛЬНОЕ', 'ПОСЛАНИЕ РУКОВОДСТВА'])
  expect(said('ru', 'label.parties_only', 'stage.received', 'stage.read', 'stage.understood', 'stage.not_understood', 'stage.passed_on')).toEqual([
    'ТОЛЬКО ДЛЯ СТОРОН',
    'получено станцией',
    'прочитано дежурной службой',
    'содержание понято',
    'содержание не понято',
    'доведено до исполнителей в 0312Z',
  ])
})

test('no text owes, breaches or convicts, and none speaks of being overdue', () => {
  const harsh = /\bow(e|ed|ing)\b|overdue|breach|violat|convict|offline|просроч|наруш|задолж|простроч|поруш/iu
  for (const language of LANGUAGES) expect(keys.filter((key) => harsh.test(texts[language][key] ?? ''))).toEqual([])
})

test('every acknowledgement says that receipt implies nothing', () => {
  const implies: Record<Language, RegExp> = { en: /implies no agreement/, ru: /не означает ни согласия/, uk: /не означає ні згоди/ }
  for (const language of LANGUAGES) {
    for (const stage of ['read', 'understood', 'not_understood', 'passed_on']) {
      expect(texts[language][`acknowledgement.${stage}`]).toMatch(implies[language])
    }
  }
})

describe('Slavic plurals', () => {
  test.each([
    [1, '1 секунду назад'],
    [2, '2 секунды назад'],
    [5, '5 секунд назад'],
    [21, '21 секунду назад'],
    [111, '111 секунд назад'],
  ])('%d', (s, said) => expect(text('ru', 'console.ago', { s })).toBe(said))
  test('in Ukrainian', () => expect([1, 3, 7].map((s) => text('uk', 'console.ago', { s }))).toEqual(['1 секунду тому', '3 секунди тому', '7 секунд тому']))
})
