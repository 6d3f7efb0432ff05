import type { Component } from 'svelte'
import type { PageName, Route } from '../lib/route'
import type { Key } from '../lib/text'
import type { Desk } from '../state/desk.svelte'

export type PageComponent = Component<{ desk: Desk; route: Route }>

/** A page beside the watch: its name, the place of its key, and its code, which is fetched from the station when it is first opened. */
export interface Page {
  readonly name: Exclude<PageName, 'watch'>
  readonly title: Key
  /** As `KeyboardEvent.code` has it, the same on every layout; pages without one are reached by the list. */
  readonly key?: string
  readonly load: () => Promise<{ default: PageComponent }>
}

/** Only what is there: a page is added here when it works. */
export const OPEN: readonly Page[] = [
  { name: 'matters', title: 'console.page.matters', key: 'Digit2', load: () => import('./Matters.svelte') },
  { name: 'file', title: 'console.page.file', key: 'Digit3', load: () => import('./File.svelte') },
  { name: 'releases', title: 'console.page.releases', key: 'Digit4', load: () => import('./Releases.svelte') },
  { name: 'translation', title: 'console.page.translation', key: 'Digit5', load: () => import('./Translation.svelte') },
  { name: 'programme', title: 'console.page.programme', key: 'Digit6', load: () => import('./Programme.svelte') },
  { name: 'meetings', title: 'console.page.meetings', key: 'Digit7', load: () => import('./Meetings.svelte') },
  { name: 'counterparts', title: 'console.page.counterparts', key: 'Digit8', load: () => import('./Counterparts.svelte') },
  { name: 'expectations', title: 'console.page.expectations', key: 'Digit9', load: () => import('./Expectations.svelte') },
  { name: 'search', title: 'console.page.search', key: 'Digit0', load: () => import('./Search.svelte') },
  { name: 'links', title: 'console.page.links', load: () => import('./Links.svelte') },
  { name: 'log', title: 'console.page.log', load: () => import('./Log.svelte') },
  { name: 'audit', title: 'console.page.audit', load: () => import('./Audit.svelte') },
  { name: 'officers', title: 'console.page.officers', load: () => import('./Officers.svelte') },
]

/** Pages below another one's address, `#/log/print`: they have no place in the list and no key. */
export const WITHIN: readonly (Pick<Page, 'name' | 'load'> & { readonly first: string })[] = [
  { name: 'log', first: 'print', load: () => import('./DayPrint.svelte') },
  { name: 'links', first: 'courier', load: () => import('./Courier.svelte') },
]

export const WATCH_KEY = 'Digit1'

/** `Digit2` is written 2 on every keyboard. */
export const keyName = (code: string): string => code.replace(/^(Digit|Key)/, '')
