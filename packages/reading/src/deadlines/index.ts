import { type Calendar, chineseCalendar, type IsoDate, narrowFigures } from '@yipanqi/base'
import type { Deadline } from '../types.ts'
import { isDeadline } from './obliging.ts'
import { RULES } from './rules.ts'
import { scannerOf } from './scan.ts'
import type { Context } from './spans.ts'

export interface DeadlineOptions {
  /** The document's date; without it phrases that name no year resolve to null. */
  date: IsoDate | null
  /** The document's year where only that is known (a speech without a day): resolves 年底前, 上半年, 9月底前. */
  year?: number | null
  /** For working days; the published arrangements when left out. */
  calendar?: Calendar
}

// Every rule begins with one of these: the look-ahead spares most characters the trial of all rules.
const BEGINS =
  '\\d即〇○零一二两三四五六七八九十百到至截今本当明来次后去上前往历近过昨刚连每按逐全年岁月季周星这下首双开“第春除元正端中清国秋主汛入供采雨暑寒高未接用利限半×Xx*'
const scan = scannerOf(RULES, BEGINS)

let published: Calendar | undefined

/** The context of one scan; the published arrangements are read once, when they are first needed. */
export function contextOf(options: DeadlineOptions): Context {
  published ??= chineseCalendar()
  return { date: options.date, calendar: options.calendar ?? published, year: options.year ?? null }
}

/**
 * The times by which, or at whose rhythm, something is to be done, in `text` from `start` to `end`: 年底前, 三季度末,
 * 2026—2030年, 15个工作日内, 每月28日前, “七一”前, 开门红. Both dates are inclusive ISO; `from` is null where only an end is
 * named; both are null where the phrase cannot be resolved (no `date`, ×月底前, 汛期前). `recur`: daily, weekly[:1–7],
 * biweekly, monthly[:day, 31 = last], bimonthly, quarterly, half-yearly, yearly[:MM-DD]. Past times (去年), names
 * (“十五五”规划), baselines (比2020年) and dates of issue are left out. Offsets are UTF-16 into the whole text.
 */
export function findDeadlines(text: string, start: number, end: number, options: DeadlineOptions): Deadline[] {
  const s = narrowFigures(text.slice(start, end))
  return scan(s, contextOf(options))
    .filter((time) => isDeadline(s, time.at, time.phrase, time.resolved, options.date))
    .map(({ at, phrase, resolved }) => {
      const from = start + at
      return { start: from, end: from + phrase.length, text: text.slice(from, from + phrase.length), ...resolved }
    })
}
