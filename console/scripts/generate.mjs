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

/** Groups of texts that are of the command line alone. */
const OF_OTHERS = ['cli']
for (const file of readdirSync(new URL('i18n/', root))) {
  const texts = Object.entries(JSON.parse(readFileSync(new URL(`i18n/${file}`, root), 'utf8')))
  const ours = Object.fromEntries(texts.filter(([key]) => !OF_OTHERS.includes(key.slice(0, key.indexOf('.')))))
  writeFileSync(new URL(`texts.${file}`, generated), JSON.stringify(ours))
}

const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java'
const codes = ['scripts/Codes.java', 'docs/spec/codes.yaml', '--typescript', fileURLToPath(new URL('codes.ts', generated))]
const done = spawnSync(java, codes, { cwd: root, stdio: 'inherit' })
if (done.status !== 0) {
  console.error(`${java} could not run scripts/Codes.java: set JAVA_HOME to a JDK of 25 or newer`)
  process.exit(1)
}
