import type { Precedence } from './api'

/** Most words of a FLASH or IMMEDIATE text. */
export const MAX_URGENT_WORDS = 200
/** Most code points of any text. */
export const MAX_TEXT = 8000

/** Words as the station counts them: runs without white space (Unicode White_Space). */
export const words = (text: string): number => text.split(/\p{White_Space}+/u).filter((run) => run !== '').length

export const codePoints = (text: string): number => [...text].length

export const wordLimit = (precedence: Precedence | undefined): number | undefined =>
  precedence === 'FLASH' || precedence === 'IMMEDIATE' ? MAX_URGENT_WORDS : undefined
