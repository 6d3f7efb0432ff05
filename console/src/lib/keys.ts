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
  | 'help'
  | 'escape'

/** By the place on the keyboard and not by the letter, so that the same keys work on a Latin and on a Cyrillic layout. */
const BY_PLACE: Record<string, Command> = {
  KeyJ: 'next',
  ArrowDown: 'next',
  KeyK: 'previous',
  ArrowUp: 'previous',
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
}

export interface Pressed {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

/** The command of a key press; none while something is being typed, or with a modifier. Escape and F1 always work. */
export function command(pressed: Pressed, typing: boolean, singleKeys: boolean): Command | undefined {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return undefined
  if (pressed.key === 'Escape') return 'escape'
  if (pressed.key === 'F1') return 'help'
  if (typing || !singleKeys) return undefined
  if (pressed.key === '?') return 'help'
  return pressed.shiftKey ? undefined : BY_PLACE[pressed.code]
}
