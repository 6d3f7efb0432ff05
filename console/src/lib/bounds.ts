import { typedTime } from './time'

/**
 * A day or a moment as an officer types it, as the station takes it: `2026-11-23`, `23.11.2026`, `211830ZNOV26`. Of a day its first
 * second, or its last where it `ends` a time. Nothing if it is neither.
 */
export function bound(typed: string, ends: boolean, now: number): string | undefined {
  const text = typed.trim()
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  const local = /^(\d\d?)\.(\d\d?)\.(\d{4})$/.exec(text)
  const [year, month, day] = iso !== null ? [iso[1], iso[2], iso[3]] : local !== null ? [local[3], local[2], local[1]] : []
  if (year === undefined || month === undefined || day === undefined) return typedTime(text, now)
  const start = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  if (start.getUTCDate() !== Number(day) || start.getUTCMonth() !== Number(month) - 1) return undefined
  const on = start.toISOString().slice(0, 10)
  return ends ? `${on}T23:59:59Z` : `${on}T00:00:00Z`
}
