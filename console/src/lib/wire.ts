import type { Entry, Words } from './api'
import { plain } from './entry'

export const WIRE = 'OW'
/** Words of a line, as format OW has it. */
export const MAX_LINE_WORDS = 60

/** One line of the orderwire as it is shown. */
export interface WireLine {
  readonly entry: Entry
  /** What the line is about: words of the catalogue. */
  readonly about: Words | undefined
  /** What was typed, in its author's own alphabet. */
  readonly text: string
  readonly language: string
}

const ABOUT = ['topic', 'question', 'answer', 'office']

/** The lines of the orderwire among these entries, in their order; formats of other procedures are none. */
export function wireLines(entries: readonly Entry[]): WireLine[] {
  return entries.flatMap((entry) => {
    const act = entry.act
    if (act.type !== 'notification' || act.procedure !== WIRE) return []
    const about = act.fields.find((f) => ABOUT.includes(f.name))
    const text = act.fields.find((f) => f.name === 'text')
    return [{ entry, about: about?.words ?? act.title, text: text === undefined ? '' : plain(text.written), language: act.language }]
  })
}

/** The orderwire is one matter a day (UTC): what a new line joins, or nothing where it is the first. */
export function dayMatter(lines: readonly WireLine[], now: number): string | undefined {
  const day = new Date(now).toISOString().slice(0, 10)
  const today = lines.find(({ entry }) => entry.time.slice(0, 10) === day && entry.matter === entry.reference && entry.void === undefined)
  return today?.entry.reference
}

/** Lines of others that nobody here has opened. */
export const unread = (lines: readonly WireLine[]): WireLine[] => lines.filter(({ entry }) => entry.direction === 'in' && entry.opened_at === undefined)
