import { fetchTexts, isKey, isLanguage, text, type Key, type Language, type Values } from '../lib/text'
import type { Office } from '../lib/api'

export type Theme = 'system' | 'light' | 'dark'

/** What this seat prefers. It stays in this browser. */
export class Settings {
  language = $state<Language>('en')
  theme = $state<Theme>('system')
  keysOn = $state(true)
  office = $state.raw<Office | undefined>(undefined)
  /** In whose name this seat last spoke on the orderwire, until it is loaded again. */
  wireOffice: Office | undefined
  readonly #storage: Storage
  #chosen = false
  #wanted: Language | undefined

  constructor(storage: Storage, browserLanguages: readonly string[]) {
    this.#storage = storage
    const stored = storage.getItem('torgau.language')
    const browser = browserLanguages.map((l) => l.slice(0, 2)).find(isLanguage)
    this.#chosen = stored !== null && isLanguage(stored)
    this.language = stored !== null && isLanguage(stored) ? stored : (browser ?? 'en')
    const theme = storage.getItem('torgau.theme')
    this.theme = theme === 'light' || theme === 'dark' ? theme : 'system'
    this.keysOn = storage.getItem('torgau.keys') !== 'off'
    this.office = storedOffice(storage.getItem('torgau.office'))
  }

  /** The station's language, unless this seat chose its own. */
  suggestLanguage(code: string): void {
    if (!this.#chosen && isLanguage(code)) void this.#speak(code)
  }

  chooseLanguage(language: Language): void {
    this.#chosen = true
    this.#storage.setItem('torgau.language', language)
    void this.#speak(language)
  }

  /** Changes once the texts are here; the last choice wins, and where the station is lost the language stays. */
  async #speak(language: Language): Promise<void> {
    this.#wanted = language
    try {
      await fetchTexts(language)
      if (this.#wanted === language) this.language = language
    } catch {
      this.#wanted = this.language
    }
  }

  chooseTheme(theme: Theme): void {
    this.theme = theme
    this.#storage.setItem('torgau.theme', theme)
  }

  switchKeys(on: boolean): void {
    this.keysOn = on
    this.#storage.setItem('torgau.keys', on ? 'on' : 'off')
  }

  chooseOffice(office: Office): void {
    this.office = office
    this.#storage.setItem('torgau.office', JSON.stringify(office))
  }

  /** The text of `key` in the language of this seat. */
  t = (key: Key, values?: Values): string => text(this.language, key, values)

  /** The text of a key that is only known at run time, else of `otherwise`. */
  tOr = (key: string, otherwise: Key, values?: Values): string => this.t(isKey(key) ? key : otherwise, values)

  languageName = (code: string): string => (isKey(`language.${code}`) ? this.t(`language.${code}` as Key) : code)
}

function storedOffice(json: string | null): Office | undefined {
  if (json === null) return undefined
  try {
    const { title, capacity } = JSON.parse(json) as Partial<Office>
    return typeof title === 'string' && typeof capacity === 'string' ? { title, capacity } : undefined
  } catch {
    return undefined
  }
}
