// The end of an own ledger in the words of its screens. Pure.
import type { OwnItem } from '@yipanqi/model/libraries/own/api.ts'
import { fullDay } from '../../format/dates.ts'

type Ending = Pick<OwnItem, 'state' | 'waiting' | 'endsOn' | 'daysLeft'>

export function endWords(item: Pick<OwnItem, 'state' | 'endsOn' | 'daysLeft'>): string {
  if (item.endsOn === null) return ''
  if (item.state === 'ended') return `${fullDay(item.endsOn)}停用`
  const left = item.daysLeft ?? 0
  return left <= 60 ? `还有 ${left} 天停用（${fullDay(item.endsOn)}）` : `用到 ${fullDay(item.endsOn)}`
}

/** A month before it, and after it. */
const saidBefore = 30

/** What the list of the ledger says over its rows; null: there is nothing to say yet. */
export function endNote(own: Ending & { readonly stopped: string | null }): string | null {
  if (own.endsOn === null) return null
  const next = own.waiting ? '续用的方案正在审批。' : ''
  if (own.state === 'ended') {
    const why =
      own.stopped === null
        ? `已于 ${fullDay(own.endsOn)}到期停用`
        : `已于 ${fullDay(own.endsOn)}提前停用（${own.stopped}）`
    return `这本台账${why}：不能再填、再改，已填的都在，可以查看、导出。${next}`
  }
  const left = own.daysLeft ?? 0
  if (own.state !== 'active' || left > saidBefore) return null
  return `这本台账${left === 0 ? '今天' : `还有 ${left} 天`}到期（${fullDay(own.endsOn)}），到期自动停用：不能再填，已填的仍可查看、导出。${next}`
}
