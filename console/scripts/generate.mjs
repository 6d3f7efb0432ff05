// Writes what the console takes from the rest of the repository: the API's types and the refusal codes.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

const root = new URL('../../', import.meta.url)
const generated = new URL('../target/generated/', import.meta.url)
mkdirSync(generated, { recursive: true })

const api = await openapiTS(new URL('station/src/main/resources/torgau/openapi.yaml', root))
writeFileSync(new URL('api.d.ts', generated), astToString(api))

const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java'
const codes = ['scripts/Codes.java', 'docs/spec/codes.yaml', '--typescript', fileURLToPath(new URL('codes.ts', generated))]
const done = spawnSync(java, codes, { cwd: root, stdio: 'inherit' })
if (done.status !== 0) {
  console.error(`${java} could not run scripts/Codes.java: set JAVA_HOME to a JDK of 25 or newer`)
  process.exit(1)
}
