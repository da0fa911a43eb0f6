import type { ImportColumn, ImportCounts, MatchedBy } from '@yipanqi/model/libraries/import-api.ts'
import { grouped } from '../../format/numbers.ts'

export const byWords: Readonly<Record<MatchedBy, string>> = {
  name: '名称相同',
  alias: '别名',
  remembered: '上次这样对应',
  content: '内容相符',
  clerk: '您指定的',
}

/** What writing will do, in one sentence: `新增 12 户、修改 3 户，没有变化的 85 户不动`. */
export function willDo({ new: fresh, change, same }: ImportCounts, measure: string): string {
  const parts = [
    fresh > 0 ? `新增 ${grouped(fresh)} ${measure}` : '',
    change > 0 ? `修改 ${grouped(change)} ${measure}` : '',
  ].filter(Boolean)
  const still = same > 0 ? `没有变化的 ${grouped(same)} ${measure}不动` : ''
  if (parts.length === 0) return still ? `${still}，台账不会有变化` : '没有可写的'
  return still ? `${parts.join('、')}，${still}` : parts.join('、')
}

/** What was written, in one phrase; what did not happen is not told. */
export function didWords({ new: fresh, change, same }: ImportCounts, measure: string): string {
  const parts = [
    [fresh, '新增'],
    [change, '修改'],
    [same, '没有变化'],
  ] as const
  const said = parts.filter(([n]) => n > 0).map(([n, word]) => `${word} ${grouped(n)} ${measure}`)
  return said.length > 0 ? said.join('，') : '没有可写的'
}

/** How many rows may be written. */
export const writable = ({ new: fresh, change }: ImportCounts): number => fresh + change

/** How the heads found their fields, in one line. */
export function matchWords(columns: readonly ImportColumn[]): string {
  const rest = columns.filter((c) => c.field === null)
  const matched = columns.length - rest.length
  if (rest.length === 0) return `${matched} 列都对上了`
  const heads = rest.slice(0, 4).map((c) => c.head || `${c.letter} 列`)
  return `对上 ${matched} 列；不导入 ${rest.length} 列：${heads.join('、')}${rest.length > 4 ? '…' : ''}`
}

/** 3,000 of 100,000 as a share of the bar; null before anything is known. */
export function shareOf({ done, total }: { done: number; total: number }): number | null {
  return total > 0 ? Math.min(100, Math.round((done / total) * 100)) : null
}
