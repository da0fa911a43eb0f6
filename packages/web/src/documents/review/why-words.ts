// The reader's decisions in sentences: words → rule → what was decided.
import type { MatterReasons } from '@yipanqi/model'
import { fullDay } from '../../format/dates.ts'
import { quantity } from '../../format/numbers.ts'

type ReadDeadline = MatterReasons['deadlines'][number]
type ReadTarget = MatterReasons['targets'][number]

export const dayNotFixed = '拟定：节假日安排未公布'

const recurWords = (recur: string): string => {
  const [every, on] = recur.split(':')
  const words =
    { monthly: '每月', weekly: '每周', quarterly: '每季', yearly: '每年', daily: '每天' }[every ?? ''] ?? '按期'
  return `${words}一次${every === 'monthly' && on ? `，${on} 日前` : ''}`
}

/** 「年底前」→ 以文件日期 2026年2月9日 推算 → 2026年12月31日. */
export function deadlineWords(d: ReadDeadline, documentDate: string | null): string[] {
  const lines: string[] = [`原文“${d.text}”`]
  if (d.workdays) {
    lines.push(`从${documentDate ? fullDay(documentDate) : '文件日期'}的次日起数工作日，放假和调休都算在内`)
  } else if (d.why) lines.push(d.why)
  else if (documentDate) lines.push(`以文件日期${fullDay(documentDate)}推算`)
  else lines.push('文件没有写明日期，只能按原文写的年月推算')
  if (d.recur) lines.push(`经常性要求：${recurWords(d.recur)}`)
  if (d.to) lines.push(d.from && d.from !== d.to ? `即 ${fullDay(d.from)}至${fullDay(d.to)}` : `即 ${fullDay(d.to)}`)
  else if (!d.recur) lines.push('推不出哪一天，请手工填')
  if (d.provisional) lines.push(`${dayNotFixed}，先按周一至周五推算；公布后请再核一次`)
  return lines
}

const relationWords: Record<ReadTarget['relation'], string> = {
  '>=': '不少于',
  '<=': '不超过',
  '>': '超过',
  '<': '低于',
  '=': '达到',
  '≈': '左右',
  range: '区间',
}
const basisWords: Record<ReadTarget['basis'], string> = {
  level: '总量（到期时的数）',
  change: '增减（与上期比）',
  share: '占比',
  count: '个数',
}

/** The parts of a figure as the reader took it, label and value. */
export function targetParts(t: ReadTarget): [label: string, words: string][] {
  const figure =
    t.value === null
      ? '原文隐去，待补'
      : t.relation === 'range' && t.to !== null
        ? `${t.value}—${quantity(t.to, t.unit)}`
        : quantity(t.value, t.unit)
  return [
    ['原文', `“${t.text}”`],
    ['指标', t.indicator || '未读出'],
    ['关系', relationWords[t.relation]],
    ['数值', figure],
    ['口径', basisWords[t.basis]],
    ...(t.why ? ([['理由', t.why]] as [string, string][]) : []),
  ]
}

/** 把握: the share of suggestions with this score that turned out right. */
export const sureWords = (score: number): string => `把握 ${Math.round(score * 100)}%`
