import type { Entry, Release } from './api'
import { saidOf, titleOf } from './entry'

/** Whether the station has only kept what it was asked to say: it waits for a second signature. */
export const waits = (answer: Entry | Release): answer is Release => 'proposed' in answer

/** Those that nobody has decided on yet, the oldest first. */
export const undecided = (releases: readonly Release[]): readonly Release[] =>
  releases.filter((r) => r.state === 'waiting' || r.state === 'signing').toReversed()

/** What a release says, in few words; empty where the act has none of its own. */
export function gistOf({ act }: Release, language: string): string {
  if (act.type === 'message') return act.subject ?? act.text
  if (act.type === 'notification') return saidOf(act, language)[0]?.text ?? titleOf(act, language)
  return act.type === 'suspension' || act.type === 'resumption' ? act.authority : ''
}
