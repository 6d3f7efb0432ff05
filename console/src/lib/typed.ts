import type { FormField, Written } from './api'
import { inLanguage } from './entry'
import { dtg, typedTime } from './time'

/** What an officer typed into a form: a line, several, or what the parts of a field hold. */
export type Typed = string | readonly string[] | readonly TypedFields[] | TypedFields
export interface TypedFields {
  readonly [name: string]: Typed
}

export const UNDISCLOSED = 'undisclosed'

export const line = (typed: Typed | undefined): string => (typeof typed === 'string' ? typed : '')
export const several = (typed: Typed | undefined): readonly string[] => (Array.isArray(typed) ? typed.filter((one) => typeof one === 'string') : [])
export const rows = (typed: Typed | undefined): readonly TypedFields[] => (Array.isArray(typed) ? typed.filter((one) => typeof one === 'object') : [])
export const parts = (typed: Typed | undefined): TypedFields => (typeof typed === 'object' && !Array.isArray(typed) ? (typed as TypedFields) : {})
const lines = (typed: Typed | undefined): string[] => line(typed).split('\n').map((one) => one.trim()).filter((one) => one !== '')

const MINUTE = 60_000

/**
 * A moment as an officer types it, as a date-time group: `230140Z NOV 26`, `23.11. 01:40`, `23.11.2026 0140`, `2026-11-23 01:40`, `0140`
 * (the last such moment), `+2h`, `-15m`, `now`. Nothing if it is none; the station says then what it wants.
 */
export function typedInstant(typed: string, now: number): string | undefined {
  const text = typed.trim().toUpperCase().replace(/\s+/g, ' ')
  if (/^(NOW|ЗАРАЗ|СЕЙЧАС)$/.test(text)) return dtg(now)
  const ahead = /^([+-]) ?(\d{1,4}) ?(M|H|D|МИН|М|ХВ|Ч|ГОД|Д)$/.exec(text)
  if (ahead !== null) {
    const unit = /^(D|Д)$/.test(ahead[3] ?? '') ? 1440 : /^(H|Ч|ГОД)$/.test(ahead[3] ?? '') ? 60 : 1
    return dtg(now + (ahead[1] === '-' ? -1 : 1) * Number(ahead[2]) * unit * MINUTE)
  }
  const group = /^(\d{2}) ?(\d{2}):?(\d{2}) ?Z? ?([A-Z]{3})(?: ?(?:20)?(\d{2}))?Z?$/.exec(text)
  if (group !== null) {
    const [, day, hour, minute, month, year] = group
    const whole = typedTime(`${day}${hour}${minute}Z${month}${year ?? String(new Date(now).getUTCFullYear() % 100).padStart(2, '0')}`, now)
    return whole === undefined ? undefined : dtg(whole)
  }
  const dotted = /^(\d{1,2})\.(\d{1,2})\.?(?: ?(\d{4}|\d{2}))?[ ,]+(\d{1,2}):?(\d{2})Z?$/.exec(text)
  if (dotted !== null) return at(yearOf(dotted[3], now), dotted[2], dotted[1], dotted[4], dotted[5])
  const iso = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):?(\d{2})(?::\d{2}(?:\.\d+)?)?Z?$/.exec(text)
  if (iso !== null) return at(Number(iso[1]), iso[2], iso[3], iso[4], iso[5])
  const short = typedTime(text, now)
  return short === undefined ? undefined : dtg(short)
}

const yearOf = (typed: string | undefined, now: number): number =>
  typed === undefined ? new Date(now).getUTCFullYear() : typed.length === 4 ? Number(typed) : 2000 + Number(typed)

function at(year: number, month = '', day = '', hour = '', minute = ''): string | undefined {
  const time = new Date(Date.UTC(year, Number(month) - 1, Number(day), Number(hour), Number(minute)))
  const same = time.getUTCMonth() === Number(month) - 1 && time.getUTCDate() === Number(day) && Number(hour) < 24 && Number(minute) < 60
  return same ? dtg(time.getTime()) : undefined
}

/** What a field holds, as the station wants it written; nothing if nothing was typed. What cannot be understood goes as it stands: the station says what is wrong with it. */
export function written(field: FormField, typed: Typed | undefined, now: number, place: (typed: string) => string): Written | undefined {
  if (typed === UNDISCLOSED && field.undisclosed) return UNDISCLOSED
  const some = (text: string): string | undefined => (text === '' ? undefined : text)
  const text = line(typed).trim().normalize('NFC')
  const moment = (one: string) => typedInstant(one, now) ?? one
  switch (field.type) {
    case 'numbered':
    case 'per_item': {
      const list = lines(typed)
      return list.length === 0 ? undefined : list
    }
    case 'codes': {
      const list = several(typed)
      return list.length === 0 ? undefined : [...list]
    }
    case 'instant':
      return text === '' ? undefined : moment(text)
    case 'period': {
      const { from, to } = parts(typed)
      const [a, b] = [line(from).trim(), line(to).trim()]
      return a === '' && b === '' ? undefined : `${a === '' ? '' : moment(a)}..${b === '' ? '' : moment(b)}`
    }
    case 'position':
      return text === '' ? undefined : place(text)
    case 'route': {
      const points = lines(typed).map((point) => {
        const [where = '', when] = point.split(/\s+at\s+|\s*@\s*/i)
        return when === undefined ? place(where) : `${place(where)} at ${moment(when)}`
      })
      return points.length === 0 ? undefined : points
    }
    case 'area':
      return area(parts(typed), place)
    case 'office':
    case 'person': {
      const given = Object.entries(parts(typed)).map(([name, value]) => [name, line(value).trim()] as const).filter(([, value]) => value !== '')
      return given.length === 0 ? undefined : Object.fromEntries(given)
    }
    case 'attachment': {
      const { bytes, ...file } = parts(typed)
      return line(file.blob) === '' ? undefined : { ...file, bytes: Number(line(bytes)) }
    }
    case 'table': {
      const table = rows(typed).map((row) => writtenFields(field.columns ?? [], row, now, place))
      return table.length === 0 ? undefined : table
    }
    default:
      return some(text)
  }
}

