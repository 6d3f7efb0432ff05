import { describe, expect, test } from 'vitest'
import { Refused, Unreachable } from '../../src/lib/api'
import { partsOf, takeAll, type Brought, type CourierTaken } from '../../src/lib/courier'

const file = (name: string, needs: string[] = []) => ({ name, needs })
const told = { from: 'RED-OPS', made: '2026-11-23T03:40:00.000Z', entries: 2, pieces: 0 }

/** Takes a file as a station does: what follows on a file that is not here yet waits. */
function station() {
  const here = new Set<string>()
  const asked: string[] = []
  const take = async ({ name, needs }: { name: string; needs: string[] }): Promise<CourierTaken> => {
    asked.push(name)
    if (name.startsWith('bad')) throw new Refused({ type: 'urn:torgau:TG-2131', title: 'COURIER_DAMAGED', status: 422, code: 'TG-2131', message: 'It is not whole.', remedy: 'Copy it again.' })
    if (name.startsWith('gone')) throw new Unreachable('gone')
    if (here.has(name)) return { ...told, added: 0, held: 2, waiting: 0 }
    const ready = needs.every((need) => here.has(need))
    if (ready) here.add(name)
    return { ...told, added: ready ? 2 : 0, held: 0, waiting: ready ? 0 : 2 }
  }
  return { asked, take }
}

async function taken(...files: ReturnType<typeof file>[]): Promise<{ asked: string[]; brought: Record<string, Brought> }> {
  const { asked, take } = station()
  let last: readonly Brought[] = []
  await takeAll(files, take, (now) => (last = now))
  return { asked, brought: Object.fromEntries(last.map((one) => [one.name, one])) }
}

describe('files that a courier brought', () => {
  test('are taken in the order of their names', async () => expect((await taken(file('b'), file('a'))).asked).toEqual(['a', 'b']))
  test('wait for others, and are taken again after them', async () => {
    const { asked, brought } = await taken(file('a', ['c']), file('b'), file('c'))
    expect(asked).toEqual(['a', 'b', 'c', 'a'])
    expect(brought.a).toMatchObject({ state: 'taken', taken: { added: 2 } })
  })
  test('are not tried without end where what they wait for is not among them', async () => {
    const { asked, brought } = await taken(file('a', ['z']))
    expect(asked).toEqual(['a'])
    expect(brought.a?.state).toBe('waiting')
  })
  test('that are refused stop no other', async () => {
    const { brought } = await taken(file('bad'), file('c'))
    expect(brought.bad).toMatchObject({ state: 'refused', problem: { code: 'TG-2131' } })
    expect(brought.c?.state).toBe('taken')
  })
  test('stop where the station does not answer', async () => expect(taken(file('gone'))).rejects.toBeInstanceOf(Unreachable))
})

test('the files of a pack have the names that the command line gives them, in their order', () => {
  const pack = { id: '00112233aabbccdd', from: 'BLUE-OPS', to: 'RED-OPS', files: 12, entries: 3, blobs: 0, bytes: 9, more: false }
  const names = partsOf(pack).map((part) => part.name)
  expect(names[0]).toBe('BLUE-OPS-RED-OPS-00112233aabbccdd-000001.courier')
  expect(names).toEqual(names.toSorted())
  expect(partsOf(pack)[11]?.address).toBe('/api/v1/courier/packs/00112233aabbccdd/files/12')
})
