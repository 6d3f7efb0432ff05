import type { components } from '#generated/api'
import { BASE, call, Refused, sendBytes, type Problem } from './api'

type Schemas = components['schemas']
export type CourierPack = Schemas['CourierPack']
export type CourierTaken = Schemas['CourierTaken']

/** Media by what they hold: a stick or disc of a few MB, a CD, a DVD, a large stick. */
export const SIZES = { small: 10 * 2 ** 20, cd: 650 * 2 ** 20, dvd: 4 * 2 ** 30, stick: 32 * 2 ** 30 } as const
export type Size = keyof typeof SIZES

export const pack = (to: string, size: Size, all: boolean) =>
  call<CourierPack>('POST', '/courier/packs', { to, size: SIZES[size], scope: all ? 'all' : 'lacking' })
export const take = (file: Blob) => sendBytes<CourierTaken>('POST', '/courier/files', file)

export interface Part {
  readonly number: number
  readonly name: string
  readonly address: string
}

/** The files of a pack as `torgau courier pack` names them: in the order of their names they are best taken. */
export const partsOf = (of: CourierPack): readonly Part[] =>
  Array.from({ length: of.files }, (_, i) => ({
    number: i + 1,
    name: `${of.from}-${of.to}-${of.id}-${String(i + 1).padStart(6, '0')}.courier`,
    address: `${BASE}/courier/packs/${of.id}/files/${i + 1}`,
  }))

/** A file that a courier brought, and what became of it: it waits if what is in it follows on something that another file may bring. */
export interface Brought {
  readonly name: string
  readonly state: 'taken' | 'waiting' | 'refused'
  readonly taken?: CourierTaken
  readonly problem?: Problem
}

interface Named {
  readonly name: string
}

/**
 * Takes files in the order of their names; those that wait are taken again for as long as others bring something. A file that is refused
 * stops no other. A station that does not answer stops all.
 */
export async function takeAll<F extends Named>(files: readonly F[], taking: (file: F) => Promise<CourierTaken>, told: (brought: readonly Brought[]) => void): Promise<void> {
  const became = new Map<F, Brought>()
  let left = files.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  for (let news = true; news && left.length > 0; ) {
    news = false
    for (const file of left) {
      const brought = await broughtBy(file, taking, became.get(file)?.taken)
      news ||= (brought.taken?.added ?? 0) > (became.get(file)?.taken?.added ?? 0)
      became.set(file, brought)
      told([...became.values()])
    }
    left = left.filter((file) => became.get(file)?.state === 'waiting')
  }
}

/** What a file brought when it was taken before counts as brought. */
async function broughtBy<F extends Named>(file: F, taking: (file: F) => Promise<CourierTaken>, before: CourierTaken | undefined): Promise<Brought> {
  try {
    const now = await taking(file)
    const taken = { ...now, added: now.added + (before?.added ?? 0), pieces: now.pieces + (before?.pieces ?? 0) }
    return { name: file.name, state: now.waiting > 0 ? 'waiting' : 'taken', taken }
  } catch (cause) {
    if (!(cause instanceof Refused) || cause.problem.status !== 422) throw cause
    return { name: file.name, state: 'refused', problem: cause.problem }
  }
}
