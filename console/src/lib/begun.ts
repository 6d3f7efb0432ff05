import type { DraftContent } from './api'
import type { TypedFields } from './typed'

/** A filing that was begun and not signed, as it is kept in a draft. */
export interface Begun {
  readonly procedure: string
  readonly code: string
  /** The entry that it answers. */
  readonly re: string | undefined
  readonly fields: TypedFields
}

/** What a draft holds of a filing; nothing of a message in free words. */
export function begunIn(content: DraftContent): Begun | undefined {
  if (content.format === undefined) return undefined
  const [procedure = '', code = ''] = content.format.split('/')
  const { fields = {}, re } = JSON.parse(content.typed ?? '{}') as { fields?: TypedFields; re?: string }
  return { procedure, code, re, fields }
}

/** The same the other way round. */
export const keptAs = ({ procedure, code, re, fields }: Begun): Pick<DraftContent, 'format' | 'typed'> => ({
  format: `${procedure}/${code}`,
  typed: JSON.stringify({ fields, re }),
})
