import type { Alarm, Entry, EntryPage, ReceiptEvent, Status } from './api'

/** Most entries kept on the screen; older ones are read again from the station. */
export const MAX_KEPT = 2000
/** The station sends a heartbeat every 5 s; three missed ones are a loss. */
export const SILENCE_IS_LOSS_MS = 15_000

/** All that this screen knows of the line, and when it last heard so. Time is the screen's own monotonic clock, in ms. */
export interface Watch {
  readonly entries: readonly Entry[]
  readonly earlier: string | undefined
  readonly status: Status | undefined
  readonly cursor: string | undefined
  readonly broken: boolean
  readonly heardAt: number | undefined
  readonly stationTime: number | undefined
}

export const nothingYet: Watch = {
  entries: [],
  earlier: undefined,
  status: undefined,
  cursor: undefined,
  broken: false,
  heardAt: undefined,
  stationTime: undefined,
}

export type Word =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'receipt'; readonly receipt: ReceiptEvent }
  | { readonly kind: 'line'; readonly status: Status }
  | { readonly kind: 'alarm'; readonly alarm: Alarm }
  | { readonly kind: 'heartbeat'; readonly now: string }
  | { readonly kind: 'newest'; readonly page: EntryPage }
  | { readonly kind: 'earlier'; readonly page: EntryPage }
  | { readonly kind: 'found'; readonly entry: Entry }
  | { readonly kind: 'signed'; readonly entry: Entry }
  | { readonly kind: 'opened'; readonly reference: string; readonly at: string }
  | { readonly kind: 'refold' }
  | { readonly kind: 'broken' }

/** The screen's knowledge after `word` came at `at`. Hearing the same twice changes nothing. */
export function on(watch: Watch, word: Word, at: number): Watch {
  switch (word.kind) {
    case 'entry':
      return { ...withNewest(heard(watch, at), word.entry), cursor: word.entry.cursor }
    case 'receipt':
      return { ...heard(watch, at), entries: changed(watch.entries, word.receipt.reference, () => word.receipt) }
    case 'line':
      return { ...heard(watch, at), status: withSilences(word.status, watch.status), stationTime: Date.parse(word.status.now) }
    case 'alarm':
      return { ...heard(watch, at), status: withAlarm(watch.status, word.alarm) }
    case 'heartbeat':
      return { ...heard(watch, at), stationTime: Date.parse(word.now) }
    case 'newest':
      return { ...withOlder(watch, word.page), cursor: watch.cursor ?? word.page.next }
    case 'earlier':
      return withOlder(watch, word.page)
    case 'found':
      return { ...watch, entries: merged([word.entry], watch.entries) }
    case 'signed':
      return known(watch, word.entry) ? watch : withNewest(watch, word.entry)
    case 'opened':
      return { ...watch, entries: changed(watch.entries, word.reference, (e) => ({ opened_at: e.opened_at ?? word.at })) }
    case 'refold':
      return { ...watch, entries: [], earlier: undefined }
    case 'broken':
      return { ...watch, broken: true }
  }
}

/** Whether the station must be shown as lost: loudly, like a dead line. */
export function lost(watch: Watch, at: number): boolean {
  return watch.broken || (watch.heardAt !== undefined && at - watch.heardAt > SILENCE_IS_LOSS_MS)
}

/** The station's clock now, carried on by the screen's own since the last word. */
export function stationNow(watch: Watch, at: number): number | undefined {
  if (watch.stationTime === undefined || watch.heardAt === undefined) return undefined
  return watch.stationTime + (at - watch.heardAt)
}

/** Whether the stream was quicker than the answer to the POST: what it told may say more, a receipt for instance. */
function known(watch: Watch, entry: Entry): boolean {
  return watch.entries.some((e) => e.reference === entry.reference)
}

function heard(watch: Watch, at: number): Watch {
  return { ...watch, broken: false, heardAt: at, stationTime: stationNow(watch, at) }
}

/** The stream tells entries in their order of arrival, so the one just told stands last, even if a POST had shown it before. */
function withNewest(watch: Watch, entry: Entry): Watch {
  const all = [...watch.entries.filter((e) => e.reference !== entry.reference), entry]
  const entries = all.slice(-MAX_KEPT)
  return { ...watch, entries, earlier: entries.length < all.length ? entries[0]?.cursor : watch.earlier }
}

function withOlder(watch: Watch, page: EntryPage): Watch {
  return { ...watch, entries: merged(page.entries, watch.entries), earlier: page.more ? page.previous : undefined }
}

function changed(entries: readonly Entry[], reference: string, change: (entry: Entry) => Partial<Entry>): readonly Entry[] {
  return entries.map((e) => (e.reference === reference ? { ...e, ...change(e) } : e))
}

/** `older` before `newer`; what is in both keeps the place of the older and the content of the newer. */
function merged(older: readonly Entry[], newer: readonly Entry[]): readonly Entry[] {
  const fresh = new Map(newer.map((e) => [e.reference, e]))
  const front = older.map((e) => fresh.get(e.reference) ?? e)
  const known = new Set(older.map((e) => e.reference))
  return [...front, ...newer.filter((e) => !known.has(e.reference))]
}

function withAlarm(status: Status | undefined, alarm: Alarm): Status | undefined {
  if (status === undefined) return undefined
  const others = status.alarms.filter((a) => a.id !== alarm.id)
  const alarms = alarm.cleared_at === undefined ? [...others, alarm] : others
  const sorted = alarms.sort((a, b) => a.raised_at.localeCompare(b.raised_at) || a.id.localeCompare(b.id))
  return withSilences({ ...status, alarms: sorted }, status)
}

/** What was silenced stays so: a word that left the station before it took the silencing must not make the alarm sound again. */
function withSilences(status: Status, before: Status | undefined): Status {
  const silenced = new Map(before?.alarms.map((a) => [a.id, a.silenced_at]))
  const kept = (a: Alarm): Alarm => {
    const at = a.silenced_at ?? silenced.get(a.id)
    return at === undefined ? a : { ...a, silenced_at: at }
  }
  return { ...status, alarms: status.alarms.map(kept) }
}
