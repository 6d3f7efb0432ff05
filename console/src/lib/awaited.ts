import type { AwaitedItem } from './api'

/** A time that runs to or from a moment: hours and minutes below two days, else days. */
export function span(ms: number): { unit: 'm' | 'h' | 'd'; n: number } {
  const minutes = Math.floor(Math.abs(ms) / 60_000)
  if (minutes < 120) return { unit: 'm', n: minutes }
  return minutes < 48 * 60 ? { unit: 'h', n: Math.floor(minutes / 60) } : { unit: 'd', n: Math.floor(minutes / 1440) }
}

/** Where an item stands at this moment: its time may have come since the station was asked. */
export function standing(item: AwaitedItem, now: number): 'not_received' | 'no_time' | 'running' | 'no_reply' {
  if (item.state === 'running' || item.state === 'no_reply') {
    return item.requested_by !== undefined && Date.parse(item.requested_by) <= now ? 'no_reply' : 'running'
  }
  return item.state === 'not_received' ? 'not_received' : 'no_time'
}
