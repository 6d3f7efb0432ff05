import type { components } from '#generated/api'
import { call, place, query, type EntryPage, type Office } from './api'

type Schemas = components['schemas']
export type Found = Schemas['Found']
export type Snippet = Schemas['Snippet']
export type TranslationQueue = Schemas['TranslationQueue']
export type TranslationSheets = Schemas['TranslationSheets']
export type TranslationSheet = Schemas['TranslationSheet']
export type TranslationState = Schemas['TranslationState']

export interface Question {
  q?: string | undefined
  class?: string | undefined
  precedence?: string | undefined
  from?: string | undefined
  procedure?: string | undefined
  since?: string | undefined
  until?: string | undefined
  before?: string | undefined
  limit: number
}

export const search = (question: Question) => call<Found>('GET', `/search${query({ ...question })}`)
/** The newest entries of some acts, and of one class if one is given. */
export const newest = (types: string, limit: number, traffic?: string) =>
  call<EntryPage>('GET', `/entries${query({ before: 'end', types, class: traffic, limit })}`)

export const translationQueue = () => call<TranslationQueue>('GET', '/translations?limit=100')
export const translations = (reference: string, to: string) => call<TranslationSheets>('GET', `${place(reference)}/translations${query({ to })}`)

export interface Step {
  part: string
  language: string
  revision: number
  office: Office
}
export const writeTranslation = (reference: string, step: Step, text: string) =>
  call<TranslationSheet>('PUT', `${place(reference)}/translations`, { ...step, text })
export const reviewTranslation = (reference: string, step: Step) => call<TranslationSheet>('POST', `${place(reference)}/translations/review`, step)
export const certifyTranslation = (reference: string, step: Step) => call<TranslationSheet>('POST', `${place(reference)}/translations/certify`, step)
export const machineTranslation = (reference: string, step: Step) => call<TranslationSheet>('POST', `${place(reference)}/translations/machine`, step)
