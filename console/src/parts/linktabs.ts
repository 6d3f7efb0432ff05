import { address } from '../lib/route'
import type { Settings } from '../state/settings.svelte'

/** What the page of the links has: the board, and what goes where no wire goes. */
export const linkTabs = (t: Settings['t'], current: 'board' | 'courier') => [
  { href: address('links'), words: t('console.links.board'), current: current === 'board' },
  { href: address('links', ['courier']), words: t('console.courier'), current: current === 'courier' },
]
