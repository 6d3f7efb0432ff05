// Writes what the console takes from the rest of the repository: the API's types, the refusal codes and its texts.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

const root = new URL('../../', import.meta.url)
const generated = new URL('../target/generated/', import.meta.url)
mkdirSync(generated, { recursive: true })

const api = await openapiTS(new URL('station/src/main/resources/torgau/openapi.yaml', root))
writeFileSync(new URL('api.d.ts', generated), astToString(api))

/** Of the command line's texts the groups that a page names somewhere, such as `cli.plan`: one word for one thing. */
const sources = readdirSync(new URL('console/src/', root), { recursive: true }).filter((name) => /\.(ts|svelte)$/.test(name))
const named = new Set(sources.flatMap((name) => readFileSync(new URL(`console/src/${name}`, root), 'utf8').match(/(?<=['"`])cli\.[a-z_]+/g) ?? []))
const ours = (key) => !key.startsWith('cli.') || named.has(key.split('.').slice(0, 2).join('.'))
for (const file of readdirSync(new URL('i18n/', root))) {
  const texts = Object.entries(JSON.parse(readFileSync(new URL(`i18n/${file}`, root), 'utf8')))
  writeFileSync(new URL(`texts.${file}`, generated), JSON.stringify(Object.fromEntries(texts.filter(([key]) => ours(key)))))
}

const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java'
const codes = ['scripts/Codes.java', 'docs/spec/codes.yaml', '--typescript', fileURLToPath(new URL('codes.ts', generated))]
const done = spawnSync(java, codes, { cwd: root, stdio: 'inherit' })
if (done.status !== 0) {
  console.error(`${java} could not run scripts/Codes.java: set JAVA_HOME to a JDK of 25 or newer`)
  process.exit(1)
}
