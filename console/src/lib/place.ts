/**
 * A place as an officer types it, as `58-21.0N 019-44.0E`: degrees and minutes (`58 21N 19 44.5E`, `58°21'N 19°44'E`), degrees, minutes and
 * seconds (`58 21 30 N`), decimal degrees (`58.35 19.73`, `58.35N, 19.73E`), or a military grid (`34VDR1234567890`). What is none of
 * these goes as it stands: the station says what it wants. П is none: it begins north and south alike in Ukrainian. What is written is as
 * fine as what was typed, to the thousandth of a minute; a square of the grid of 1 km or more is no place, and goes as it stands too.
 */
export function place(typed: string): string {
  const text = typed.trim().toUpperCase().replaceAll(',', (_, i: number, all: string) => (/\d,\d{4,}/.test(all.slice(Math.max(0, i - 1))) ? '.' : ' '))
  if (/^(NEAR|ОКОЛО|ПОБЛИЗУ)\b/i.test(text)) return typed.trim()
  const grid = fromGrid(text.replaceAll(/\s/g, ''))
  if (grid !== undefined) return grid.decimals < 1 ? typed.trim() : written(grid, grid.decimals)
  const decimal = /^(-?\d{1,2}\.\d+)°?\s*([NS])?\s+(-?\d{1,3}\.\d+)°?\s*([EW])?$/.exec(text)
  if (decimal !== null) {
    const point = { north: signed(decimal[1], decimal[2] === 'S'), east: signed(decimal[3], decimal[4] === 'W') }
    return written(point, Math.max(fraction(decimal[1]), fraction(decimal[3])) - 2)
  }
  const sides = /^(.*?)([NSСЮН])\s*(.*?)([EWВЗС])$/.exec(text)
  if (sides === null) return typed.trim()
  const [north, east] = [angle(sides[1]), angle(sides[3])]
  if (north === undefined || east === undefined) return typed.trim()
  const point = { north: /[SЮ]/.test(sides[2] ?? '') ? -north : north, east: /[WЗ]/.test(sides[4] ?? '') ? -east : east }
  return written(point, Math.max(fine(sides[1]), fine(sides[3])))
}

interface Point {
  readonly north: number
  readonly east: number
}

const signed = (digits = '', other: boolean): number => (other ? -Number(digits) : Number(digits))

function angle(typed = ''): number | undefined {
  const numbers = typed.split(/[^0-9.]+/).filter((n) => n !== '').map(Number)
  const [degrees, minutes = 0, seconds = 0] = numbers
  return degrees === undefined || numbers.length > 3 || minutes >= 60 || seconds >= 60 ? undefined : degrees + minutes / 60 + seconds / 3600
}

const fraction = (digits = ''): number => /\.(\d+)$/.exec(digits)?.[1]?.length ?? 0

/** The decimals of a minute that say what was typed: a second is finer than a hundredth of a minute is coarse. */
function fine(typed = ''): number {
  const numbers = typed.split(/[^0-9.]+/).filter((n) => n !== '')
  const after = fraction(numbers.at(-1))
  return numbers.length > 2 ? 2 + after : numbers.length === 2 ? after : after - 2
}

/** Degrees and minutes with one to three decimals, as the stations exchange it: 185 m to 2 m. */
function written({ north, east }: Point, decimals: number): string {
  const of = 10 ** Math.min(3, Math.max(1, decimals))
  return `${half(north, 2, of)}${north < 0 ? 'S' : 'N'} ${half(east, 3, of)}${east < 0 ? 'W' : 'E'}`
}

function half(value: number, width: number, of: number): string {
  const parts = Math.round(Math.abs(value) * 60 * of)
  const degrees = Math.floor(parts / (60 * of))
  const decimals = Math.log10(of)
  return `${String(degrees).padStart(width, '0')}-${((parts % (60 * of)) / of).toFixed(decimals).padStart(3 + decimals, '0')}`
}

const BANDS = 'CDEFGHJKLMNPQRSTUVWX'
const COLUMNS = ['STUVWXYZ', 'ABCDEFGH', 'JKLMNPQR'] as const
const ROWS = 'ABCDEFGHJKLMNPQRSTUV'

/** The middle of the square that a reference of the military grid names (WGS 84, UTM zones), and the decimals of a minute that are as fine as it: 3 for 1 m, none for 1 km. */
export function fromGrid(text: string): (Point & { readonly decimals: number }) | undefined {
  const match = /^(\d{1,2})([C-HJ-NP-X])([A-HJ-NP-Z])([A-HJ-NP-V])((?:\d\d){1,5})$/.exec(text)
  if (match === null) return undefined
  const [zone, band, digits] = [Number(match[1]), BANDS.indexOf(match[2] ?? ''), match[5] ?? '']
  const column = (COLUMNS[zone % 3] ?? '').indexOf(match[3] ?? '')
  const row = ROWS.indexOf(match[4] ?? '')
  if (zone < 1 || zone > 60 || column < 0 || row < 0) return undefined
  const size = 10 ** (5 - digits.length / 2)
  const easting = (column + 1) * 100_000 + (Number(digits.slice(0, digits.length / 2)) + 0.5) * size
  const inRow = ((row - (zone % 2 === 0 ? 5 : 0) + 20) % 20) * 100_000 + (Number(digits.slice(digits.length / 2)) + 0.5) * size
  const south = band < 10
  const middle = -80 + 8 * band + 4
  const near = middle * 110_700 + (south ? 10_000_000 : 0)
  const northing = inRow + Math.round((near - inRow) / 2_000_000) * 2_000_000
  return { ...fromUtm(zone, easting, south ? northing - 10_000_000 : northing), decimals: digits.length / 2 - 2 }
}

/** Krüger's series, to the third power of the third flattening: millimetres within a zone. */
function fromUtm(zone: number, easting: number, northing: number): Point {
  const f = 1 / 298.257223563
  const n = f / (2 - f)
  const a = (6_378_137 / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64)
  const beta = [n / 2 - (2 * n ** 2) / 3 + (37 * n ** 3) / 96, n ** 2 / 48 + n ** 3 / 15, (17 * n ** 3) / 480]
  const delta = [2 * n - (2 * n ** 2) / 3 - 2 * n ** 3, (7 * n ** 2) / 3 - (8 * n ** 3) / 5, (56 * n ** 3) / 15]
  const [xi, eta] = [northing / (0.9996 * a), (easting - 500_000) / (0.9996 * a)]
  const x = xi - beta.reduce((sum, b, i) => sum + b * Math.sin(2 * (i + 1) * xi) * Math.cosh(2 * (i + 1) * eta), 0)
  const y = eta - beta.reduce((sum, b, i) => sum + b * Math.cos(2 * (i + 1) * xi) * Math.sinh(2 * (i + 1) * eta), 0)
  const chi = Math.asin(Math.sin(x) / Math.cosh(y))
  const latitude = chi + delta.reduce((sum, d, i) => sum + d * Math.sin(2 * (i + 1) * chi), 0)
  const longitude = Math.atan2(Math.sinh(y), Math.cos(x))
  return { north: (latitude * 180) / Math.PI, east: zone * 6 - 183 + (longitude * 180) / Math.PI }
}
