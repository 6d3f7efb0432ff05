/** A stretch of a text in UTF-16 units, `to` behind the last. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface Piece<S extends Span> {
  readonly from: number
  readonly text: string
  /** The spans that cover all of it. */
  readonly spans: readonly S[]
}

/** The text, cut wherever a span begins or ends. Spans may overlap; what lies outside of the text is left out. */
export function pieces<S extends Span>(text: string, spans: readonly S[]): Piece<S>[] {
  const within = (at: number) => Math.min(Math.max(at, 0), text.length)
  const cuts = [...new Set([0, text.length, ...spans.flatMap((s) => [within(s.from), within(s.to)])])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((from, i) => {
    const to = cuts[i + 1] ?? text.length
    return { from, text: text.slice(from, to), spans: spans.filter((s) => s.from <= from && s.to >= to) }
  })
}
