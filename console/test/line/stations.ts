import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Cord } from './cord'
import { valid } from './schema.mjs'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const JAR = here('../../../cli/target/torgau-cli-0.1.0-SNAPSHOT.jar')
const LIBRARY = here('../../../cli/target/lib')
const TARGET = here('../../target')
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

/** What the tests look at of an entry. */
export interface Entry {
  readonly reference: string
  readonly message_number: string
  readonly class: string
  readonly precedence: string
  readonly refs: readonly string[]
  readonly act: Record<string, unknown> & { readonly type: string }
}

export interface Draft {
  readonly id: string
  readonly content: { readonly text: string }
}

/** What a station says if nothing else is asked for. */
export const ROUTINE = { class: 'SERVICE', precedence: 'ROUTINE', language: 'ru' }

/** One station as its own process, in a home of its own. */
export class RealStation {
  console = ''
  token = ''
  consolePort = 0
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
    const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the station of ${this.party} ended with ${code} before it began`)))
    const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), ended])) as [string]
    ended.catch(() => undefined)
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

  /** As its officer's browser sees it. */
  get link(): string {
    return `${this.console}/#token=${this.token}`
  }

  /** As the officer's browser at another seat sees it. */
  seatLink(seat: string): string {
    return `${this.console}/#token=${readFileSync(this.at(`home/seats/${seat}.token`), 'utf8').trim()}`
  }

  /** Asks the station beside the browser, as the command line does; judged by openapi.yaml if `schema` is given. */
  async ask<T>(method: string, path: string, schema?: string, body?: object): Promise<T> {
    const headers = { Authorization: `Bearer ${this.token}`, 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() }
    const answer = await fetch(`http://127.0.0.1:${this.consolePort}/api/v1${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    const said = (await answer.json()) as T
    if (!answer.ok) throw new Error(`${this.party} ${method} ${path}: ${answer.status} ${JSON.stringify(said)}`)
    if (schema !== undefined) valid(schema, said)
    return said
  }

  /** Says `text` in the name of its first office. */
  async say(text: string, { class: traffic, precedence, language, ...act }: typeof ROUTINE & { subject?: string; courtesy?: object[] } = ROUTINE): Promise<Entry> {
    const { offices } = await this.ask<{ offices: object[] }>('GET', '/status', 'Status')
    return this.ask<Entry>('POST', '/entries', 'Entry', { class: traffic, precedence, office: offices[0], act: { type: 'message', language, text, ...act } })
  }

  /** The newest entry that an officer has written. */
  async newest(): Promise<Entry | undefined> {
    const types = 'message,notification,acknowledgement,translation,suspension,resumption'
    return (await this.ask<{ entries: Entry[] }>('GET', `/entries?before=end&limit=1&types=${types}`, 'EntryPage')).entries.at(-1)
  }

  async drafts(): Promise<readonly Draft[]> {
    return (await this.ask<{ drafts: Draft[] }>('GET', '/drafts', 'DraftList')).drafts
  }

  /** Silences what sounds here: what an earlier test left. */
  async hush(): Promise<void> {
    const { alarms } = await this.ask<{ alarms: { id: string }[] }>('GET', '/alarms', 'AlarmList')
    for (const alarm of alarms) await this.ask('POST', `/alarms/${encodeURIComponent(alarm.id)}/silence`, 'Alarm')
  }
}

/** Two parties that have signed one agreement, each with a running station. */
export interface RealLine {
  readonly blue: RealStation
  readonly red: RealStation
  /** Between BLUE's station and its browser. */
  readonly screen: Cord
  close(): Promise<void>
}

/** The example's terms, but that a test may say more than the dozen FLASHes of an hour. */
function terms(directory: string): string {
  const [example, file] = [readFileSync(TERMS, 'utf8'), join(directory, 'agreement.yaml')]
  const changed = example.replace(/^flash_per_hour: 12$/m, 'flash_per_hour: 600')
  if (changed === example) throw new Error(`${TERMS} has no flash_per_hour: 12`)
  writeFileSync(file, changed)
  return file
}

/** Where the homes of the template listen; every copy has ports of its own. */
const FIXED = { BLUE: { console: 7901, line: 8001 }, RED: { console: 7902, line: 8002 } } // those of `torgau bench homes`
type Party = keyof typeof FIXED

/** The homes of BLUE, in English, and RED, in Russian, below a folder. */
function sides(directory: string): [RealStation, RealStation] {
  const side = (party: Party, language: string) => new RealStation(party, language, join(directory, party.toLowerCase()))
  return [side('BLUE', 'en'), side('RED', 'ru')]
}

/** Holds the ceremony in an empty folder. */
async function hold(directory: string): Promise<void> {
  const [blue, red] = sides(directory)
  for (const { directory: own } of [blue, red]) mkdirSync(own)
  const at = (party: Party) => `127.0.0.1:${FIXED[party].line}`
  await Promise.all([blue.init(at('BLUE'), FIXED.BLUE.console, '--peer', `RED-OPS=${at('RED')}`), red.init(at('RED'), FIXED.RED.console, '--peer', `BLUE-OPS=${at('BLUE')}`)])
  const draft = join(directory, 'draft')
  await torgau('agreement', 'draft', terms(directory), blue.at('home/card.torgau'), red.at('home/card.torgau'), '--out', draft)
  const signatures = await Promise.all([blue.sign(draft), red.sign(draft)])
  await Promise.all([blue.adopt(draft, ...signatures), red.adopt(draft, ...signatures)])
  await blue.seat('second', 'Duty officer')
  await red.seat('second', 'Оперативный дежурный')
}

/** As `torgau bench homes` makes them. */
async function holdLarge(directory: string, entries: number): Promise<void> {
  rmSync(directory, { recursive: true })
  await torgau('bench', 'homes', '--dir', directory, '--entries', String(entries))
  for (const side of sides(directory)) cpSync(side.at('passphrase'), side.at('station-passphrase'))
}

/**
 * Homes of two parties that have signed and never ran; made once for each build of the program, since a ceremony starts a dozen processes.
 *
 * @param entries that are in each journal from the beginning
 */
async function template(entries: number): Promise<string> {
  const hash = createHash('sha256').update(readFileSync(TERMS)).update(readFileSync(JAR))
  for (const name of readdirSync(LIBRARY).filter((n) => n.startsWith('torgau-') && !n.startsWith('torgau-console'))) hash.update(readFileSync(join(LIBRARY, name)))
  const made = join(TARGET, `line-${entries}-${hash.digest('hex').slice(0, 16)}`)
  if (existsSync(made)) return made
  mkdirSync(TARGET, { recursive: true })
  const beside = mkdtempSync(join(TARGET, 'ceremony-'))
  await (entries === 0 ? hold(beside) : holdLarge(beside, entries))
  renameSync(beside, made)
  return made
}

/** Puts other ports and another origin into a home that was copied. */
function moved(station: RealStation, ports: Record<number, number>, origin?: number): void {
  const file = station.at('home/station.yaml')
  let yaml = readFileSync(file, 'utf8')
  for (const [from, to] of Object.entries(ports)) yaml = yaml.replaceAll(new RegExp(`(?<=[ :])${from}\\b`, 'g'), String(to))
  yaml = yaml.replace(/^ *origin: .*\n/m, '')
  if (origin !== undefined) yaml = yaml.replace(/^( *)port: \d+$/m, (port, indent: string) => `${port}\n${indent}origin: "http://${station.party.toLowerCase()}.localhost:${origin}"`)
  writeFileSync(file, yaml)
}

/** Entries in the journals of every line that a run founds: `TORGAU_ENTRIES`, else none. */
const ENTRIES = Number(process.env.TORGAU_ENTRIES ?? 0)
export const MANY = 100_000

/** Before any worker begins: they copy the homes, and one ceremony is enough for all. */
export default async function held(): Promise<void> {
  await template(ENTRIES)
}

export async function foundLine(entries: number = ENTRIES): Promise<RealLine> {
  const directory = mkdtempSync(join(tmpdir(), 'torgau-console-'))
  cpSync(await template(entries), directory, { recursive: true })
  const [blue, red] = sides(directory)
  const lines = { [FIXED.BLUE.line]: await freePort(), [FIXED.RED.line]: await freePort() }
  for (const side of [blue, red]) side.consolePort = await freePort()
  const screen = await Cord.to(() => blue.consolePort)
  moved(blue, { ...lines, [FIXED.BLUE.console]: blue.consolePort }, screen.port)
  moved(red, { ...lines, [FIXED.RED.console]: red.consolePort })
  await Promise.all([blue.start(), red.start()])
  return {
    blue,
    red,
    screen,
    close: async () => {
      await Promise.all([blue.kill(), red.kill(), screen.close()])
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
