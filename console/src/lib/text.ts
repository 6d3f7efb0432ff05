import { IntlMessageFormat } from 'intl-messageformat'

export type Key = keyof typeof import('../../../i18n/en.json')
export type Values = Record<string, string | number>
/** Says a text in the language of the screen. */
export type Say = (key: Key, values?: Values) => string

export const LANGUAGES = ['en', 'ru', 'uk'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each language in its own name, for the switch. */
export const OWN_NAMES: Record<Language, string> = { en: 'English', ru: 'Русский', uk: 'Українська' }

/** The console's part of the texts, each language for itself: an officer's screen needs one of them. */
const FETCH: Record<Language, () => Promise<{ default: Record<string, string> }>> = {
  en: () => import('#generated/texts.en.json'),
  ru: () => import('#generated/texts.ru.json'),
  uk: () => import('#generated/texts.uk.json'),
}
const fetched = new Map<Language, Readonly<Record<string, string>>>()
const parsed = new Map<string, IntlMessageFormat>()

export const isLanguage = (code: string): code is Language => (LANGUAGES as readonly string[]).includes(code)
/** Whether the console has a text under `key`; all languages have the same. */
export const isKey = (key: string): key is Key => [...fetched.values()].some((texts) => Object.hasOwn(texts, key))

/** Fetches the texts of a language from the station; until then none of them can be shown. */
export async function fetchTexts(language: Language): Promise<void> {
  if (!fetched.has(language)) fetched.set(language, (await FETCH[language]()).default)
}

/** The text of `key` with its values put in. Its language must have been fetched. */
export function text(language: Language, key: Key, values: Values = {}): string {
  const at = `${language} ${key}`
  let message = parsed.get(at)
  if (message === undefined) {
    const said = fetched.get(language)?.[key]
    if (said === undefined) throw new Error(`${key} was not fetched in ${language}`)
    message = new IntlMessageFormat(said, language, undefined, { ignoreTag: true })
    parsed.set(at, message)
  }
  return String(message.format(values))
}
