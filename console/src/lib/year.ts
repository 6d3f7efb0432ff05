import type { PlanDates, PlanEvent } from './api-year'
import { inLanguage } from './entry'
import type { Words } from './api'

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'] as const
const MINUTE = 60_000

/** An item of a code list in the reader's language; its code where the catalogue here has no words for it. */
export function coded(item: { readonly code: string; readonly words?: Words } | undefined, language: string): string {
  return item === undefined ? '' : (inLanguage(item.words, language) ?? item.code)
}

/** The days of something as officers write them: `10–14 MAY 27`, `28 MAY – 2 JUN 27`; within one day with its hours: `10 MAY 27 0900–1100Z`. */
export function days(dates: { readonly from: string; readonly to?: string }): string {
  const from = new Date(dates.from)
  if (dates.to === undefined) return `${day(from)} ${year(from)} …`
  const to = new Date(dates.to)
  if (year(from) !== year(to)) return `${day(from)} ${year(from)} – ${day(to)} ${year(to)}`
  if (from.getUTCMonth() !== to.getUTCMonth()) return `${day(from)} – ${day(to)} ${year(to)}`
  if (from.getUTCDate() !== to.getUTCDate()) return `${from.getUTCDate()}–${day(to)} ${year(to)}`
  return wholeDay(from, to) ? `${day(from)} ${year(from)}` : `${day(from)} ${year(from)} ${hhmm(from)}–${hhmm(to)}Z`
}

const day = (t: Date) => `${t.getUTCDate()} ${MONTHS[t.getUTCMonth()] ?? '?'}`
const year = (t: Date) => String(t.getUTCFullYear() % 100).padStart(2, '0')
const hhmm = (t: Date) => t.toISOString().slice(11, 16).replace(':', '')
const wholeDay = (from: Date, to: Date) => hhmm(from) === '0000' && hhmm(to) === '2359'

/** `2026-11`, `NOV 26`. */
export const month = (written: string): string => `${MONTHS[Number(written.slice(5, 7)) - 1] ?? written} ${written.slice(2, 4)}`

/** The years in which an event lies, the earliest first; at most so many of one event, so that an end in the year 9999 makes no list of its own. */
export function yearsOf(events: readonly PlanEvent[]): number[] {
  const found = new Set<number>()
  for (const { dates } of events) {
    if (dates === undefined) continue
    const from = new Date(dates.from).getUTCFullYear()
    const to = new Date(dates.to ?? dates.from).getUTCFullYear()
    for (let y = from; y <= Math.min(to, from + 4); y++) found.add(y)
  }
  return [...found].sort((a, b) => a - b)
}

/** Which year is shown first: the first in which something is still to come or going on, else the last that has anything, else this one. */
export function startingYear(events: readonly PlanEvent[], now: number): number {
  const ahead = events.filter(({ dates }) => dates !== undefined && Date.parse(dates.to ?? dates.from) >= now)
  const current = new Date(now).getUTCFullYear()
  const years = yearsOf(ahead).filter((y) => y >= current)
  return years[0] ?? yearsOf(events).at(-1) ?? current
}

/** Where a period lies in a year, in per cent of its length; nothing if it lies beside it. An open end lasts to the end of its first day. */
export function stripOf(dates: PlanDates, y: number): { readonly left: number; readonly width: number } | undefined {
  const [begin, end] = [Date.UTC(y, 0, 1), Date.UTC(y + 1, 0, 1)]
  const from = Date.parse(dates.from)
  const to = dates.to === undefined ? from + 24 * 60 * MINUTE : Date.parse(dates.to)
  if (to < begin || from >= end) return undefined
  const left = Math.max(0, (from - begin) / (end - begin)) * 100
  const right = Math.min(1, (to - begin) / (end - begin)) * 100
  return { left: Math.min(left, 99), width: Math.max(right - left, 1) }
}

/** The events of a year, the earliest first, and behind them those that have no dates now. */
export function ofYear(events: readonly PlanEvent[], y: number): PlanEvent[] {
  const dated = events.filter((e) => e.dates !== undefined && stripOf(e.dates, y) !== undefined)
  const from = (e: PlanEvent) => e.dates?.from ?? ''
  return [...dated.sort((a, b) => from(a).localeCompare(from(b)) || a.number.localeCompare(b.number)), ...events.filter((e) => e.dates === undefined)]
}

/** All codes of one kind that events have, once each, for a choice. */
export function codesOf(events: readonly PlanEvent[], of: (event: PlanEvent) => { code: string; words?: Words } | undefined): { code: string; words?: Words }[] {
  const found = new Map<string, { code: string; words?: Words }>()
  for (const event of events) {
    const item = of(event)
    if (item !== undefined && !found.has(item.code)) found.set(item.code, item)
  }
  return [...found.values()].sort((a, b) => a.code.localeCompare(b.code))
}

/** A shape for what a side says of an event, beside its word. */
export function shapeOf(status: string | undefined): string {
  switch (status) {
    case 'held':
      return '■'
    case 'agreed':
    case 'dates_fixed':
    case 'confirmed':
    case 'invitation_out':
    case 'delegation_named':
    case 'delegation_received':
      return '●'
    case 'suspended':
      return '‖'
    case 'postponed':
    case 'cancelled':
    case 'declined':
    case 'withdrawn':
      return '✕'
    case undefined:
      return '·'
    default:
      return '○'
  }
}

/** Bytes as JSON carries them, in pieces: an argument list has its limits. */
export function base64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary)
}
