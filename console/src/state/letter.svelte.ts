import * as api from '../lib/api'
import type { DraftContent, Entry, NewEntry, Office, Precedence, TrafficClass } from '../lib/api'
import { startingOffice, validOffice } from '../lib/office'
import type { Key } from '../lib/text'
import { bytes, MAX_TEXT_BYTES, wordLimit, words } from '../lib/words'
import type { Desk } from './desk.svelte'

const SAVE_AFTER_MS = 700
const SAVE_AGAIN_MS = 5000

export type Kept = 'nothing' | 'saving' | 'saved' | 'failed' | 'copied'

/**
 * A message being written. It is kept on the station's desk as it grows, so that it survives the browser. Its draft's id is also the
 * key under which it is signed: whatever happens on the way, it is said once.
 */
export class Letter {
  traffic = $state<TrafficClass | undefined>(undefined)
  precedence = $state<Precedence | undefined>(undefined)
  to = $state<string[]>([])
  office = $state<Office>({ title: '', capacity: '' })
  language = $state('en')
  subject = $state('')
  text = $state('')
  courtesyLanguage = $state('')
  courtesyText = $state('')
  kept = $state<Kept>('nothing')
  keptAt = $state('')
  reason = $state('')

  readonly words = $derived(words(this.text))
  readonly limit = $derived.by(() => wordLimit(this.precedence, this.desk.watch.status?.urgent_words ?? 200))
  readonly bytes = $derived(Math.max(bytes(this.text), bytes(this.courtesyText)))
  readonly empty = $derived(this.text.trim() === '' && this.subject.trim() === '' && this.courtesyText.trim() === '')
  /** The first thing that stands in the way of sending. */
  readonly obstacle = $derived.by((): Key | undefined => {
    if (this.traffic === undefined) return 'console.compose.no_class'
    if (this.precedence === undefined) return 'console.compose.no_precedence'
    if (this.text.trim() === '') return 'console.compose.empty'
    if (this.limit !== undefined && this.words > this.limit) return 'console.compose.words.over'
    if (this.bytes > MAX_TEXT_BYTES) return 'console.compose.bytes.over'
    return validOffice(this.office) ? undefined : 'console.compose.no_office'
  })

  #id: string = crypto.randomUUID()
  #revision = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #last = ''
  #saving: Promise<void> = Promise.resolve()

  constructor(
    private readonly desk: Desk,
    readonly re: string | undefined,
    answered: Entry | undefined,
    draft: api.Draft | undefined,
  ) {
    const { status } = desk.watch
    this.office = startingOffice(desk.settings.office, status?.offices ?? [])
    this.language = status?.language ?? 'en'
    this.courtesyLanguage = status?.languages.find((l) => l !== this.language) ?? ''
    this.traffic = answered?.class
    this.precedence = answered?.precedence
    if (answered !== undefined) this.to = answered.direction === 'in' ? [answered.from.party] : [...answered.to]
    if (draft !== undefined) this.#restore(draft)
  }

  /** Call it whenever a field changed: keeps the draft a moment later. */
  touched(): void {
    const content = JSON.stringify(this.content())
    if (this.empty || content === this.#last) return
    this.#last = content
    this.kept = 'saving'
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.keep(), SAVE_AFTER_MS)
  }

  keep(): void {
    clearTimeout(this.#timer)
    this.#saving = this.#saving.then(() => this.#save())
  }

  content(): DraftContent {
    const { traffic, precedence, to, office, language, subject, text, courtesyLanguage, courtesyText } = this
    return {
      ...(traffic === undefined ? {} : { class: traffic }),
      ...(precedence === undefined ? {} : { precedence }),
      ...(this.re === undefined ? {} : { re: this.re }),
      ...(courtesyLanguage === '' ? {} : { courtesy_language: courtesyLanguage }),
      to: [...to],
      office_title: office.title,
      office_capacity: office.capacity,
      language,
      subject,
      text,
      courtesy_text: courtesyText,
    }
  }

  /** What will be signed. Call it only where there is no `obstacle`. */
  entry(): NewEntry {
    const { traffic, precedence } = this
    if (traffic === undefined || precedence === undefined) throw new Error('class and precedence are chosen before')
    const courtesy = this.courtesyText.trim()
    return {
      class: traffic,
      precedence,
      ...(this.to.length === 0 ? {} : { to: [...this.to] }),
      ...(this.re === undefined ? {} : { re: this.re }),
      office: { title: this.office.title.trim(), capacity: this.office.capacity.trim() },
      act: {
        type: 'message',
        language: this.language,
        text: this.text.trim().normalize('NFC'),
        ...(this.subject.trim() === '' ? {} : { subject: this.subject.trim().normalize('NFC') }),
        ...(courtesy === '' ? {} : { courtesy: [{ language: this.courtesyLanguage, text: courtesy.normalize('NFC') }] }),
      },
    }
  }

  /** Sends it, or proposes it to a second person; either way it is the station's from now on, and no draft any more. */
  async send(): Promise<Entry | api.Release | undefined> {
    clearTimeout(this.#timer)
    await this.#saving
    const signed = await this.desk.sign(this.entry(), this.#id)
    if (signed !== undefined) await this.discard()
    return signed
  }

  async discard(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#saving
    this.kept = 'nothing' // nothing of it is to be kept when the form closes
    if (this.#revision > 0) await this.desk.doing(() => api.discardDraft(this.#id))
    await this.desk.readDrafts()
  }

  async #save(copied = false): Promise<void> {
    try {
      const saved = await api.saveDraft(this.#id, this.#revision, this.content())
      this.#revision = saved.revision
      this.kept = copied ? 'copied' : 'saved'
      this.keptAt = saved.saved_at
      await this.desk.readDrafts()
    } catch (cause) {
      if (cause instanceof api.Refused && cause.problem.code === api.DRAFT_CHANGED && !copied) {
        this.#id = crypto.randomUUID()
        this.#revision = 0
        return this.#save(true)
      }
      this.kept = 'failed'
      this.reason = this.desk.because(cause)
      if (cause instanceof api.Unreachable) this.#timer = setTimeout(() => this.keep(), SAVE_AGAIN_MS)
    }
  }

  #restore({ id, revision, saved_at, content }: api.Draft): void {
    this.#id = id
    this.#revision = revision
    this.kept = 'saved'
    this.keptAt = saved_at
    this.traffic = content.class
    this.precedence = content.precedence
    this.to = [...(content.to ?? [])]
    this.office = { title: content.office_title ?? '', capacity: content.office_capacity ?? '' }
    this.language = content.language ?? this.language
    this.subject = content.subject ?? ''
    this.text = content.text ?? ''
    this.courtesyLanguage = content.courtesy_language ?? this.courtesyLanguage
    this.courtesyText = content.courtesy_text ?? ''
    this.#last = JSON.stringify(this.content())
  }
}
