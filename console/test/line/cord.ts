import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

type State = 'through' | 'held' | 'cut' | 'answerless'

interface Pair {
  readonly near: Socket
  readonly far: Socket
  /** Whether it carries the stream of events, which is spared where answers are lost. */
  stream: boolean
}

/** A cord that TCP goes through and that a test holds in its hand: bytes go on, are held, are cut off, or no answer comes back. */
export class Cord {
  readonly port: number
  readonly #server: Server
  readonly #pairs = new Set<Pair>()
  #state: State = 'through'

  private constructor(server: Server, far: () => number) {
    this.#server = server
    this.port = (server.address() as AddressInfo).port
    server.on('connection', (near: Socket) => this.#join(near, far()))
  }

  /** @param far the port, on this machine, that it leads to; asked anew for every connection */
  static async to(far: () => number): Promise<Cord> {
    const server = createServer({ pauseOnConnect: true }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new Cord(server, far)
  }

  through(): void {
    this.#state = 'through'
    for (const { near, far } of this.#pairs) [near, far].forEach((end) => end.resume())
  }

  /** The connections stay, and nothing moves on them. */
  hold(): void {
    this.#state = 'held'
    for (const { near, far } of this.#pairs) [near, far].forEach((end) => end.pause())
  }

  cut(): void {
    this.#state = 'cut'
    for (const { near } of this.#pairs) near.destroy()
  }

  /** What is asked gets there, and the answer is lost on its way. */
  loseAnswers(): void {
    this.#state = 'answerless'
  }

  async close(): Promise<void> {
    this.cut()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #join(near: Socket, port: number): void {
    if (this.#state === 'cut') return void near.destroy()
    const pair: Pair = { near, far: connect(port, '127.0.0.1'), stream: false }
    const { far } = pair
    this.#pairs.add(pair)
    for (const [end, other] of [[near, far], [far, near]] as const) {
      end.on('error', () => end.destroy())
      end.on('close', () => {
        this.#pairs.delete(pair)
        other.destroy()
      })
    }
    near.on('data', (bytes) => far.write(bytes))
    far.on('data', (bytes: Buffer) => this.#back(pair, bytes))
    if (this.#state === 'held') for (const end of [near, far]) end.pause()
    else near.resume()
  }

  #back(pair: Pair, bytes: Buffer): void {
    pair.stream ||= bytes.includes('text/event-stream')
    if (this.#state === 'answerless' && !pair.stream) pair.near.destroy()
    else pair.near.write(bytes)
  }
}