/** The fields that are asked for by what was typed so far. What was typed into another one is kept, and not written. */
export function askedFields(fields: readonly FormField[], typed: TypedFields): readonly FormField[] {
  const said = new Map<string, string>()
  return fields.filter((field) => {
    const { only_if } = field
    if (only_if !== undefined && !only_if.items.includes(said.get(only_if.field) ?? '')) return false
    said.set(field.name, line(typed[field.name]))
    return true
  })
}

export function writtenFields(fields: readonly FormField[], typed: TypedFields, now: number, place: (typed: string) => string): Record<string, Written> {
  return Object.fromEntries(
    askedFields(fields, typed).flatMap((field) => {
      const value = written(field, typed[field.name], now, place)
      return value === undefined ? [] : [[field.name, value]]
    }),
  )
}

function area(typed: TypedFields, place: (typed: string) => string): Written | undefined {
  const points = lines(typed.points).map(place)
  const size = line(typed.size).trim()
  switch (line(typed.kind)) {
    case 'circle':
      return points.length === 0 && size === '' ? undefined : { circle: { centre: points[0] ?? '', radius: size } }
    case 'corridor':
      return points.length === 0 && size === '' ? undefined : { corridor: { along: points, width: size } }
    case 'quadrant': {
      const of = line(typed.of).trim()
      return of === '' ? undefined : { quadrant: { of, part: line(typed.part) || 'north' } }
    }
    default:
      return points.length === 0 ? undefined : { polygon: points }
  }
}

/** What is written in a file, as it would have been typed: a numbered text that was pasted in fills the form. */
export function typedOf(field: FormField, value: Written | undefined): Typed {
  if (value === UNDISCLOSED || value === undefined) return value ?? ''
  const object = typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, Written>) : {}
  switch (field.type) {
    case 'codes':
      return Array.isArray(value) ? value.map(String) : []
    case 'yes_no':
      return value === true || value === 'yes' ? 'yes' : 'no'
    case 'numbered':
    case 'per_item':
    case 'route':
      return Array.isArray(value) ? value.map(String).join('\n') : String(value)
    case 'period': {
      const [from = '', to = ''] = String(value).split('..')
      return { from, to }
    }
    case 'office':
    case 'person':
    case 'attachment':
      return Object.fromEntries(Object.entries(object).map(([name, part]) => [name, String(part)]))
    case 'table':
      return Array.isArray(value) ? value.map((row) => typedFields(field.columns ?? [], row as Record<string, Written>)) : []
    case 'area':
      return typedArea(object)
    default:
      return String(value)
  }
}

export const typedFields = (fields: readonly FormField[], values: Record<string, Written>): TypedFields =>
  Object.fromEntries(fields.filter((f) => values[f.name] !== undefined).map((f) => [f.name, typedOf(f, values[f.name])]))

function typedArea(area: Record<string, Written>): TypedFields {
  const of = (name: string) => (area[name] ?? {}) as Record<string, Written>
  if (Array.isArray(area.polygon)) return { kind: 'polygon', points: area.polygon.map(String).join('\n') }
  if (area.circle !== undefined) return { kind: 'circle', points: String(of('circle').centre), size: String(of('circle').radius) }
  if (area.corridor !== undefined) return { kind: 'corridor', points: ((of('corridor').along ?? []) as Written[]).map(String).join('\n'), size: String(of('corridor').width) }
  if (area.quadrant !== undefined) return { kind: 'quadrant', of: String(of('quadrant').of), part: String(of('quadrant').part) }
  return {}
}

/** The formats whose code or words, in any language, have all that was typed; those whose code begins so first. */
export function findFormats<F extends { readonly code: string; readonly procedure: string; readonly words: string }>(formats: readonly F[], typed: string): readonly F[] {
  const wanted = typed.trim().toLocaleLowerCase().split(/\s+/).filter((word) => word !== '')
  const first = wanted[0] ?? ''
  return formats
    .filter((f) => wanted.every((word) => f.words.includes(word)))
    .toSorted((a, b) => rank(a.code, first) - rank(b.code, first))
}

const rank = (code: string, typed: string): number => {
  const own = code.toLocaleLowerCase()
  return typed === '' ? 0 : own === typed ? -2 : own.startsWith(typed) ? -1 : 0
}

/** The label of a field in the reader's language. */
export const labelOf = (field: FormField, language: string): string => inLanguage(field.label, language) ?? field.name
