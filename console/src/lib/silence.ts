import { PRECEDENCES, type Alarm, type Entry } from './api'

/** An entry that arrived longer ago and has no alarm gets none: its alarm was over, or could not be kept. */
export const ALARM_COMES_WITHIN_MS = 60_000

/** What one press of the silencing key speaks of. */
export interface Hush {
  readonly alarms: readonly string[]
  /** Entries that are shown already and whose alarms the station tells in a moment: they are silenced when they come. */
  readonly coming: readonly string[]
}

/**
 * A press silences what is heard: the alarms of the loudest precedence, never a quieter one unheard beneath them. The station tells an
 * alarm a moment after its entry; who has seen the entry and presses then is not made to press again.
 */
export function hush(alarms: readonly Alarm[], entries: readonly Entry[], now: number): Hush {
  const sounding = alarms.filter((a) => a.silenced_at === undefined && a.cleared_at === undefined)
  const fresh = entries.filter((e) => e.awaiting_acknowledgement && isUrgent(e) && now - Date.parse(e.arrived_at) <= ALARM_COMES_WITHIN_MS)
  const coming = fresh.filter((e) => alarms.every((a) => a.reference !== e.reference))
  const loudest = PRECEDENCES.find((p) => sounding.some((a) => a.precedence === p))
  return {
    alarms: sounding.filter((a) => a.precedence === loudest).map((a) => a.id),
    coming: coming.filter((e) => loudest === undefined || e.precedence === loudest).map((e) => e.reference),
  }
}

const isUrgent = (entry: Entry) => entry.precedence === 'FLASH' || entry.precedence === 'IMMEDIATE'
