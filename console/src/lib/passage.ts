/** A word of the passage that was sent or that came back, and whether it stands in both. */
export interface Word {
  readonly text: string
  readonly same: boolean
}

export interface Compared {
  readonly result: 'as_sent' | 'differs' | 'incomplete'
  readonly sent: readonly Word[]
  readonly back: readonly Word[]
}

const words = (text: string): string[] => text.normalize('NFC').split(/\p{White_Space}+/u).filter((w) => w !== '')

/**
 * Word for word by the longest common run of words, white space aside. `incomplete`: words are missing and none is another.
 * A passage has at most 120 words, so the table is small.
 */
export function compared(sent: string, back: string): Compared {
  const [a, b] = [words(sent), words(back)]
  const length = common(a, b)
  const mark = (own: readonly string[], kept: ReadonlySet<number>) => own.map((text, i) => ({ text, same: kept.has(i) }))
  const keptA = new Set<number>()
  const keptB = new Set<number>()
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      keptA.add(i++)
      keptB.add(j++)
    } else if (at(length, i + 1, j) >= at(length, i, j + 1)) i++
    else j++
  }
  const whole = keptA.size === a.length && keptB.size === b.length
  return { result: whole ? 'as_sent' : keptB.size === b.length ? 'incomplete' : 'differs', sent: mark(a, keptA), back: mark(b, keptB) }
}

const at = (table: readonly (readonly number[])[], i: number, j: number): number => table[i]?.[j] ?? 0

/** For each pair of places the length of the longest common run of words from there on. */
function common(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--) {
    const row = table[i] ?? []
    for (let j = b.length - 1; j >= 0; j--) row[j] = a[i] === b[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1))
  }
  return table
}

/** What differs, in at most `most` items as a journal keeps them: the words that were sent and did not come back, and those that came instead. */
export function differences({ sent, back }: Compared, most = 10): string[] {
  const runs = (all: readonly Word[], sign: string) => {
    const found: string[][] = []
    let open = false
    for (const { text, same } of all) {
      if (same) open = false
      else if (open) found.at(-1)?.push(text)
      else {
        found.push([text])
        open = true
      }
    }
    return found.map((run) => `${sign} ${run.slice(0, 25).join(' ')}`)
  }
  return [...runs(sent, '−'), ...runs(back, '+')].slice(0, most)
}
