import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const JAR = here('../../../cli/target/torgau-cli-0.1.0-SNAPSHOT.jar')
const TERMS = here('../../../docs/examples/agreement.yaml')
const JAVA = process.env.JAVA_HOME === undefined ? 'java' : join(process.env.JAVA_HOME, 'bin', 'java')
const run = promisify(execFile)

const torgau = (...args: string[]) => run(JAVA, ['-XX:TieredStopAtLevel=1', '-jar', JAR, ...args])

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** One station as its own process, in a home of its own. */
export class RealStation {
  console = ''
  token = ''
  #process: ChildProcess | undefined

  constructor(
    readonly party: string,
    readonly language: string,
    readonly directory: string,
  ) {}

  at(file: string): string {
    return join(this.directory, file)
  }

  async init(listen: string, consolePort: number, ...peer: string[]): Promise<void> {
    for (const of of ['station', 'root']) writeFileSync(this.at(`${of}-passphrase`), `${this.party} ${of} passphrase`, { mode: 0o600 })
    const keys = ['--root', this.at('root'), '--passphrase-file', this.at('station-passphrase'), '--root-passphrase-file', this.at('root-passphrase')]
    const names = ['--party', this.party, '--station', `${this.party}-OPS`, '--lang', this.language]
    await torgau('init', this.at('home'), ...names, ...keys, '--listen', listen, '--console-port', String(consolePort), ...peer)
  }

  /** Adds a second seat for an office of the station; it has a token of its own. */
  async seat(name: string, office: string): Promise<void> {
    await torgau('seat', 'add', this.at('home'), name, '--office', office)
  }

  /** Signs what waits at another seat. */
  async release(id: string, seat: string): Promise<void> {
    await torgau('release', id, '--sign', '--yes', '--home', this.at('home'), '--seat', seat)
  }

  async sign(draft: string): Promise<string> {
    const out = this.at('signature')
    const { fingerprint } = JSON.parse((await torgau('agreement', 'show', draft, '--json')).stdout) as { fingerprint: string }
    await torgau('agreement', 'sign', this.at('home'), draft, '--root', this.at('root'), '--root-passphrase-file', this.at('root-passphrase'), '--fingerprint', fingerprint, '--out', out)
    return out
  }

  async adopt(draft: string, ...signatures: string[]): Promise<void> {
    await torgau('agreement', 'adopt', this.at('home'), draft, ...signatures)
  }

  async start(): Promise<void> {
    const args = ['--enable-native-access=ALL-UNNAMED', '-jar', JAR, 'run', this.at('home'), '--passphrase-file', this.at('station-passphrase'), '--json']
    const child = spawn(JAVA, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    this.#process = child
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
    const said = JSON.parse(line) as { console: string; token_file: string }
    this.console = said.console
    this.token = readFileSync(said.token_file, 'utf8').trim()
  }

  /** Ends it at once, as a power cut would. */
  async kill(): Promise<void> {
    const child = this.#process
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }

  get link(): string {
    return `${this.console}/#token=${this.token}`
  }
}

/** Two parties that have signed one agreement, each with a running station. */
export interface RealLine {
  readonly blue: RealStation
  readonly red: RealStation
  close(): Promise<void>
}

export async function foundLine(): Promise<RealLine> {
  const directory = mkdtempSync(join(tmpdir(), 'torgau-console-'))
  const side = (party: string, language: string) => new RealStation(party, language, mkdtempSync(join(directory, `${party}-`)))
  const [blue, red] = [side('BLUE', 'en'), side('RED', 'ru')]
  const [atBlue, atRed] = [`127.0.0.1:${await freePort()}`, `127.0.0.1:${await freePort()}`]
  await Promise.all([blue.init(atBlue, await freePort(), '--peer', `RED-OPS=${atRed}`), red.init(atRed, await freePort(), '--peer', `BLUE-OPS=${atBlue}`)])
  const draft = join(directory, 'draft')
  await torgau('agreement', 'draft', TERMS, blue.at('home/card.torgau'), red.at('home/card.torgau'), '--out', draft)
  const signatures = await Promise.all([blue.sign(draft), red.sign(draft)])
  await Promise.all([blue.adopt(draft, ...signatures), red.adopt(draft, ...signatures)])
  await red.seat('second', 'Оперативный дежурный')
  await Promise.all([blue.start(), red.start()])
  return {
    blue,
    red,
    close: async () => {
      await Promise.all([blue.kill(), red.kill()])
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
