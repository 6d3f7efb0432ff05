import type { components } from '#generated/api'
import type { Say } from './text'

/** What an officer may want to look at in a list of persons. */
export function remarkWords(t: Say, r: components['schemas']['PersonRemark']): string {
  return t(`cli.visit.remark.${r.kind}`, { number: r.number, given: r.given ?? '', expected: (r.expected ?? []).join(' / '), other: r.other ?? '', by: r.by ?? 'name', visit: r.visit?.number ?? '' })
}
