import type { components } from '#generated/api'
import type { MatterEntries, Step } from './api'

export type FieldValue = components['schemas']['FieldValue']

/** Most entries of a matter that the station gives at once. */
export const MOST_AT_ONCE = 200
/** Entries that are shown first, and how many more each time. */
export const PAGE = 100

/** Reads a page of a matter that ends before an entry; without one, its newest. */
export type ReadPage = (limit: number, before?: string) => Promise<MatterEntries>

/**
 * The newest entries of a matter in its own order, at least so many if there are so many. They are read anew each time: an entry that
 * comes late has its place between others.
 */
export async function newestEntries(read: ReadPage, wanted: number): Promise<MatterEntries> {
  let got = await read(Math.min(wanted, MOST_AT_ONCE))
  while (got.entries.length < wanted && got.earlier > 0) {
    const first = got.entries[0]
    if (first === undefined) break
    const before = await read(Math.min(wanted - got.entries.length, MOST_AT_ONCE), first.reference)
    got = { ...got, entries: [...before.entries, ...got.entries], translations: [...before.translations, ...got.translations], earlier: before.earlier }
  }
  return got
}

/** The message number by which people know an entry of this matter; of another, its reference. */
export function numberIn(steps: readonly Step[], reference: string): string {
  return steps.find((step) => step.entry === reference)?.number ?? reference
}
