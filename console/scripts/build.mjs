// Installs and builds the console, and does nothing where nothing changed since the last time. Called by Maven.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pack } from './pack.mjs'

const here = fileURLToPath(new URL('..', import.meta.url))
const target = join(here, 'target')
const sources = ['src', 'public', 'scripts', 'index.html', 'vite.config.ts', 'svelte.config.js', 'tsconfig.json',
  'package.json', 'package-lock.json', '../i18n', '../docs/spec/codes.yaml', '../scripts/Codes.java',
  '../station/src/main/resources/torgau/openapi.yaml']

function files(path) {
  const entries = readdirSync(join(here, path), { withFileTypes: true })
  return entries.flatMap((e) => (e.isDirectory() ? files(join(path, e.name)) : [join(path, e.name)]))
}

function digest(paths) {
  const hash = createHash('sha256').update(process.version)
  for (const path of paths.flatMap((p) => (/\.\w+$/.test(p) ? [p] : files(p))).sort()) {
    hash.update(`\0${path}\0`).update(readFileSync(join(here, path)))
  }
  return hash.digest('hex')
}

function unchanged(stamp, value, product) {
  return existsSync(product) && existsSync(stamp) && readFileSync(stamp, 'utf8') === value
}

function run(command, ...args) {
  const done = spawnSync(command, args, { cwd: here, encoding: 'utf8' })
  if (done.status === 0) return
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}${done.error ?? ''}\n`)
  process.stderr.write(`console: \`${command} ${args.join(' ')}\` failed; it runs in ${here}\n`)
  process.exit(1)
}

mkdirSync(target, { recursive: true })
const modules = join(here, 'node_modules')
const lock = digest(['package.json', 'package-lock.json'])
const installed = join(modules, '.torgau-installed')
if (!unchanged(installed, lock, join(modules, '.bin', 'vite'))) {
  run('npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error')
  writeFileSync(installed, lock)
}

const state = digest(sources)
const built = join(target, 'built')
if (!unchanged(built, state, join(target, 'dist', 'index.html'))) {
  rmSync(built, { force: true })
  rmSync(join(target, 'classes', 'torgau'), { recursive: true, force: true }) // Maven adds to it, and old hashed names would stay
  run(process.execPath, 'scripts/generate.mjs')
  run(join(modules, '.bin', 'vite'), 'build', '--logLevel', 'warn')
  pack(join(target, 'dist'))
  writeFileSync(built, state)
}
