import type { components } from '#generated/api'
import { BASE, call, matter, query, type Release } from './api'

/** What the pages of the year ask: the plan, visits, meetings, counterparts, expectations. */
type Schemas = components['schemas']
export type Plan = Schemas['Plan']
export type PlanEvent = Schemas['PlanEvent']
export type PlanBrief = Schemas['PlanBrief']
export type PlanDates = Schemas['PlanDates']
export type PlanSide = PlanEvent['sides'][number]
export type PlanClash = Schemas['PlanClashes']['clashes'][number]
export type PlanStep = Schemas['PlanSteps']['steps'][number]
export type PlanTable = Schemas['PlanTable']
export type ImportReport = Schemas['PlanImportReport']
export type Coded = Schemas['Coded']
export type Visit = Schemas['Visit']
export type VisitBrief = Schemas['VisitBrief']
export type VisitAct = Schemas['VisitAct']
export type MissionAct = Schemas['MissionAct']
export type CalendarItem = Schemas['CalendarItem']
export type Talk = Schemas['Talk']
export type Meeting = Schemas['Meeting']
export type TalkRecord = Schemas['TalkRecord']
export type Commitment = Schemas['Commitment']
export type AgendaDraft = Schemas['AgendaDraft']
export type Counterparts = Schemas['Counterparts']
export type DirectoryEntry = Schemas['DirectoryEntry']
export type OfficeNote = Schemas['OfficeNote']
export type PartyOffice = Schemas['PartyOffice']
export type Candidate = Schemas['Candidate']
export type FoundOfParty = Schemas['FoundOfParty']
export type Expectation = Schemas['Expectation']
export type Report = Schemas['Report']
export type ReviewSheet = Schemas['ReviewSheet']

type Asked = Record<string, string | number | boolean | undefined>
const named = (reference: string) => encodeURIComponent(reference)

export const plan = (asked: Asked = {}) => call<Plan>('GET', `/plan${query({ limit: 1000, ...asked })}`)
export const planClashes = (asked: Asked = {}) => call<Schemas['PlanClashes']>('GET', `/plan/clashes${query({ limit: 500, ...asked })}`)
export const planSteps = (asked: Asked = {}) => call<Schemas['PlanSteps']>('GET', `/plan/steps${query({ limit: 500, ...asked })}`)
export const planBalance = (asked: Asked = {}) => call<Schemas['PlanBalance']>('GET', `/plan/balance${query({ limit: 200, ...asked })}`)
export const checkTable = (table: PlanTable) => call<ImportReport>('POST', '/plan/import-check', table)
export const fileTable = (table: PlanTable, key: string) => call<Schemas['PlanImported'] | Release>('POST', '/plan/imports', table, key)
export const planFile = (format: 'xlsx' | 'csv' | 'ics' | 'pdf', asked: Asked) => `${BASE}/plan/export${query({ format, ...asked })}`

export const visits = () => call<Schemas['Visits']>('GET', '/visits?limit=200')
export const visit = (reference: string) => call<Visit>('GET', `/visits/${named(reference)}`)
export const missions = () => call<Schemas['Missions']>('GET', '/missions?limit=200')
export const calendar = () => call<Schemas['Calendar']>('GET', '/calendar?limit=500')
export const told = (asked: Asked) => call<Schemas['ToldList']>('GET', `/told${query({ limit: 200, ...asked })}`)

export const meetings = () => call<Schemas['Meetings']>('GET', '/meetings?limit=200')
export const meeting = (reference: string) => call<Meeting>('GET', `/meetings/${named(reference)}`)
export const agendaDraft = (reference: string) => call<AgendaDraft>('GET', `/meetings/${named(reference)}/agenda-draft`)
export const commitments = (asked: { open: boolean; party?: string }) =>
  // `query` leaves out what is false, and left out means open ones alone.
  call<Schemas['Commitments']>('GET', `/commitments${query({ open: String(asked.open), party: asked.party, limit: 200 })}`)

export const counterparts = (asked: Asked = {}) => call<Counterparts>('GET', `/counterparts${query({ limit: 500, ...asked })}`)
export const findCounterparts = (asked: Asked) => call<Schemas['CounterpartsFound']>('GET', `/counterparts/find${query(asked)}`)
export const noteOffice = (note: Schemas['NoteOffice']) => call<OfficeNote>('POST', '/counterparts/notes', note)
export const counterpartsPicture = (asked: Asked) => `${BASE}/counterparts/picture${query(asked)}`

export const expectations = () => call<Schemas['Expectations']>('GET', '/expectations?limit=100')
export const report = (asked: Asked) => call<Report>('GET', `/expectations/report${query(asked)}`)
export const reportFile = (as: 'html' | 'pdf' | 'csv', asked: Asked) => `${BASE}/expectations/report/file${query({ as, ...asked })}`
export const reviewSheet = (year: number) => call<ReviewSheet>('GET', `/expectations/review?year=${year}`)

/** What may be filed next in the matter of an entry, by either side. */
export const nextOf = async (reference: string) => (await matter(reference)).next
