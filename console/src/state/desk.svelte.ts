import * as api from '../lib/api'
import type { Entry, NewAcknowledgement, Office, OfficerStage } from '../lib/api'
import { acknowledgeable, sealed } from '../lib/entry'
import { undecided, waits } from '../lib/release'
import { address, route, type PageName, type Route } from '../lib/route'
import { hush } from '../lib/silence'
import { make, NoPasskey, show } from '../lib/passkey'
import { Stream } from '../lib/stream'
import { lost, nothingYet, on, stationNow, type Watch, type Word } from '../lib/watch'
import type { Settings } from './settings.svelte'

const PAGE = 100
const NOTICE_MS = 8000
/** After which a console that nobody touches locks itself, where officers sign in. */
const LOCK_MS = 15 * 60_000
/** Between two words to the station that somebody is here. */
const PRESENCE_MS = 60_000
const GLANCE_MS = 3000
/** What is awaited follows from what comes: many entries at once are one question. */
const AWAITED_AFTER_MS = 700
const AWAITED_EVERY_MS = 60_000
const MOVES_AWAITED: ReadonlySet<Word['kind']> = new Set(['entry', 'receipt', 'signed', 'newest'])

export type Session = 'asking' | 'out' | 'ended' | 'in' | 'locked'

/** What the right half of the page is for. */
export type Pane =
  | { readonly kind: 'read' }
  | { readonly kind: 'acknowledge'; readonly entry: Entry; readonly stage: OfficerStage }
  | { readonly kind: 'compose'; readonly re?: Entry; readonly draft?: api.Draft }
  | { readonly kind: 'suspension'; readonly scope?: api.Scope }
  | { readonly kind: 'signals' }
  | { readonly kind: 'awaited' }

/** One screen of one station: what it knows, what is chosen, and what the officer does. */
export class Desk {
  session = $state<Session>('asking')
  /** Who has signed in, and what a locked console may still show. */
  holder = $state.raw<api.SessionState | undefined>(undefined)
  /** When the officer last touched the console. */
  touched = performance.now()
  #present = 0
  /** What a principal wrote and was opened on this screen; a page may still hold it as it was before. */
  #openedHere = $state.raw<ReadonlySet<string>>(new Set())
  /** Which page is on the screen, as the address says. */
  route = $state.raw<Route>(route(''))
  /** Counts what was said on the line, so that a page knows when to ask again; several at once are one. */
  moved = $state(0)
  watch = $state.raw<Watch>(nothingYet)
  at = $state(performance.now())
  pane = $state.raw<Pane>({ kind: 'read' })
  selected = $state<string | undefined>(undefined)
  /** A page other than the watch has something begun on it: a letter that misses its field starts nothing else. */
  writing = $state(false)
  showAutomatic = $state(false)
  keysShown = $state(false)
  /** The operators' orderwire stands open at the edge of the page. */
  wireShown = $state(false)
  /** Where the page on the screen searches, if it does. */
  focusSearch: (() => void) | undefined
  /** What Escape does besides closing the pane. */
  escape: (() => void) | undefined
  notice = $state('')
  trouble = $state('')
  drafts = $state.raw<readonly api.Draft[]>([])
  /** Both lists as the station last told them; read again after each entry or receipt, and once a minute. */
  awaited = $state.raw<api.AwaitedLists | undefined>(undefined)
  /** What this station has been asked to say and a second person has not signed yet. */
  outbox = $state.raw<readonly api.Release[]>([])

  readonly lost = $derived(lost(this.watch, this.at))
  readonly now = $derived(stationNow(this.watch, this.at) ?? Date.now())
  readonly entry = $derived(this.watch.entries.find((e) => e.reference === this.selected))
  /** What the list shows, the newest first. */
  readonly shown = $derived(this.watch.entries.filter((e) => this.showAutomatic || !e.automatic).toReversed())

  #stream: Stream | undefined
  #awaitedTimer: ReturnType<typeof setTimeout> | undefined
  #awaitedDue = Infinity
  #noticeTimer: ReturnType<typeof setTimeout> | undefined
  /** Read-backs begun and not signed, by entry: Escape, or a look at another message, loses none. */
  readonly unfinished = new Map<string, string>()
  /** Entries whose alarms were silenced here before they came. */
  readonly #hushed = new Set<string>()

  constructor(readonly settings: Settings) {}

