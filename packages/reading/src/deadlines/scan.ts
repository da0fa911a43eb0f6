import { addMonths, type IsoDate } from '@yipanqi/base'
import { runsFromEvent } from './obliging.ts'
import { explicitYear } from './rules.ts'
import type { Rule } from './patterns.ts'
import { between, type Context, type Resolved, UNKNOWN } from './spans.ts'

/** A phrase that names a time, at its place in half-width text. */
export interface Time {
  at: number
  phrase: string
  resolved: Resolved
}

export type Scanner = (s: string, context: Context) => Time[]

const JOIN = /^\s?起?\s?(?:—{1,2}|-{1,2}|–|~|至|到|和|与)?\s?$/
const TOGETHER = /^(?:之间|间)/

/**
 * A scanner for these rules, tried in their order at each place. `begins` is a character class of all that a phrase may
 * begin with: it spares most characters the trial of the rules. What a rule turns away (去年) is turned away for good in a
 * document; `lenient` lets the next rule try. One pass over the text.
 */
export function scannerOf(rules: readonly Rule[], begins: string, lenient = false): Scanner {
  const any = new RegExp(`(?=[${begins}])(?:${rules.map((rule) => `(?:${rule.source})`).join('|')})`, 'g')
  const each = rules.map((rule) => ({ pattern: new RegExp(rule.source, 'y'), read: rule.read }))
  const resolve = (s: string, at: number, context: Context): { phrase: string; resolved: Resolved } | null => {
    for (const { pattern, read } of each) {
      pattern.lastIndex = at
      const m = pattern.exec(s)
      const resolved = m && read(m, context)
      if (m && resolved) return { phrase: m[0], resolved }
      if (m && !lenient) return null
    }
    return null
  }
  return (s, context) => {
    const found: Time[] = []
    any.lastIndex = 0
    for (let m = any.exec(s); m !== null; m = any.exec(s)) {
      if (m[0] === '') {
        any.lastIndex += 1
        continue
      }
      const read = resolve(s, m.index, context)
      context.year = explicitYear(m[0]) ?? context.year
      if (read === null) continue
      const { phrase, resolved } = read
      any.lastIndex = m.index + Math.max(1, phrase.length)
      const open = phrase.endsWith('内') && runsFromEvent(s, m.index)
      const time = { at: m.index, phrase, resolved: open ? UNKNOWN : resolved }
      const last = found.at(-1)
      const again = carryRecurrence(s, last, time, (text) => resolve(text, 0, context)?.resolved ?? null)
      const joined = again === null ? joinTimes(s, last, time) : null
      if (joined) found[found.length - 1] = joined
      else found.push(again ?? time)
    }
    return found
  }
}

/** 每月5日和20日前, 每年6月和12月: what follows in the list recurs as well. */
function carryRecurrence(
  s: string,
  first: Time | undefined,
  second: Time,
  resolve: (text: string) => Resolved | null,
): Time | null {
  const every = /^(?:monthly|yearly):/.exec(first?.resolved.recur ?? '')?.[0]
  if (!first || every === undefined || second.resolved.recur !== null) return null
  if (!/^[和、及与]$/.test(s.slice(first.at + first.phrase.length, second.at))) return null
  const resolved = resolve(`${every === 'monthly:' ? '每月' : '每年'}${second.phrase}`)
  return resolved?.recur?.startsWith(every) ? { ...second, resolved } : null
}

/** 2026年3月至2027年6月, 从一季度到三季度, 三月和九月之间: two times and what joins them are one span. */
function joinTimes(s: string, first: Time | undefined, second: Time): Time | null {
  if (!first || first.resolved.recur || second.resolved.recur) return null
  const end = first.at + first.phrase.length
  if (second.at - end > 6) return null
  const gap = s.slice(end, second.at)
  const led = /^[到至]/.test(second.phrase)
  if (!JOIN.test(gap) || (gap.trim() === '' && !led)) return null
  const behind = second.at + second.phrase.length
  const close = TOGETHER.exec(s.slice(behind, behind + 2))?.[0] ?? ''
  if (/[和与]/.test(gap) && close === '') return null
  const from = first.resolved.from
  const to = spanEnd(from, second.resolved.to)
  if (from === null || to === null) return null
  return { at: first.at, phrase: s.slice(first.at, behind + close.length), resolved: between(from, to) }
}

/** 10月和5月间 runs over the turn of the year. */
function spanEnd(from: IsoDate | null, to: IsoDate | null): IsoDate | null {
  if (from === null || to === null || to >= from) return to
  return from.slice(0, 4) === to.slice(0, 4) ? addMonths(to, 12) : null
}
