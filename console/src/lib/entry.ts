import { PRECEDENCES, type Alarm, type Entry, type Notification, type Precedence, type Receipt, type Sentence, type Stage, type Words, type Written } from './api'

/** The letter that is shown beside the word in every language. */
export const LETTER: Record<Precedence, string> = { FLASH: 'Z', IMMEDIATE: 'O', PRIORITY: 'P', ROUTINE: 'R' }

const RANK: Record<Stage, number> = { received: 0, read: 1, not_understood: 2, understood: 3, passed_on: 4 }

/** How far an entry came with each party: its furthest receipt, and a "not understood" as long as nothing later took it back. */
export function furthest(receipts: readonly Receipt[]): Receipt[] {
  const best = new Map<string, Receipt>()
  for (const receipt of receipts) {
    const held = best.get(receipt.party)
    if (held === undefined || overtakes(receipt, held)) best.set(receipt.party, receipt)
  }
  return [...best.values()].sort((a, b) => a.party.localeCompare(b.party))
}

/** Receipts come oldest first: a later "not understood" overtakes, an earlier one is overtaken only by "understood" or "passed on". */
function overtakes(next: Receipt, held: Receipt): boolean {
  return next.stage === 'not_understood' ? held.stage !== 'not_understood' : RANK[next.stage] > RANK[held.stage]
}

/** What is said, in the reader's language where the author gave it so, else in the original. */
export function bestText(original: Sentence, courtesy: readonly Sentence[], language: string): Sentence & { courtesy: boolean } {
  if (original.language === language) return { ...original, courtesy: false }
  const found = courtesy.find((c) => c.language === language)
  return found === undefined ? { ...original, courtesy: false } : { ...found, courtesy: true }
}

/** The sender's courtesy translations of a message: those signed with it, then those that came later. */
export function courtesyOf(entry: Entry): readonly Sentence[] {
  const signed = entry.act.type === 'message' ? (entry.act.courtesy ?? []) : []
  return [...signed, ...(entry.later_courtesy ?? []).filter((later) => later.part === '')]
}

const primary = (tag: string): string => tag.split('-')[0] ?? tag

/** Words of the catalogue in the reader's language, if it has them. */
export function inLanguage(words: Words | undefined, language: string): string | undefined {
  const found = Object.entries(words ?? {}).find(([tag]) => primary(tag) === primary(language))
  return found?.[1]
}

/** What is written in a field, as it stands: a text, or the list or object that it is. */
export function plain(written: Written | undefined): string {
  return typeof written === 'string' ? written : JSON.stringify(written ?? '')
}

/** What a filed format says in the reader's language, and beside it in its author's; the same once where they are one. */
export function saidOf(act: Notification, language: string): Sentence[] {
  const own = act.sentences.find((s) => primary(s.language) === primary(language))
  const original = act.sentences.find((s) => primary(s.language) === primary(act.language))
  return [...new Set([own, original].filter((s) => s !== undefined))]
}

/** The title of a filed format in the reader's language; its code if it is not known here. */
export function titleOf(act: Notification, language: string): string {
  const code = act.procedure === act.format ? act.format : `${act.procedure}/${act.format}`
  const title = inLanguage(act.title, language)
  return title === undefined ? code : `${code} · ${title}`
}

/** The alarm to sound: the loudest of those that are neither silenced nor gone. */
export function loudest(alarms: readonly Alarm[]): Precedence | undefined {
  const sounding = alarms.filter((a) => a.silenced_at === undefined && a.cleared_at === undefined)
  return PRECEDENCES.find((p) => sounding.some((a) => a.precedence === p))
}

/** An entry that an officer here may acknowledge. */
export function acknowledgeable(entry: Entry): boolean {
  return entry.direction === 'in' && !entry.automatic && entry.act.type !== 'acknowledgement' && entry.act.type !== 'translation'
}

/** What one principal writes to another is shown here only after somebody has opened it here on purpose. */
export function sealed(entry: Entry): boolean {
  const text = entry.act.type === 'message' || entry.act.type === 'notification'
  return entry.class === 'PRINCIPAL' && entry.direction === 'in' && text && entry.opened_at === undefined
}

/** What says for whom a filed format is: its fields that are offices. */
export function offices(act: Notification): Notification['fields'] {
  return act.fields.filter(({ written }) => typeof written === 'object' && written !== null && 'title' in written)
}