  /** Signs in with the token of the address if there is one, else tries the cookie. */
  async begin(token: string | undefined): Promise<void> {
    if (token !== undefined) return this.signIn(token)
    try {
      const holder = await api.session()
      this.holder = holder
      if (holder.locked) return this.#locked()
      if (holder.signed_in) this.#enter(await api.status())
      else this.session = 'out'
    } catch (cause) {
      if (cause instanceof api.Refused) this.session = 'out'
      else {
        this.hear({ kind: 'broken' })
        setTimeout(() => void this.begin(undefined), 2000)
      }
    }
  }

  async signIn(token: string): Promise<void> {
    await this.doing(async () => {
      await api.signIn(token).catch(async (cause: unknown) => {
        this.holder = await api.session() // officers may have begun since the form was opened
        throw cause
      })
      await this.#entered()
    })
    if (this.session === 'asking') await this.begin(undefined)
  }

  /** By a passkey of whichever officer shows one. */
  async signInByPasskey(): Promise<void> {
    await this.doing(async () => {
      await api.signInByPasskey(await this.#shown())
      await this.#entered()
    })
  }

  async #shown() {
    const { ceremony, options } = await api.passkeyOptions()
    return { ceremony, credential: await show(options) }
  }

  async #entered(): Promise<void> {
    this.holder = await api.session()
    this.#enter(await api.status())
  }

  /** Makes a passkey with the code of an invitation. */
  async enrol(officer: string, code: string): Promise<boolean> {
    const enrolled = await this.doing(async () => {
      const { ceremony, options } = await api.enrolmentOptions(officer, code)
      const made = await api.enrol({ ceremony, credential: await make(options) })
      this.holder = await api.session() // with this passkey officers may have begun
      return made
    })
    if (enrolled !== undefined) this.say(this.settings.t('console.sign_in.enrolled', { name: enrolled.name }))
    return enrolled !== undefined
  }

  async lock(): Promise<void> {
    await this.doing(async () => {
      await api.lock()
      await this.begin(undefined)
    })
  }

  /** Opens a locked console for whoever locked it: by passkey, or by the token that opened it. */
  async unlock(token?: string): Promise<void> {
    await this.doing(async () => {
      await api.unlock(token === undefined ? await this.#shown() : { token })
      await this.#entered()
    })
  }

  #locked(): void {
    this.#leave('locked')
    setTimeout(() => void this.#glance(), GLANCE_MS)
  }

  /** What a locked console shows is asked for again and again; a station that does not answer is as loud as ever. */
  async #glance(): Promise<void> {
    if (this.session !== 'locked') return
    try {
      const holder = await api.session()
      if (this.session !== 'locked') return
      this.holder = holder
      if (!holder.signed_in) return this.#leave('ended')
    } catch {
      this.holder = undefined
    }
    setTimeout(() => void this.#glance(), GLANCE_MS)
  }

  async signOut(): Promise<void> {
    await this.doing(() => api.signOut())
    this.#leave('out')
  }

  /** The screen's clock: once a second. */
  tick(): void {
    const before = this.lost
    this.at = performance.now()
    if (!before && this.lost && this.session === 'in') this.#stream?.reopen()
    const idle = this.at - this.touched > LOCK_MS
    if (idle && this.session === 'in' && this.holder?.officer !== undefined) {
      this.touched = this.at
      void this.lock()
    } else if (this.touched - this.#present > PRESENCE_MS && this.session === 'in' && this.holder?.officer !== undefined) {
      this.#present = this.at
      void api.presence().catch((cause: unknown) => this.met(cause))
    }
  }

  hear(word: Word): void {
    this.at = performance.now()
    this.watch = on(this.watch, word, this.at)
    if (word.kind === 'alarm' || word.kind === 'line') this.#silenceHushed()
    if (word.kind === 'broken' && this.session === 'in') void this.#whyBroken()
    if (MOVES_AWAITED.has(word.kind) && this.session === 'in') this.#readAwaited(AWAITED_AFTER_MS)
  }

  select(reference: string | undefined): void {
    this.selected = reference
    this.pane = { kind: 'read' }
    const entry = this.entry
    if (entry === undefined || entry.direction === 'out' || entry.automatic || entry.opened_at !== undefined || sealed(entry)) return
    this.open(entry)
  }

  /** Notes that an entry was opened at this station; the other side is told nothing. */
  open(entry: Entry): void {
    const at = new Date(this.now).toISOString()
    void this.doing(async () => {
      await api.opened(entry.reference)
      if (sealed(entry)) this.#openedHere = new Set([...this.#openedHere, entry.reference])
      this.hear({ kind: 'opened', reference: entry.reference, at })
    })
  }

  /** Whether the text of an entry is not to be shown yet. */
  closed(entry: Entry): boolean {
    return sealed(entry) && !this.#openedHere.has(entry.reference)
  }

  /** Shows an entry that may not be among those on the screen. */
  async show(reference: string): Promise<void> {
    if (this.watch.entries.every((e) => e.reference !== reference)) {
      await this.doing(async () => this.hear({ kind: 'found', entry: await api.entry(reference) }))
    }
    this.select(reference)
  }

  /** To the next or the previous entry; from the last one on, earlier ones are read. */
  async move(step: 1 | -1): Promise<void> {
    const last = this.shown.at(-1)
    if (step === 1 && last !== undefined && last.reference === this.selected) await this.readEarlier()
    const at = this.shown.findIndex((e) => e.reference === this.selected)
    const next = this.shown[Math.min(Math.max(at + step, 0), this.shown.length - 1)]
    if (next !== undefined) this.select(next.reference)
  }

  acknowledge(stage: OfficerStage): void {
    if (this.entry !== undefined && acknowledgeable(this.entry)) {
      this.pane = { kind: 'acknowledge', entry: this.entry, stage }
    }
  }

  async signAcknowledgement(entry: Entry, office: Office, acknowledgement: NewAcknowledgement, key: string): Promise<boolean> {
    const { precedence } = entry
    const signed = await this.sign({ class: entry.class, precedence, office, re: entry.reference, act: acknowledgement }, key)
    if (signed === undefined) return false
    this.say(this.settings.t('console.ack.done'))
    this.pane = { kind: 'read' }
    return true
  }

  /**
   * Signs an entry, or proposes it where the station wants a second signature. Nothing if it was refused or its outcome is not known;
   * then `trouble` says so.
   */
  async sign(entry: api.NewFiling, key: string): Promise<Entry | api.Release | undefined> {
    this.settings.chooseOffice(entry.office)
    return this.doing(async () => {
      const signed = await api.say(entry, key)
      if (!waits(signed)) this.hear({ kind: 'signed', entry: signed })
      return signed
    }, this.settings.t('console.compose.unknown_outcome'))
  }

  /** Says what became of what was to be signed, and shows it. */
  signed(answer: Entry | api.Release): void {
    if (waits(answer)) {
      this.say(this.settings.t('console.compose.waits', { id: answer.id }))
      this.pane = { kind: 'read' }
      void this.readOutbox()
      return
    }
    this.say(this.settings.t('console.compose.sent', { number: answer.message_number }))
    this.select(answer.reference)
  }

  async testLine(): Promise<void> {
    const sent = await this.doing(() => api.startLinkTest(crypto.randomUUID()))
    if (sent !== undefined) this.say(this.settings.t('console.test_started'))
  }

  async silence(id: string): Promise<void> {
    await this.doing(async () => this.hear({ kind: 'alarm', alarm: await api.silence(id) }))
  }

  /** Silences what is heard here, and what is seen and not heard yet. */
  silenceHeard(): void {
    const { alarms, coming } = hush(this.watch.status?.alarms ?? [], this.watch.entries, this.now)
    for (const reference of coming) this.#hushed.add(reference)
    for (const id of alarms) void this.silence(id)
    if (alarms.length + coming.length === 0) this.say(this.settings.t('console.alarm.none_sounds'))
  }

  async fold(automatic: boolean): Promise<void> {
    this.showAutomatic = automatic
    this.hear({ kind: 'refold' })
    await this.#newest()
  }

  async readEarlier(): Promise<void> {
    const cursor = this.watch.earlier
    if (cursor === undefined) return
    await this.doing(async () => this.hear({ kind: 'earlier', page: await api.entriesBefore(cursor, PAGE, this.#types()) }))
  }

  async readDrafts(): Promise<void> {
    await this.doing(async () => {
      this.drafts = (await api.drafts()).drafts
    })
  }

  async readOutbox(): Promise<void> {
    await this.doing(async () => {
      this.outbox = undecided((await api.releases()).releases)
    })
  }

  /** Goes to a page, by the address: the browser's own Back leads out of it again. */
  go(page: PageName, path: readonly string[] = [], query: Record<string, string> = {}): void {
    location.hash = address(page, path, query)
  }

  /** To the form of a warning of imminent danger, which asks first for what it cannot do without. */
  warn(): void {
    this.go('file', ['WR'], { procedure: 'WR', urgent: 'true' })
  }

  /** To the watch, with that entry before the officer. */
  async read(reference: string): Promise<void> {
    this.go('watch')
    await this.show(reference)
  }

  /**
   * What to tell the officer of a question that the station refused or did not answer; anything else is a fault of the console and is
   * thrown again. An ended session is an ended session wherever it shows.
   */
  met(cause: unknown, unreachable?: string): string {
    if (cause instanceof NoPasskey) return this.settings.t('console.sign_in.no_passkey')
    if (!(cause instanceof api.Refused) && !(cause instanceof api.Unreachable)) throw cause
    if (this.session === 'in' && cause instanceof api.Refused && cause.problem.code === api.LOCKED) void this.begin(undefined)
    if (this.session === 'in' && cause instanceof api.Refused && cause.problem.code === api.NOT_SIGNED_IN) this.#leave('ended')
    return this.because(cause, unreachable)
  }

  /** A short word to the officer, read out by a screen reader. */
  say(words: string): void {
    this.notice = words
    clearTimeout(this.#noticeTimer)
    this.#noticeTimer = setTimeout(() => (this.notice = ''), NOTICE_MS)
  }

  /** What to tell the officer of a refusal, in the language of this seat where its code is known there. */
  because(cause: unknown, unreachable = this.settings.t('console.error.network')): string {
    return cause instanceof api.Refused ? this.refusal(cause.problem) : unreachable
  }

  refusal({ code, message, remedy = '' }: { code: string; message: string; remedy?: string }): string {
    return `${this.settings.tOr(`refusal.${code}`, 'console.error', { message, remedy })} (${code})`
  }

  async doing<T>(what: () => Promise<T>, unreachable?: string): Promise<T | undefined> {
    try {
      const done = await what()
      this.trouble = ''
      return done
    } catch (cause) {
      this.trouble = this.met(cause, unreachable)
      return undefined
    }
  }

  #enter(status: api.Status): void {
    this.session = 'in'
    this.settings.suggestLanguage(status.language)
    this.hear({ kind: 'line', status })
    this.#stream?.close()
    this.#stream = new Stream(
      () => this.watch.cursor,
      (word) => this.hear(word),
      () => {
        if (this.watch.cursor === undefined) void this.#newest()
      },
    )
    void this.readDrafts()
    this.#readAwaited(0)
  }

  #leave(session: 'out' | 'ended' | 'locked'): void {
    this.#stream?.close()
    this.session = session
    this.watch = nothingYet
    this.pane = { kind: 'read' }
    this.selected = undefined
    this.drafts = []
    this.awaited = undefined
    clearTimeout(this.#awaitedTimer)
    this.#awaitedDue = Infinity
    this.#hushed.clear()
    this.unfinished.clear()
  }

  #silenceHushed(): void {
    for (const { id, reference, silenced_at } of this.watch.status?.alarms ?? []) {
      if (reference !== undefined && this.#hushed.delete(reference) && silenced_at === undefined) void this.silence(id)
    }
  }

  /** A station that cannot be asked just now is asked again; the watch shows that it is lost. */
  #readAwaited(after: number): void {
    const due = performance.now() + after
    if (due >= this.#awaitedDue) return
    this.#awaitedDue = due
    clearTimeout(this.#awaitedTimer)
    this.#awaitedTimer = setTimeout(() => {
      this.#awaitedDue = Infinity
      this.moved++
      api.awaited().then(
        (lists) => (this.awaited = lists),
        () => undefined,
      )
      if (this.session === 'in') this.#readAwaited(AWAITED_EVERY_MS)
    }, after)
  }

  async #newest(): Promise<void> {
    await this.doing(async () => this.hear({ kind: 'newest', page: await api.entriesBefore('end', PAGE, this.#types()) }))
  }

  /** A stream that breaks may be a dead station or an ended session: ask. */
  async #whyBroken(): Promise<void> {
    try {
      await api.status()
    } catch (cause) {
      this.met(cause)
    }
  }

  #types(): string | undefined {
    return this.showAutomatic ? undefined : api.RELEASED_ACTS
  }
}
