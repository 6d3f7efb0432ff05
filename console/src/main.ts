import '@fontsource/ibm-plex-sans/latin-400.css'
import '@fontsource/ibm-plex-sans/latin-600.css'
import '@fontsource/ibm-plex-sans/latin-700.css'
import '@fontsource/ibm-plex-sans/cyrillic-400.css'
import '@fontsource/ibm-plex-sans/cyrillic-600.css'
import '@fontsource/ibm-plex-sans/cyrillic-700.css'
import './style/tokens.css'
import './style/base.css'
import './style/print.css'
import { mount } from 'svelte'
import App from './App.svelte'
import { route } from './lib/route'
import { fetchTexts } from './lib/text'
import { Desk } from './state/desk.svelte'
import { Settings } from './state/settings.svelte'

/** The token of a printed link, `#token=…`; taken out of the address at once, so that it stays in no history and on no screen. */
function tokenOfAddress(): string | undefined {
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  if (token === null) return undefined
  history.replaceState(null, '', location.pathname)
  return token
}

const settings = new Settings(localStorage, navigator.languages)
await fetchTexts(settings.language)
const desk = new Desk(settings)
const target = document.getElementById('app')
if (target === null) throw new Error('index.html has no #app')
mount(App, { target, props: { desk } })
void desk.begin(tokenOfAddress())
desk.route = route(location.hash)
addEventListener('hashchange', () => {
  const token = tokenOfAddress()
  if (token !== undefined) void desk.begin(token)
  desk.route = route(location.hash)
})
