import type { Entry, Format } from './api'

/** A format of the table of short signals, with what is special about it. */
export type ShortSignal = Format & { signal: NonNullable<Format['signal']> }

export const isSignal = (format: Format): format is ShortSignal => format.signal !== undefined

/** The letter or digit of a Latin keyboard that stands where this key does, whatever layout is in use; nothing for other keys. */
export function keyAt(code: string): string | undefined {
  return /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(code)?.slice(1).find((part) => part !== undefined)
}

/** The signals whose keys begin as those that were pressed. */
export const matching = (signals: readonly ShortSignal[], pressed: string): ShortSignal[] => signals.filter((s) => s.signal.keys.startsWith(pressed))

/** The keys after one more press: what leads nowhere begins anew with the key itself, or counts for nothing. */
export function pressed(signals: readonly ShortSignal[], before: string, key: string): string {
  const chosen = signals.some((s) => s.signal.keys === before)
  return [chosen ? '' : before + key, key].find((keys) => keys !== '' && matching(signals, keys).length > 0) ?? before
}

/** Those that answer the entry first, in the order of the table. */
export function answersFirst(signals: readonly ShortSignal[], to: Entry | undefined): ShortSignal[] {
  const answers = answersTo(signals, to)
  return [...signals.filter((s) => answers.includes(s.code)), ...signals.filter((s) => !answers.includes(s.code))]
}

/** Codes of the signals that answer an entry of the other side's; none if it is no signal. */
export function answersTo(signals: readonly ShortSignal[], to: Entry | undefined): readonly string[] {
  const act = to?.act
  if (to?.direction !== 'in' || act?.type !== 'notification') return []
  return signals.find((s) => s.code === act.format && act.procedure === 'SIGNALS')?.signal.answers ?? []
}
