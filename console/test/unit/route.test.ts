import { expect, test } from 'vitest'
import { address, PAGES, route } from '../../src/lib/route'

test.each(PAGES)('the address of %s leads to it', (page) => expect(route(address(page)).page).toBe(page))

test('what a page is about and what is asked of it survive, whatever letters they have', () => {
  const read = route(address('search', ['а/б', 'x?y'], { q: 'мост & брод', none: '' }))
  expect(read).toEqual({ page: 'search', path: ['а/б', 'x?y'], query: new Map([['q', 'мост & брод']]) })
})

test('an address that leads nowhere leads to the watch', () => {
  for (const hash of ['', '#', '#/', '#/nowhere', '#token=abc', '#/%E0%A4%A', '#/nowhere/%']) expect(route(hash).page, hash).toBe('watch')
  expect(route('#/matters/%').path).toEqual(['%'])
})
