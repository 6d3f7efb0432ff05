import type { components } from '#generated/api'
import type { Code } from '#generated/codes'
import { read } from './hidden'

type Schemas = components['schemas']
export type Entry = Schemas['Entry']
export type Act = Schemas['Act']
export type Receipt = Schemas['Receipt']
export type Stage = Schemas['Stage']
export type OfficerStage = Schemas['OfficerStage']
export type Cause = Schemas['Cause']
export type TrafficClass = Schemas['Class']
export type Precedence = Schemas['Precedence']
export type Office = Schemas['Office']
export type Sentence = Schemas['Sentence']
export type Notification = Schemas['NotificationAct']
export type Restated = Schemas['Restated']
export type Words = Schemas['Words']
export type Written = Schemas['Written']
export type Scope = Schemas['Scope']
export type Status = Schemas['Status']
export type Counterpart = Schemas['Counterpart']
export type ReceiveOnly = Schemas['ReceiveOnly']
export type NewReceiveOnly = Schemas['NewReceiveOnly']
export type Suspension = Schemas['StandingSuspension']
export type LinkTestResult = Schemas['LinkTestResult']
export type Alarm = Schemas['Alarm']
export type Agreement = Schemas['Agreement']
export type EntryPage = Schemas['EntryPage']
/** A free message or an acknowledgement: it says its class and precedence itself. */
export type NewEntry = Schemas['NewEntry'] & { class: TrafficClass; precedence: Precedence }
/** A format to be filed: class and precedence are those of the format, unless it says others. */
export type NewFiling = Schemas['NewEntry']
export type Procedure = Schemas['Procedure']
export type Format = Schemas['Format']
export type AwaitedItem = Schemas['AwaitedItem']
export type AwaitedLists = Schemas['AwaitedLists']
export type NewAcknowledgement = Schemas['NewAcknowledgement']
export type FormField = Schemas['FormField']
export type Matter = Schemas['Matter']
export type MatterEntries = Schemas['MatterEntries']
export type DeskTranslation = Schemas['DeskTranslation']
export type MatterOutline = Schemas['MatterOutline']
export type Step = Schemas['Step']
export type Preview = Schemas['NotificationPreview']
export type Fault = NonNullable<Schemas['Problem']['faults']>[number]
export type Draft = Schemas['Draft']
export type DraftContent = Schemas['DraftContent']
/** What one person has proposed and a second one has not signed yet. */
export type Release = Schemas['Release']
export type ReceiptEvent = Schemas['ReceiptEvent']
export type Heartbeat = Schemas['Heartbeat']
export type Problem = Schemas['Problem']

export const PRECEDENCES = ['FLASH', 'IMMEDIATE', 'PRIORITY', 'ROUTINE'] as const satisfies readonly Precedence[]
export const CLASSES = ['TEST', 'SERVICE', 'EXERCISE', 'FORMAL', 'PRINCIPAL'] as const satisfies readonly TrafficClass[]
export const CAUSES = [
  'unreadable',
  'language',
  'incomplete',
  'unknown_form',
  'ambiguous',
  'reference_unknown',
  'other',
] as const satisfies readonly Cause[]

/** What an officer released; the rest is automatic and folded away. */
export const RELEASED_ACTS = 'message,notification,acknowledgement,translation,amendment,suspension,resumption,unknown'

export const NOT_SIGNED_IN: Code = 'TG-6001'
export const DRAFT_CHANGED: Code = 'TG-6008'
export const LOCKED: Code = 'TG-6143'

/** The station answered, and said no. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.code}: ${problem.message}`)
  }
}

/** The station did not answer: whether it did what was asked is not known. */
export class Unreachable extends Error {}

export const BASE = '/api/v1'

export async function call<T>(method: string, path: string, body?: unknown, key?: string): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json' }
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  if (key !== undefined) headers['Idempotency-Key'] = key
  const language = document.documentElement.lang
  if (language !== '') headers['Accept-Language'] = language
  const request: RequestInit = { method, headers, credentials: 'same-origin', signal: AbortSignal.timeout(15_000) }
  if (body !== undefined) request.body = JSON.stringify(body)
  const response = await fetch(BASE + path, request).catch((cause: unknown) => {
    throw new Unreachable(String(cause))
  })
  if (response.status === 204) return undefined as T
  const answer: unknown = await response.text().then(read).catch((cause: unknown) => {
    throw new Unreachable(`${method} ${path}: ${response.status}, ${String(cause)}`)
  })
  if (!response.ok) throw new Refused(answer as Problem)
  return answer as T
}

/** Sends bytes as they are. A file may take longer than a question. */
export async function sendBytes<T>(method: string, path: string, bytes: Blob, more: Record<string, string> = {}): Promise<T> {
  const headers = { Accept: 'application/json', 'Content-Type': 'application/octet-stream', ...more }
  const response = await fetch(BASE + path, { method, headers, credentials: 'same-origin', body: bytes }).catch((cause: unknown) => {
    throw new Unreachable(String(cause))
  })
  const answer: unknown = await response.text().then(read).catch((cause: unknown) => {
    throw new Unreachable(String(cause))
  })
  if (!response.ok) throw new Refused(answer as Problem)
  return answer as T
}

/** Puts a file in that an entry is to name. */
export const putIn = (file: Blob, key: string) => sendBytes<Schemas['PutIn']>('PUT', '/blobs', file, { 'Idempotency-Key': key })

