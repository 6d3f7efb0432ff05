export type Command =
  | 'next'
  | 'previous'
  | 'compose'
  | 'reply'
  | 'read'
  | 'understood'
  | 'not_understood'
  | 'passed_on'
  | 'automatic'
  | 'test'
  | 'silence'
  | 'suspension'
  | 'signals'
  | 'awaited'
  | 'search'
  | 'orderwire'
  | 'matter'
  | 'warning'
  | 'lock'
  | 'help'
  | 'escape'

/** By the place on the keyboard and not by the letter, so that the same keys work on a Latin and on a Cyrillic layout. */
const BY_PLACE: Record<string, Command> = {
  KeyJ: 'next',
  KeyK: 'previous',
  KeyN: 'compose',
  KeyA: 'reply',
  KeyR: 'read',
  KeyU: 'understood',
  KeyX: 'not_understood',
  KeyP: 'passed_on',
  KeyF: 'automatic',
  KeyT: 'test',
  KeyS: 'silence',
  KeyL: 'suspension',
  KeyG: 'signals',
  KeyW: 'awaited',
  Slash: 'search',
  KeyO: 'orderwire',
  KeyM: 'matter',
}

export interface Pressed {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly repeat: boolean
}

/** What the key would fall into. */
export interface Where {
  /** A field that takes letters has the focus. */
  readonly typing: boolean
  /** Something is being written or signed: a letter that misses its field must not start anything else. */
  readonly writing: boolean
}

/** Whether the element takes letters for itself. */
export const takesLetters = (element: EventTarget | null): boolean =>
  element instanceof HTMLElement && (element.isContentEditable || element.matches('textarea, select, input:not([type="checkbox"], [type="radio"])'))

/** Whether a bare key that belongs to a page was pressed where nothing is written. */
export const bareDigit = (pressed: Pressed, where: Where, singleKeys: boolean): string | undefined =>
  singleKeys && !where.typing && !where.writing && !pressed.repeat && /^Digit\d$/.test(pressed.code) && !(pressed.ctrlKey || pressed.altKey || pressed.metaKey || pressed.shiftKey)
    ? pressed.code
    : undefined

/** A key that is held down moves through the list, and does nothing else twice. */
const HELD: readonly Command[] = ['next', 'previous']

/** The command of a key press; none while something is being typed, or with a modifier. Escape, F1, F2, F9 and Shift F8 always work. */
export function command(pressed: Pressed, where: Where, singleKeys: boolean): Command | undefined {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return undefined
  const wanted = named(pressed) ?? (where.typing ? undefined : (arrow(pressed, where.writing) ?? (singleKeys ? letter(pressed, where.writing) : undefined)))
  return wanted !== undefined && pressed.repeat && !HELD.includes(wanted) ? undefined : wanted
}

function named({ key, shiftKey }: Pressed): Command | undefined {
  if (key === 'Escape') return 'escape'
  if (key === 'F1') return 'help'
  if (key === 'F8' && shiftKey) return 'warning'
  if (key === 'F9') return 'lock'
  return key === 'F2' ? 'silence' : undefined
}

/** Arrows are no letters: they go through the list also where single keys are off. */
function arrow({ code, shiftKey }: Pressed, writing: boolean): Command | undefined {
  if (writing || shiftKey) return undefined
  if (code === 'ArrowDown') return 'next'
  return code === 'ArrowUp' ? 'previous' : undefined
}

function letter({ key, code, shiftKey }: Pressed, writing: boolean): Command | undefined {
  if (key === '?') return 'help'
  if (key === '/' && !writing) return 'search'
  const wanted = shiftKey ? undefined : BY_PLACE[code]
  return writing && wanted !== 'silence' ? undefined : wanted
}
