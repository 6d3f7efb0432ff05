import type { components } from '#generated/api'
import { call, query } from './api'

type Schemas = components['schemas']
export type Watch = Schemas['Watch']
export type WatchLine = Schemas['WatchLine']
export type WatchItems = Schemas['WatchItems']
export type AuditLine = Schemas['AuditLine']
export type AuditVerdict = Schemas['AuditVerdict']

/** What stays on the desk of this station: who has the watch, and what was asked of the station. */
export const watch = () => call<Watch>('GET', '/watch')
export const watchLog = (before: number | undefined, limit: number) => call<Schemas['WatchLog']>('GET', `/watch/log${query({ before, limit })}`)
export const noteWatch = (officer: string, words: string) => call<Watch>('POST', '/watch/notes', { officer, words })
export const handOverWatch = (officer: string, revision: number, words: string) => call<Watch>('POST', '/watch/hand-over', { officer, revision, words })
export const takeWatch = (officer: string, revision: number, without?: string) => call<Watch>('POST', '/watch/take', { officer, revision, without })

export const audit = (before: number | undefined, limit: number) => call<Schemas['Audit']>('GET', `/audit${query({ before, limit })}`)
export const verifyAudit = (mark: string) => call<AuditVerdict>('GET', `/audit/verification${query({ mark })}`)