/** `?a=1&b=…` of what was asked, without what was left open. */
export function query(asked: Record<string, string | number | boolean | undefined>): string {
  const given = Object.entries(asked).flatMap(([name, value]) => (value === undefined || value === '' || value === false ? [] : [[name, String(value)]]))
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

export const place = (reference: string) => `/entries/${encodeURIComponent(reference)}`

export const signIn = (token: string) => call<Schemas['Session']>('POST', '/session', { token })
export const session = () => call<Schemas['SessionState']>('GET', '/session')
export type SessionState = Schemas['SessionState']
export const passkeyOptions = () => call<Schemas['Ceremony']>('POST', '/session/passkey-options')
export const signInByPasskey = (shown: Schemas['PasskeyShown']) => call<Schemas['Session']>('POST', '/session/passkey', shown)
export const lock = () => call<void>('POST', '/session/lock')
export const presence = () => call<void>('POST', '/session/presence')
export const unlock = (by: Schemas['Unlocking']) => call<void>('POST', '/session/unlock', by)
export const enrolmentOptions = (officer: string, code: string) => call<Schemas['Ceremony']>('POST', '/enrolment-options', { officer, code })
export const enrol = (shown: Schemas['PasskeyShown']) => call<Officer>('POST', '/enrolment', shown)
export type Officer = Schemas['Officer']
export type OfficerKept = Schemas['OfficerKept']
export type OfficerList = Schemas['OfficerList']
export type Role = Schemas['Role']
export type Invitation = Schemas['OfficerInvitation']
const officerAt = (id: string) => `/officers/${encodeURIComponent(id)}`
export const officers = () => call<OfficerList>('GET', '/officers')
export const addOfficer = (officer: Schemas['NewOfficer']) => call<OfficerKept>('POST', '/officers', officer)
export const changeOfficer = (id: string, to: Schemas['ChangedOfficer']) => call<OfficerKept>('PUT', officerAt(id), to)
export const moveOfficer = (id: string, to: Schemas['OfficerMove']) => call<OfficerKept>('PUT', `${officerAt(id)}/state`, to)
export const inviteOfficer = (id: string, revision: number) => call<Invitation>('POST', `${officerAt(id)}/invitation`, { revision })
export const recoverOfficer = (id: string, revision: number) => call<Invitation>('POST', `${officerAt(id)}/recovery`, { revision })
export const signOut = () => call<void>('DELETE', '/session')
export const status = () => call<Status>('GET', '/status')
export const receiveOnly = (order: NewReceiveOnly) => call<ReceiveOnly>('POST', '/receive-only', order)
export const endReceiveOnly = () => call<ReceiveOnly>('DELETE', '/receive-only')
export const agreement = () => call<Agreement>('GET', '/agreement')
export const entriesBefore = (cursor: string, limit: number, types: string | undefined) =>
  call<EntryPage>('GET', `/entries?before=${cursor}&limit=${limit}${types === undefined ? '' : `&types=${types}`}`)
export const entry = (reference: string) => call<Entry>('GET', place(reference))
export const opened = (reference: string) => call<void>('PUT', `${place(reference)}/opened`)
export const say = (entry: NewFiling, key: string) => call<Entry | Release>('POST', '/entries', entry, key)
export const startLinkTest = (key: string) => call<Entry>('POST', '/link-tests', {}, key)
export const sentence = (office: Office, acknowledgement: NewAcknowledgement) =>
  call<Schemas['SentenceAnswer']>('POST', '/acknowledgement-sentence', { office, acknowledgement })
export const catalogue = () => call<Schemas['Catalogue']>('GET', '/catalogue')
export const procedure = (code: string, edition?: number) => call<Procedure>('GET', `/catalogue/${encodeURIComponent(code)}${query({ edition })}`)
export const numberedText = (text: string) => call<Schemas['TypedFiling']>('POST', '/numbered-text', { text })
export const matter = (reference: string) => call<Matter>('GET', `/matters/${encodeURIComponent(reference)}`)
export const entriesOf = (matter: string) => (limit: number, before?: string) =>
  call<MatterEntries>('GET', `/matters/${encodeURIComponent(matter)}/entries${query({ limit, before })}`)
/** Where the station gives an entry on paper, as PDF. */
export const paper = (reference: string) => `${BASE}${place(reference)}/paper`
export const attachment = (reference: string, field: string) => `${BASE}${place(reference)}/attachments/${encodeURIComponent(field)}`
export const notificationSentence = (filing: NewFiling) => call<Schemas['NotificationPreview']>('POST', '/notification-sentence', filing)
export const matters = (asked: { awaited?: boolean; procedure?: string; limit: number }) => call<Schemas['MatterList']>('GET', `/matters${query(asked)}`)
export const standing = (asked: { ended?: boolean; limit: number }) => call<Schemas['StandingList']>('GET', `/standing${query(asked)}`)
export const awaited = () => call<AwaitedLists>('GET', '/awaited')
export const silence = (id: string) => call<Alarm>('POST', `/alarms/${encodeURIComponent(id)}/silence`)
export const drafts = () => call<Schemas['DraftList']>('GET', '/drafts')
export const releases = () => call<Schemas['ReleaseList']>('GET', '/releases')
export const release = (id: string) => call<Release>('GET', `/releases/${encodeURIComponent(id)}`)
export type Decided = 'sign' | 'refuse' | 'withdraw' | 'emergency' | 'countersign'
export const decide = (id: string, what: Decided, body?: Schemas['Decision'] | Schemas['RefusedRelease'] | Schemas['EmergencyRelease']) =>
  call<Release>('POST', `/releases/${encodeURIComponent(id)}/${what}`, body)
export const saveDraft = (id: string, revision: number, content: DraftContent) =>
  call<Draft>('PUT', `/drafts/${id}`, { revision, content })
export const discardDraft = (id: string) => call<void>('DELETE', `/drafts/${id}`)
export const eventsAddress = (after: string | undefined) =>
  `${BASE}/events${after === undefined ? '' : `?after=${encodeURIComponent(after)}`}`
