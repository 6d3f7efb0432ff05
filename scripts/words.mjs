// Prints every text of the catalogue in one language, a line each, without placeholders: for a spelling checker.
// Usage: node scripts/words.mjs LANGUAGE, in the root of the tree; needs the console's packages.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { parse } = createRequire(new URL('../console/package.json', import.meta.url))('yaml')
const language = process.argv[2]
const folder = new URL('../catalogue/', import.meta.url)

/** The words of an ICU message: its plain text and that of its plural forms, no names of placeholders. */
function plain(message) {
  let depth = 0
  let words = ''
  for (const part of message.split(/(\{[a-z_]+, plural,|\{[a-z_]+\}|[{}])/u)) {
    if (/^\{[a-z_]+, plural,$/u.test(part)) depth = 1
    else if (/^\{[a-z_]+\}$/u.test(part)) words += ' '
    else if (part === '{') depth++
    else if (part === '}') depth--
    else if (depth !== 1) words += part.replaceAll('#', ' ')
  }
  return words
}

function* texts(node) {
  if (Array.isArray(node)) for (const item of node) yield* texts(item)
  else if (node !== null && typeof node === 'object') {
    for (const [key, value] of Object.entries(node)) {
      if (key === language && typeof value === 'string') yield plain(value)
      else if (!['examples', 'avoid', 'never', 'russian_in_latin', 'english_in_cyrillic'].includes(key)) yield* texts(value)
    }
  }
}

const files = ['common.yaml', 'signals.yaml', 'glossary.yaml', ...readdirSync(new URL('procedures/', folder)).map((name) => `procedures/${name}`)]
for (const file of files) {
  const document = parse(readFileSync(new URL(file, folder), 'utf8'), { schema: 'core' })
  for (const text of texts(document)) console.log(text)
}
