import type { Precedence } from './api'

interface Pattern {
  readonly beeps: number
  readonly hertz: number
  readonly everyMs: number
}

/** Told apart by ear: FLASH three high beeps every 2 s, IMMEDIATE two every 5 s, the others one low and seldom. */
const PATTERNS: Record<Precedence, Pattern> = {
  FLASH: { beeps: 3, hertz: 960, everyMs: 2000 },
  IMMEDIATE: { beeps: 2, hertz: 720, everyMs: 5000 },
  PRIORITY: { beeps: 1, hertz: 540, everyMs: 20_000 },
  ROUTINE: { beeps: 1, hertz: 440, everyMs: 60_000 },
}
const BEEP_S = 0.14
const GAP_S = 0.1

/** The alarm that is heard. A browser lets a page sound only after a key or a click; until then `blocked` is true and the page says so. */
export class Sound {
  readonly #context = new AudioContext()
  #timer: ReturnType<typeof setInterval> | undefined
  #playing: Precedence | undefined

  get blocked(): boolean {
    return this.#context.state !== 'running'
  }

  /** Call it on a key or a click. */
  async unblock(): Promise<void> {
    if (this.blocked) await this.#context.resume()
  }

  play(precedence: Precedence | undefined): void {
    if (precedence === this.#playing) return
    this.#playing = precedence
    clearInterval(this.#timer)
    if (precedence === undefined) return
    const pattern = PATTERNS[precedence]
    this.#beep(pattern)
    this.#timer = setInterval(() => this.#beep(pattern), pattern.everyMs)
  }

  #beep({ beeps, hertz }: Pattern): void {
    if (this.blocked) return
    for (let i = 0; i < beeps; i++) this.#tone(this.#context.currentTime + i * (BEEP_S + GAP_S), hertz)
  }

  #tone(at: number, hertz: number): void {
    const tone = new OscillatorNode(this.#context, { type: 'square', frequency: hertz })
    const volume = new GainNode(this.#context, { gain: 0.12 })
    tone.connect(volume).connect(this.#context.destination)
    tone.start(at)
    tone.stop(at + BEEP_S)
  }
}
