import type { Counterpart } from './api'

export type Headline = 'working' | 'technical_fault' | 'unanswered' | 'not_yet_met' | 'receive_only' | 'listens' | 'suspended' | 'unknown' | 'lost'

const KNOWN: readonly string[] = ['working', 'technical_fault', 'unanswered', 'not_yet_met', 'receive_only', 'listens', 'suspended']

/** What to show biggest. A state of a later edition is unknown, and unknown is never calm. */
export function headline(counterpart: Counterpart, stationLost: boolean): Headline {
  if (stationLost) return 'lost'
  const said: string = counterpart.headline
  return KNOWN.includes(said) ? (said as Headline) : 'unknown'
}

const GRAVITY: readonly Headline[] = ['lost', 'unanswered', 'technical_fault', 'unknown', 'receive_only', 'listens', 'suspended', 'not_yet_met', 'working']

/** The gravest of several, for the window's title. */
export function gravest(headlines: readonly Headline[]): Headline | undefined {
  return GRAVITY.find((h) => headlines.includes(h))
}
