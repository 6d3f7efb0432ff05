import { fetchTexts, LANGUAGES } from '../../src/lib/text'

await Promise.all(LANGUAGES.map(fetchTexts))
