// Packs what was built, so that the station sends it small without packing it anew for each browser.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const PACKED = /\.(html|js|css|svg)$/
const LEAST_BYTES = 1_000 // what fits into one packet gains nothing

/** Lays a `.gz` beside each text in a folder that is smaller so. */
export function pack(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) pack(path)
    if (!entry.isFile() || !PACKED.test(entry.name)) continue
    const bytes = readFileSync(path)
    if (bytes.length >= LEAST_BYTES) writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
  }
}
