import type { Context, Resolved } from './spans.ts'

/** One way of writing a time. `read` answers null where the phrase is none that obliges (去年, “十五五”规划). */
export interface Rule {
  source: string
  read: (m: RegExpExecArray, context: Context) => Resolved | null
}

// The pieces that the rules are written with.
export const CN = '一二两三四五六七八九十'
// A blank may stand between digits and what they count: text from PDF is full of them.
export const N = `(\\d{1,3}\\s?|[${CN}百]{1,4})`
export const Y = '([\\d一二三四五六七八九〇○零]{4})\\s?年'
// What is past is turned away as a deadline before any rule sees it; `parseTime` resolves it.
export const WORD = '(大前年|前年|去年度?|上一?年度?|今年|本年度|本年|当年|明年|来年|次年|后年)'
export const YEAR = `(?:${Y}\\s?|${WORD})?`
export const M = '(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\\s?月'
export const D = `([0-3]?\\d|[${CN}]{1,3})\\s?[日号]`
export const TO = '(?:—{1,2}|-{1,2}|–|~|至|到)'
export const BY = '(之前|以前|前(?![期往景提置述沿端台])|之内|以内|内(?![部外容在]))?'
export const AT = '(?:截至|截止)?(?:到|至)?'

export const WEEKDAYS = '一二三四五六日天'

// （星期四）, 下午5点, 下班: what may stand between a day and its 前.
export const HOUR = '(?:(?:（[^（）]{1,6}）)?(?:上午|下午|晚上|中午)?(?:下班|\\d{1,2}(?::\\d{2}|[时点]))?(?=之?前))?'

export const isBefore = (by: string | undefined): boolean => by !== undefined && by.includes('前')
