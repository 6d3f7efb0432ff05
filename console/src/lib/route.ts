/** The pages of the console, in the order of their keys. */
export const PAGES = [
  'watch', 'matters', 'file', 'releases', 'translation', 'programme', 'meetings', 'counterparts', 'expectations', 'search',
  'links', 'log', 'audit', 'officers',
] as const
export type PageName = (typeof PAGES)[number]

/** Where the officer is: a page, what of it (`matters/RED-OPS-7`), and what was asked of it (`?state=open`). */
export interface Route {
  readonly page: PageName
  readonly path: readonly string[]
  readonly query: ReadonlyMap<string, string>
}

const isPage = (name: string): name is PageName => (PAGES as readonly string[]).includes(name)

/** Reads the part of the address after `#/`; what is not known is the watch. */
export function route(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const [page = '', ...rest] = path.split('/').map(decoded)
  if (!isPage(page)) return { page: 'watch', path: [], query: new Map() }
  return { page, path: rest.filter((part) => part !== ''), query: new Map(new URLSearchParams(query)) }
}

/** The address of a page: `address('matters', ['RED-OPS-7'])` is `#/matters/RED-OPS-7`. */
export function address(page: PageName, path: readonly string[] = [], query: Record<string, string> = {}): string {
  const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString()
  const at = [page === 'watch' && path.length === 0 ? '' : page, ...path.map(encodeURIComponent)].join('/')
  return `#/${at}${asked === '' ? '' : `?${asked}`}`
}

/** What somebody typed into the address need not be well formed. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
