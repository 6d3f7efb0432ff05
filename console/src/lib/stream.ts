import { eventsAddress } from './api'
import { read } from './hidden'
import type { Word } from './watch'

const RETRY_MS = 2000

/**
 * The station's events, from the cursor that `after` names each time the stream is opened, for as long as it is not closed. A break is
 * told at once and tried again every 2 s.
 */
export class Stream {
  #source: EventSource | undefined
  #retry: ReturnType<typeof setTimeout> | undefined
  #closed = false

  constructor(
    private readonly after: () => string | undefined,
    private readonly tell: (word: Word) => void,
    private readonly opened: () => void,
  ) {
    this.#open()
  }

  /** Tries again at once: the page found that nothing was heard for too long. */
  reopen(): void {
    this.#source?.close()
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => this.#open(), RETRY_MS)
  }

  close(): void {
    this.#closed = true
    this.#source?.close()
    clearTimeout(this.#retry)
  }

  #open(): void {
    if (this.#closed) return
    const source = new EventSource(eventsAddress(this.after()))
    this.#source = source
    const hear = <T>(name: string, word: (data: T) => Word) =>
      source.addEventListener(name, (event: MessageEvent<string>) => this.tell(word(read(event.data) as T)))
    hear('entry', (entry: Extract<Word, { kind: 'entry' }>['entry']) => ({ kind: 'entry', entry }))
    hear('receipt', (receipt: Extract<Word, { kind: 'receipt' }>['receipt']) => ({ kind: 'receipt', receipt }))
    hear('line', (status: Extract<Word, { kind: 'line' }>['status']) => ({ kind: 'line', status }))
    hear('alarm', (alarm: Extract<Word, { kind: 'alarm' }>['alarm']) => ({ kind: 'alarm', alarm }))
    hear('heartbeat', (beat: { now: string }) => ({ kind: 'heartbeat', now: beat.now }))
    source.onopen = () => this.opened()
    source.onerror = () => {
      source.close()
      this.tell({ kind: 'broken' })
      this.reopen()
    }
  }
}
