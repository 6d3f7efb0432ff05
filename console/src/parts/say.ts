import type { Entry, Receipt, Sentence } from '../lib/api'
import { bestText, courtesyOf, saidOf, sealed, titleOf } from '../lib/entry'
import { dtg, hours } from '../lib/time'
import type { Settings } from '../state/settings.svelte'

/** Who speaks: the party and the office, never a person. */
export function author(from: Entry['from']): string {
  return from.office === undefined ? `${from.party} · ${from.station}` : `${from.party} · ${from.office}`
}

export function stageText(settings: Settings, receipt: Receipt): string {
  return settings.tOr(`stage.${receipt.stage}`, 'console.error', {
    time: hours(receipt.passed_on_at ?? receipt.at),
    message: receipt.stage,
    remedy: '',
  })
}

/** One line of an entry, for the list, with the language it is in; a courtesy translation says that it is one. */
export function gist(settings: Settings, entry: Entry): Sentence & { courtesy?: boolean } {
  const { language, t } = settings
  const here = (text: string): Sentence => ({ language, text })
  const act = entry.act
  if (sealed(entry)) return here(t('console.sealed'))
  switch (act.type) {
    case 'message': {
      const best = bestText({ language: act.language, text: act.text }, courtesyOf(entry), language)
      return act.subject === undefined || best.courtesy ? best : { language: act.language, text: `${act.subject} — ${act.text}` }
    }
    case 'notification': {
      const said = saidOf(act, language)[0]
      return here(`${titleOf(act, language)}${said === undefined ? '' : ` — ${said.text}`}`)
    }
    case 'acknowledgement': {
      const stage = t(`stage.${act.stage}`, { time: act.passed_on_at === undefined ? '' : hours(act.passed_on_at) })
      return here(`${t('act.acknowledgement')}: ${stage}${act.read_back === undefined ? '' : ` — «${act.read_back}»`}`)
    }
    case 'translation':
      return { language: act.language, text: act.text, courtesy: true }
    case 'link_test':
      return here(`${t(act.of === undefined ? 'act.link_test' : 'act.link_test.returned')} · ${t('automatic.label')}`)
    case 'key_offer':
    case 'seen':
      return here(`${t(`act.${act.type}`)} · ${t('automatic.label')}`)
    case 'amendment':
      return here(`${t('act.amendment')}: ${act.change}`)
    case 'suspension':
      return here(`${t('act.suspension')}: ${t(`scope.${act.scope.kind}`, { name: act.scope.name ?? '' })}. ${act.authority}`)
    case 'resumption':
      return here(`${t('act.resumption')}: ${act.authority}`)
    case 'unknown':
      return here(t('act.unknown', { number: act.number, bytes: act.bytes }))
  }
}

/** The name under which an entry is spoken of on the telephone. */
export const spoken = (entry: Entry): string => `${entry.message_number}, ${dtg(entry.time)}`
