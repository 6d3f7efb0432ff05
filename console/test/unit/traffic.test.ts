import { expect, test } from 'vitest'
import { valid } from '../line/schema.mjs'
import { entries, status } from './traffic.mjs'

test('what pure logic is tried on has the shape that openapi.yaml gives', () => {
  valid('Status', status())
  for (const entry of entries()) valid('Entry', entry)
})

test('the judge refuses a field too many, a field too few and a null', () => {
  const [entry] = entries() as [Record<string, unknown>, ...unknown[]]
  expect(() => valid('Entry', { ...entry, more: 1 })).toThrow(/additional/)
  expect(() => valid('Entry', { ...entry, id: undefined })).toThrow(/id/)
  expect(() => valid('Entry', { ...entry, matter: null })).toThrow(/matter/)
})
