import type { components } from '#generated/api'
import type { Say } from './text'
import { dtg } from './time'

/** Until when something stands, and what ended or confirmed it before. */
export function standingWords(t: Say, stand: components['schemas']['Notified']): string {
  const parts = [t('console.matter.until', { time: dtg(stand.until) })]
  if (stand.confirmed_by !== undefined) parts.push(t('console.matter.confirmed', { number: stand.confirmed_by.number }))
  if (stand.ended_by !== undefined) parts.push(t('console.matter.ended_by', { number: stand.ended_by.number }))
  return parts.join(' · ')
}
