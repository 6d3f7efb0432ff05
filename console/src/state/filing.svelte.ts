import * as api from '../lib/api'
import type { DraftContent, Fault, Format, NewFiling, Office, Preview, Procedure } from '../lib/api'
import { begunIn, keptAs } from '../lib/begun'
import { startingOffice, validOffice } from '../lib/office'
import { place } from '../lib/place'
import { writtenFields, type Typed, type TypedFields } from '../lib/typed'
import type { Desk } from './desk.svelte'

const ASK_AFTER_MS = 350
const SAVE_AFTER_MS = 700

/**
 * A format being filled in. The station says at every pause what it would say, and what is wrong with it; it is kept on the station's desk
 * as it grows. Its draft's id is the key under which it is signed, so that it is said once.
 */
export class Filing {
  typed = $state.raw<TypedFields>({})
  office = $state<Office>({ title: '', capacity: '' })
  to = $state<string[]>([])
  legalBasis = $state('')
  preview = $state.raw<Preview | undefined>(undefined)
  faults = $state.raw<readonly Fault[]>([])
  /** A refusal that is of no field. */
  refusal = $state('')
  asking = $state(false)
  kept = $state<'nothing' | 'saved' | 'failed' | 'changed'>('nothing')
  keptAt = $state('')
  /** What another officer has saved under this draft meanwhile. */
  other = $state.raw<api.Draft | undefined>(undefined)

  #id: string = crypto.randomUUID()
  #revision = 0
  #question = 0
  #asks: ReturnType<typeof setTimeout> | undefined
  #saves: ReturnType<typeof setTimeout> | undefined
  #done = false
  /** What the station last said a sentence of: that is signed, to the letter, even where `+2h` would mean another minute by now. */
  #shown: NewFiling | undefined

  constructor(
    private readonly desk: Desk,
    readonly procedure: Procedure,
    readonly format: Format,
    readonly re: string | undefined,
    draft: api.Draft | undefined,
  ) {
    this.office = startingOffice(desk.settings.office, desk.watch.status?.offices ?? [])
    if (draft !== undefined) this.#restore(draft)
  }

  set(name: string, value: Typed): void {
    this.typed = { ...this.typed, [name]: value }
    this.touched()
  }

  touched(): void {
    clearTimeout(this.#asks)
    this.#asks = setTimeout(() => void this.ask(), ASK_AFTER_MS)
    clearTimeout(this.#saves)
    this.#saves = setTimeout(() => void this.save(), SAVE_AFTER_MS)
  }

  entry(): NewFiling {
    const fields = writtenFields(this.format.fields, this.typed, this.desk.now, place)
    return {
      ...(this.to.length === 0 ? {} : { to: [...this.to] }),
      ...(this.re === undefined ? {} : { re: this.re }),
      ...(this.legalBasis.trim() === '' ? {} : { legal_basis: this.legalBasis.trim() }),
      office: { title: this.office.title.trim(), capacity: this.office.capacity.trim() },
      act: { type: 'notification', procedure: this.procedure.code, edition: this.procedure.edition, format: this.format.code, fields },
    }
  }

  /** What it would say, or what is wrong; whether it can be signed. An older answer never replaces a newer one. */
  async ask(): Promise<boolean> {
    clearTimeout(this.#asks)
    const mine = ++this.#question
    this.#shown = undefined
    if (!validOffice(this.office)) {
      this.preview = undefined
      this.refusal = this.desk.settings.t('console.compose.no_office')
      return false
    }
    this.asking = true
    try {
      const entry = this.entry()
      const preview = await api.notificationSentence(entry)
      if (mine !== this.#question) return false
      this.#shown = entry
      this.preview = preview
      this.faults = []
      this.refusal = ''
      return true
    } catch (cause) {
      const because = this.desk.met(cause)
      if (mine !== this.#question) return false
      this.preview = undefined
      this.faults = cause instanceof api.Refused ? (cause.problem.faults ?? []) : []
      this.refusal = this.faults.length > 0 ? '' : because
      return false
    } finally {
      if (mine === this.#question) this.asking = false
    }
  }

  /** What is wrong with that field, its rows and columns. */
  faultsOf(name: string): readonly Fault[] {
    const at = `/act/fields/${name}`
    return this.faults.filter((f) => f.pointer === at || f.pointer.startsWith(`${at}/`))
  }

  async save(): Promise<void> {
    clearTimeout(this.#saves)
    if (this.#done || Object.keys(this.typed).length === 0) return
    const content: DraftContent = {
      ...keptAs({ procedure: this.procedure.code, code: this.format.code, re: this.re, fields: this.typed }),
      subject: `${this.format.code} · ${this.desk.settings.language}`,
      office_title: this.office.title,
      office_capacity: this.office.capacity,
      to: [...this.to],
    }
    try {
      const saved = await api.saveDraft(this.#id, this.#revision, content)
      this.#revision = saved.revision
      this.kept = 'saved'
      this.keptAt = saved.saved_at
    } catch (cause) {
      if (!(cause instanceof api.Refused) && !(cause instanceof api.Unreachable)) throw cause
      this.kept = 'failed'
      if (cause instanceof api.Refused && cause.problem.code === api.DRAFT_CHANGED) await this.#readOther()
    }
  }

  /** The other officer's version instead of this one. */
  takeOther(): void {
    if (this.other === undefined) return
    this.#restore(this.other)
    this.other = undefined
    void this.ask()
  }

  /** This version stays, as a draft of its own; the other one is not touched. */
  keepBoth(): void {
    this.other = undefined
    this.#id = crypto.randomUUID()
    this.#revision = 0
    void this.save()
  }

  async sign(): Promise<api.Entry | api.Release | undefined> {
    clearTimeout(this.#saves)
    if (this.#shown === undefined) return undefined
    const signed = await this.desk.sign(this.#shown, this.#id)
    if (signed !== undefined) {
      this.#done = true
      if (this.#revision > 0) await this.desk.doing(() => api.discardDraft(this.#id))
      await this.desk.readDrafts()
    }
    return signed
  }

  /** The page is left: what was typed last is kept still. */
  leave(): void {
    clearTimeout(this.#asks)
    this.#question++
    void this.save().then(() => this.desk.readDrafts())
  }

  async #readOther(): Promise<void> {
    this.kept = 'changed'
    const { drafts } = await api.drafts()
    this.other = drafts.find((d) => d.id === this.#id)
    if (this.other === undefined) this.keepBoth()
  }

  #restore({ id, revision, saved_at, content }: api.Draft): void {
    this.#id = id
    this.#revision = revision
    this.kept = 'saved'
    this.keptAt = saved_at
    this.typed = begunIn(content)?.fields ?? {}
    this.office = { title: content.office_title ?? '', capacity: content.office_capacity ?? '' }
    this.to = [...(content.to ?? [])]
  }
}
