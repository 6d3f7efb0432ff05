import { IntlMessageFormat } from 'intl-messageformat'
import en from '../../../i18n/en.json'
import ru from '../../../i18n/ru.json'
import uk from '../../../i18n/uk.json'

export type Key = keyof typeof en
export type Values = Record<string, string | number>

export const LANGUAGES = ['en', 'ru', 'uk'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each language in its own name, for the switch. */
export const OWN_NAMES: Record<Language, string> = { en: 'English', ru: 'Русский', uk: 'Українська' }

const TEXTS: Record<Language, Record<Key, string>> = { en, ru, uk }
const parsed = new Map<string, IntlMessageFormat>()

export const isLanguage = (code: string): code is Language => (LANGUAGES as readonly string[]).includes(code)
export const isKey = (key: string): key is Key => Object.hasOwn(en, key)

/** The text of `key` with its values put in. */
export function text(language: Language, key: Key, values: Values = {}): string {
  const at = `${language} ${key}`
  let message = parsed.get(at)
  if (message === undefined) {
    message = new IntlMessageFormat(TEXTS[language][key], language, undefined, { ignoreTag: true })
    parsed.set(at, message)
  }
  return String(message.format(values))
}
