import type { DocumentComparison } from '@yipanqi/model'

type Move = DocumentComparison['pairs'][number]['moves'][number]
type Figure = NonNullable<Move['from']>

const relationWords: Readonly<Record<Figure['relation'], string>> = {
  '>=': '不低于',
  '<=': '不超过',
  '>': '超过',
  '<': '低于',
  '=': '',
  '≈': '约',
  range: '',
}
const basisWords: Readonly<Record<Figure['basis'], string>> = {
  level: '总量',
  change: '增减幅度',
  share: '占比',
  count: '个数',
}

/** 不低于30亿元 / 5—6% / 待填. */
export function figureWords(figure: Figure): string {
  if (figure.masked || figure.value === null) return '待填数'
  const value = figure.relation === 'range' && figure.to !== null ? `${figure.value}—${figure.to}` : `${figure.value}`
  return `${relationWords[figure.relation]}${value}${figure.unit}`
}

/** What moved, in one line: 15个 → 18个，提高3个. */
export function moveWords({ from, to, way }: Move): string {
  if (!from) return to ? `新定目标 ${figureWords(to)}` : ''
  if (!to) return `不再定目标（原为 ${figureWords(from)}）`
  const parts = [`${figureWords(from)} → ${figureWords(to)}`]
  const step = difference(from, to)
  if (step !== null && way !== 'changed') parts.push(`${way === 'up' ? '提高' : '降低'} ${step}`)
  if (from.basis !== to.basis) parts.push(`口径由${basisWords[from.basis]}改为${basisWords[to.basis]}`)
  else if (way === 'changed' && from.value === to.value) parts.push('数没变，要求变了')
  return parts.join('，')
}

/** Only of one unit; exact for decimals as people write them. */
function difference(from: Figure, to: Figure): string | null {
  if (from.value === null || to.value === null || from.unit !== to.unit) return null
  const places = Math.max(...[from.value, to.value].map((n) => (String(n).split('.')[1] ?? '').length))
  const step = Math.abs(to.value - from.value).toFixed(Math.min(places, 6))
  return `${step}${from.unit === '%' ? ' 个百分点' : from.unit}`
}
