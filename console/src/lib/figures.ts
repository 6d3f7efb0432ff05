import type { Report } from './api-year'

type Figure = Report['figures'][number]

/** The period that a report has until another is chosen: this year until today. */
export function period(now: number): { from: string; to: string } {
  const day = new Date(now).toISOString().slice(0, 10)
  const next = new Date(now + 86_400_000).toISOString().slice(0, 10)
  return { from: `${day.slice(0, 4)}-01-01`, to: next }
}

/** Hours and minutes, as the report has them everywhere but in tables for machines: `26:05`. */
export const hoursMinutes = (seconds: number): string => `${Math.floor(seconds / 3600)}:${String(Math.floor((seconds % 3600) / 60)).padStart(2, '0')}`

/** What is measured of one kind and party, all of it together. Of fewer than five cases there is no median: each is named. */
export function figuresOf(figures: readonly Figure[], kind: string, party: string) {
  const own = figures.filter((f) => f.party === party && f.by === 'all' && f.figure.startsWith(`${kind}.`))
  const of = (name: string) => own.find((f) => f.figure === `${kind}.${name}`)
  const time = (name: string) => {
    const found = of(name)
    return found === undefined ? undefined : hoursMinutes(found.value)
  }
  return {
    count: of('count')?.value,
    median: time('median'),
    ninety: time('ninety'),
    longest: time('longest'),
    open: of('open')?.value,
    cases: own.filter((f) => f.figure === `${kind}.case`).map((f) => hoursMinutes(f.value)).join(', '),
  }
}
