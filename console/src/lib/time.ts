const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'] as const
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const two = (n: number) => String(n).padStart(2, '0')

/** The date-time group that every armed force reads: `211830ZNOV26`. */
export function dtg(instant: string | number): string {
  const t = new Date(instant)
  const month = MONTHS[t.getUTCMonth()] ?? '???'
  return `${two(t.getUTCDate())}${two(t.getUTCHours())}${two(t.getUTCMinutes())}Z${month}${two(t.getUTCFullYear() % 100)}`
}

/** Hours and minutes, for what happened within a day: `1830Z`. */
export function hours(instant: string | number): string {
  const t = new Date(instant)
  return `${two(t.getUTCHours())}${two(t.getUTCMinutes())}Z`
}

/** Hours, minutes and seconds, for the clock on the wall: `18:30:07`. */
export function clock(instant: number): string {
  return new Date(instant).toISOString().slice(11, 19)
}

export const isoDay = (instant: number): string => new Date(instant).toISOString().slice(0, 10)

/**
 * A time as an officer types it: `1830`, `18:30`, `1830Z` or a whole `211830ZNOV26`. Hours alone mean the last such moment; up to
 * five minutes ahead of `now` is taken as now's clock being slow. Nothing if it is no time.
 */
export function typedTime(typed: string, now: number): string | undefined {
  const text = typed.trim().toUpperCase()
  const whole = /^(\d\d)(\d\d)(\d\d)Z?\s*([A-Z]{3})\s*(\d\d)$/.exec(text)
  if (whole) return wholeGroup(whole)
  const short = /^(\d\d):?(\d\d)Z?$/.exec(text)
  if (!short) return undefined
  const [h, m] = [Number(short[1]), Number(short[2])]
  if (h > 23 || m > 59) return undefined
  const midnight = Math.floor(now / DAY) * DAY
  const today = midnight + (h * 60 + m) * MINUTE
  return new Date(today > now + 5 * MINUTE ? today - DAY : today).toISOString()
}

function wholeGroup(group: RegExpExecArray): string | undefined {
  const [day, h, m, month, year] = [Number(group[1]), Number(group[2]), Number(group[3]), group[4], 2000 + Number(group[5])]
  const index = MONTHS.findIndex((name) => name === month)
  if (index < 0 || h > 23 || m > 59) return undefined
  const t = new Date(Date.UTC(year, index, day, h, m))
  return t.getUTCDate() === day && t.getUTCMonth() === index ? t.toISOString() : undefined
}

/** How long ago, in the largest unit that still says something: seconds up to two minutes, then minutes, then hours. */
export function ago(ms: number): { unit: 's' | 'm' | 'h'; n: number } {
  const s = Math.max(0, Math.floor(ms / 1000))
  if (s < 120) return { unit: 's', n: s }
  return s < 7200 ? { unit: 'm', n: Math.floor(s / 60) } : { unit: 'h', n: Math.floor(s / 3600) }
}

/** Seconds to the tenth, with the decimal sign of the language. */
export const tenths = (ms: number, language: string): string =>
  new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(ms / 1000)
