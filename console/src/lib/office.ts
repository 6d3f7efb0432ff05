import type { Office } from './api'

/** The office last used at this seat if the station still has it or lists none, else its first. */
export function startingOffice(last: Office | undefined, known: readonly Office[]): Office {
  const same = known.find((o) => o.title === last?.title && o.capacity === last.capacity)
  if (same !== undefined) return { ...same }
  return { ...(known[0] ?? last ?? { title: '', capacity: '' }) }
}

export const validOffice = (office: Office): boolean => office.title.trim() !== '' && office.capacity.trim() !== ''
