import type { Precedence } from './api'

/** Most bytes of UTF-8 of any text. */
export const MAX_TEXT_BYTES = 32_768

/** Words as the station counts them: runs without white space (Unicode White_Space). */
export const words = (text: string): number => text.split(/\p{White_Space}+/u).filter((run) => run !== '').length

export const bytes = (text: string): number => new TextEncoder().encode(text).length

/** The limit of the agreement, where the precedence has one. */
export const wordLimit = (precedence: Precedence | undefined, urgentWords: number): number | undefined =>
  precedence === 'FLASH' || precedence === 'IMMEDIATE' ? urgentWords : undefined
