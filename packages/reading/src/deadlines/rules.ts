import {
  DAY,
  HALF_MONTH,
  NTH_WEEK,
  FIRST_MONTHS,
  FIVE_YEAR_PLAN,
  HALF,
  MONTH,
  NUMERIC_DAY,
  QUARTER,
  QUARTER_RANGE,
  YEAR_RANGE,
  YEAR_RULE,
} from './named-times.ts'
import { BY, CN, D, M, type Rule } from './patterns.ts'
import { RECUR_MONTH, RECUR_OTHER, RECUR_YEAR, RHYTHM } from './recurring.ts'
import {
  AUTUMN_TERM,
  BARE_DAY,
  DURATION,
  FESTIVAL,
  FROM_NOW,
  SEASON,
  THIS_MONTH,
  THIS_QUARTER,
  THIS_WEEK,
  TWO_YEARS,
  YEAR_WORD,
} from './relative-times.ts'
import { UNKNOWN, yearNumber } from './spans.ts'

export const PAST: Rule = {
  source: `(?:去年|上年|上一年|前年|往年|历年|近年|过去[^，。；\\n]{0,4}年|上个?月|上季度|上半月|上周|昨[日天]|近[${CN}\\d]{1,3}年|刚刚过去的\\d{4}年|连续[${CN}\\d]{1,3}年)(?:度|同期|年?[底末]|[上下]半年|第?[一二三四]季度|${M}(?:${D}|份|底)?){0,3}来?`,
  read: () => null,
}

const MASKED: Rule = {
  source: `(?:[×Xx*○]{1,4}年)?[×Xx*○]{1,3}月(?:[×Xx*○]{1,3}日|底|末|份)?${BY}`,
  read: () => UNKNOWN,
}

/** Tried in this order at each place: what is longer or rules others out comes first. */
export const RULES: readonly Rule[] = [
  PAST,
  RECUR_YEAR,
  RECUR_MONTH,
  RECUR_OTHER,
  YEAR_RANGE,
  TWO_YEARS,
  FIVE_YEAR_PLAN,
  FESTIVAL,
  FROM_NOW,
  AUTUMN_TERM,
  SEASON,
  NTH_WEEK,
  HALF_MONTH,
  DAY,
  NUMERIC_DAY,
  HALF,
  QUARTER_RANGE,
  QUARTER,
  FIRST_MONTHS,
  BARE_DAY,
  DURATION,
  MONTH,
  YEAR_RULE,
  YEAR_WORD,
  THIS_MONTH,
  THIS_QUARTER,
  THIS_WEEK,
  RHYTHM,
  MASKED,
]

export const explicitYear = (text: string): number | null => {
  const m = /([\d一二三四五六七八九〇○零]{4})年/.exec(text)
  return m?.[1] === undefined ? null : yearNumber(m[1])
}
