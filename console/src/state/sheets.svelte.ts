import * as api from '../lib/api'
import type { Office } from '../lib/api'
import * as tools from '../lib/api-tools'
import { startingOffice, validOffice } from '../lib/office'
import type { Desk } from './desk.svelte'

/**
 * The texts of one entry on the translation desk. What is typed and not kept yet stays with the desk of this screen until it is kept:
 * neither Escape nor a look at another entry loses it.
 */
export class Sheets {
  value = $state.raw<tools.TranslationSheets | undefined>(undefined)
  typed = $state<Record<string, string>>({})
  office = $state<Office>({ title: '', capacity: '' })
  trouble = $state('')
  busy = $state(false)

  constructor(
    private readonly desk: Desk,
    readonly reference: string,
    readonly to: string,
  ) {
    this.office = startingOffice(desk.settings.office, desk.watch.status?.offices ?? [])
    void this.read()
  }

  async read(): Promise<void> {
    await this.#doing(async () => {
      const sheets = await tools.translations(this.reference, this.to)
      this.value = sheets
      for (const { part, translation } of sheets.parts) {
        this.typed[part] ??= this.desk.unfinished.get(this.#place(part)) ?? translation?.text ?? ''
      }
    })
  }

  type(part: string, text: string): void {
    this.typed[part] = text
    this.desk.unfinished.set(this.#place(part), text)
  }

  changed(sheet: tools.TranslationSheet): boolean {
    const typed = this.typed[sheet.part] ?? ''
    return typed.trim() !== '' && (typed !== (sheet.translation?.text ?? '') || sheet.translation?.state === 'machine')
  }

  /** Why this step is not to be had; nothing if it is. */
  ready(sheet: tools.TranslationSheet): boolean {
    return !this.busy && !this.desk.lost && validOffice(this.office) && this.value?.parts.some((p) => p.part === sheet.part) === true
  }

  keep(sheet: tools.TranslationSheet): Promise<boolean> {
    const text = (this.typed[sheet.part] ?? '').trim().normalize('NFC')
    return this.#step(sheet, (step) => tools.writeTranslation(this.reference, step, text))
  }

  review(sheet: tools.TranslationSheet): Promise<boolean> {
    return this.#step(sheet, (step) => tools.reviewTranslation(this.reference, step))
  }

  certify(sheet: tools.TranslationSheet): Promise<boolean> {
    return this.#step(sheet, (step) => tools.certifyTranslation(this.reference, step))
  }

  machine(sheet: tools.TranslationSheet): Promise<boolean> {
    return this.#step(sheet, (step) => tools.machineTranslation(this.reference, step))
  }

  /** Puts the translation of what our own side wrote on the journal, beside the original. */
  async publish(sheet: tools.TranslationSheet, key: string): Promise<boolean> {
    const text = sheet.translation?.text
    const entry = await this.#doing(() => api.entry(this.reference))
    if (text === undefined || entry === undefined) return false
    const { class: traffic, precedence } = entry
    const filing: api.NewFiling = { class: traffic, precedence, office: $state.snapshot(this.office), act: { type: 'translation', of: this.reference, part: sheet.part, language: this.to, text } }
    const signed = await this.desk.sign(filing, key)
    if (signed === undefined) return false
    this.desk.say(this.desk.settings.t('console.translation.published'))
    await this.read()
    return true
  }

  #place(part: string): string {
    return `translation ${this.reference} ${this.to} ${part}`
  }

  async #step(sheet: tools.TranslationSheet, act: (step: tools.Step) => Promise<tools.TranslationSheet>): Promise<boolean> {
    if (this.busy || !validOffice(this.office)) return false
    this.busy = true
    const step = { part: sheet.part, language: this.to, revision: sheet.translation?.revision ?? 0, office: $state.snapshot(this.office) }
    this.desk.settings.chooseOffice(step.office)
    const done = await this.#doing(() => act(step))
    this.busy = false
    if (done === undefined || this.value === undefined) return false
    this.value = { ...this.value, parts: this.value.parts.map((p) => (p.part === done.part ? done : p)) }
    this.typed[done.part] = done.translation?.text ?? ''
    this.desk.unfinished.delete(this.#place(done.part))
    return true
  }

  async #doing<T>(what: () => Promise<T>): Promise<T | undefined> {
    try {
      const done = await what()
      this.trouble = ''
      return done
    } catch (cause) {
      this.trouble = this.desk.met(cause)
      return undefined
    }
  }
}
