import type { MatterItem } from '@yipanqi/model'
import type { LinkedRecord } from '@yipanqi/model/libraries/records-api.ts'
import { fullDay } from '../../format/dates.ts'

export interface Figure {
  field: 'value' | 'percent'
  label: string
  unit: string
  last: number | null
}

/** The one figure that a matter of this kind counts, pre-filled with the last one; null where nothing is counted. */
export function figureOf(matter: Pick<MatterItem, 'kind' | 'target' | 'progress'>): Figure | null {
  if (matter.kind === '常态') return null
  if (matter.target && matter.target.value !== null) {
    return {
      field: 'value',
      label: `${matter.target.indicator || '完成数'}（累计）`,
      unit: matter.target.unit,
      last: matter.progress?.value ?? null,
    }
  }
  if (matter.progress) {
    return { field: 'value', label: '完成数（累计）', unit: matter.progress.unit, last: matter.progress.value }
  }
  return matter.kind === '项目节点' ? { field: 'percent', label: '总体进度', unit: '%', last: null } : null
}

/** The report of a month in which nothing changed: last figures, a plain sentence, today. */
export function sameAsBefore(
  matter: Pick<MatterItem, 'version' | 'kind' | 'target' | 'progress'>,
  today: string,
): object {
  const figure = figureOf(matter)
  const value = figure && figure.last !== null ? { [figure.field]: figure.last } : {}
  return { version: matter.version, text: '本期无变化，按上月安排继续推进。', asOf: today, evidence: [], ...value }
}

/** What the ledgers know already of papers that this matter was to bring: never asked for again. Null: none came. */
export function cameReport(records: readonly LinkedRecord[]): { text: string; evidence: number[] } | null {
  const came = records.flatMap((record) => record.papers.map((paper) => ({ record, paper })))
  if (came.length === 0) return null
  const sentences = came.map(({ record, paper: { condition, state, on, number } }) => {
    const how = state === 'waived' ? '登记为不需要' : `补齐${number === null ? '' : `（${number}）`}`
    return `${record.libraryName}“${record.title}”的${condition}已${on === null ? '' : `于${fullDay(on)}`}${how}。`
  })
  const evidence = came.flatMap(({ paper }) => (paper.file?.mine ? [paper.file.id] : []))
  return { text: sentences.join(''), evidence: [...new Set(evidence)] }
}
