import type { Entry } from './api'

export type TestResult = 'returned' | 'differs' | 'waiting'

/** One link test as the journal shows it: who began it, and what came back from whom. */
export interface TestRun {
  readonly reference: string
  readonly by: string
  readonly at: string
  /** Whom it was for; empty for all others. */
  readonly to: readonly string[]
  readonly returns: readonly { readonly station: string; readonly at: string; readonly intact: boolean }[]
}

/** The tests among these entries, the newest first, each with its returns. A return of a test that is not among them is left out. */
export function testRuns(entries: readonly Entry[]): TestRun[] {
  const tests = entries.filter((e) => e.act.type === 'link_test' && e.act.of === undefined)
  const returns = entries.filter((e) => e.act.type === 'link_test' && e.act.of !== undefined)
  return tests
    .map((test) => ({
      reference: test.reference,
      by: test.from.station,
      at: test.time,
      to: test.to,
      returns: returns
        .filter((r) => r.act.type === 'link_test' && r.act.of === test.reference)
        .map((r) => ({ station: r.from.station, at: r.time, intact: r.act.type === 'link_test' && r.act.intact === true })),
    }))
    .toReversed()
}

/** The tests between us and one station: those that it began, and those of ours that were for its party or for all. */
export function testsWith(runs: readonly TestRun[], station: string, party: string, ours: string): TestRun[] {
  return runs.filter((r) => r.by === station || (r.by === ours && (r.to.length === 0 || r.to.includes(party))))
}

/** What became of a test at one station; one that it began itself, at ours. */
export function resultAt(run: TestRun, station: string): TestResult {
  const back = run.returns.find((r) => r.station === station)
  return back === undefined ? 'waiting' : back.intact ? 'returned' : 'differs'
}
