const HIDDEN = /[\u180E\u200B\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu

/** A text without the characters that nobody types on purpose and no reader sees. No station signs them. */
export const without = (text: string): string => text.replace(HIDDEN, '')

/** What another side has signed, with such characters as their code points: `‹U+202E›`. */
export const shown = (text: string): string => text.replace(HIDDEN, (c) => `‹U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`)

/** An answer of the station as it can be shown. */
export const read = (json: string): unknown => JSON.parse(json, json.search(HIDDEN) < 0 ? undefined : (_, value: unknown) => (typeof value === 'string' ? shown(value) : value))
