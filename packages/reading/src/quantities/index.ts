import { narrowFigures } from '@yipanqi/base'
import type { Target } from '../types.ts'
import { type Figure, scanFigures } from './figure.ts'
import { isGoal, isRank } from './goal.ts'
import { clauseEndOf, clauseStartOf, indicatorOf, listedIndicators } from './indicator.ts'
import { basisOf, boundOf } from './relation.ts'

const DOUBLING = /翻(?:了)?([一两二三四]?)番/g
const HAS_FIGURE = /[\d*×X○_□０-９＊Ｘ一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖翻]|万亿/

/** 翻番 and 翻两番 have no digits of their own. */
function doublings(s: string): Figure[] {
  if (!s.includes('番')) return []
  const found: Figure[] = []
  for (const m of s.matchAll(DOUBLING)) {
    const value = ' 一二三四'.indexOf(m[1] === '两' ? '二' : (m[1] ?? '') || '一')
    const end = m.index + m[0].length
    found.push({
      start: m.index,
      end,
      // 翻两番 is four times as much: the factor is what somebody can be held to.
      value: 2 ** value,
      to: null,
      unit: '倍',
      inner: '',
      lone: false,
      script: 'chinese',
      normal: { value: 2 ** value, to: null, unit: '倍' },
    })
  }
  return found
}

/** 用水量、能耗分别下降23%、15%: more figures follow in the same list. */
const figuresFollow = (s: string, at: number): boolean =>
  /^[、和及与\s]{1,3}(?:约|超过|不低于)?\d/.test(s.slice(at, at + 8))

/**
 * The goals with a figure in `text` from `start` to `end` (one sentence or a few): value, unit, relation, basis and the
 * indicator each belongs to. Masked figures (**亿元, XX家) have value null. Years, dates, ordinals, names (政策60条,
 * “四个意识”), conditions and baselines are left out. Whether the sentence tells of a past result is the caller's concern.
 * Offsets are UTF-16 into the whole text. Pure; linear in `end - start`.
 */
export function findTargets(text: string, start: number, end: number): Target[] {
  const slice = text.slice(start, end)
  if (!HAS_FIGURE.test(slice)) return []
  const s = narrowFigures(slice)
  const found: Target[] = []
  let previous = ''
  let floor = 0
  let listed: { names: string[]; next: number; end: number } | null = null
  const doubled = doublings(s)
  for (const figure of [...scanFigures(s), ...doubled].sort((a, b) => a.start - b.start)) {
    const factor = doubled.includes(figure)
    const clauseStart = clauseStartOf(s, figure.start)
    const clauseEnd = clauseEndOf(s, figure.end)
    if (!factor && !isGoal(s, figure, clauseStart, clauseEnd)) {
      continue
    }
    const bound = boundOf(s, figure)
    const to = figure.end + bound.after
    if (listed && !/^[、和及与\s]+$/.test(s.slice(listed.end, figure.start))) listed = null
    if (!listed) {
      const names = listedIndicators(s, clauseStart, figure.start)
      if (names && names.length > 1 && figuresFollow(s, to)) listed = { names, next: 0, end: to }
    }
    let indicator = listed?.names[listed.next] ?? ''
    if (listed) {
      listed.next += 1
      listed.end = to
    }
    // 分别提高5%和8%: what follows at once goes on about the same thing in the same way.
    const goesOn = found.length > 0 && /^[、和及与\s]{1,3}$/.test(s.slice(floor, figure.start - bound.before))
    if (indicator === '' && goesOn && /^(?:[，。；：、]|$)/.test(s.slice(to, to + 1))) indicator = previous
    if (indicator === '') indicator = indicatorOf(s, figure, to, clauseStart, floor, previous)
    const basis =
      goesOn && found.at(-1)?.basis === 'change'
        ? 'change'
        : isRank(s, figure)
          ? 'level'
          : basisOf(s, figure, clauseStart, indicator)
    floor = to
    previous = indicator
    const from = start + figure.start - (isRank(s, figure) ? 1 : bound.before)
    found.push({
      start: from,
      end: start + to,
      text: text.slice(from, start + to),
      indicator,
      relation: isRank(s, figure) ? '<=' : bound.relation,
      basis: factor ? 'change' : basis,
      value: figure.value,
      to: figure.to,
      masked: figure.value === null,
      unit: figure.unit,
      normal: figure.normal,
    })
  }
  return found
}
