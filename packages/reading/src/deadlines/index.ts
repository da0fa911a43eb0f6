import { type Calendar, chineseCalendar, type IsoDate, narrowFigures } from '@yipanqi/base'
import type { Deadline } from '../types.ts'
import { isDeadline, runsFromEvent } from './obliging.ts'
import { explicitYear, RULES } from './rules.ts'
import { type Context, type Resolved, UNKNOWN } from './spans.ts'

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
  '\\d〇○零一二两三四五六七八九十百到至截今本当明来次后去上前往历近过昨刚连每按逐全年岁月季周星这下首双开“第春除元正端中清国秋主汛入供采雨暑寒高未接用利限半×Xx*'
const ANY = new RegExp(`(?=[${BEGINS}])(?:${RULES.map((rule) => `(?:${rule.source})`).join('|')})`, 'g')
const EACH = RULES.map((rule) => new RegExp(rule.source, 'y'))

let published: Calendar | undefined

/**
 * The times by which, or at whose rhythm, something is to be done, in `text` from `start` to `end`: 年底前, 三季度末,
 * 2026—2030年, 15个工作日内, 每月28日前, “七一”前, 开门红. Both dates are inclusive ISO; `from` is null where only an end is
 * named; both are null where the phrase cannot be resolved (no `date`, ×月底前, 汛期前). `recur`: daily, weekly[:1–7],
 * biweekly, monthly[:day, 31 = last], bimonthly, quarterly, half-yearly, yearly[:MM-DD]. Past times (去年), names
 * (“十五五”规划), baselines (比2020年) and dates of issue are left out. Offsets are UTF-16 into the whole text.
 */
export function findDeadlines(text: string, start: number, end: number, options: DeadlineOptions): Deadline[] {
  const s = narrowFigures(text.slice(start, end))
  return scan(s, options)
    .filter((time) => isDeadline(s, time.at, time.phrase, time.resolved, options.date))
    .map(({ at, phrase, resolved }) => {
      const from = start + at
      return { start: from, end: from + phrase.length, text: text.slice(from, from + phrase.length), ...resolved }
    })
}

interface Time {
  at: number
  phrase: string
  resolved: Resolved
}

/** Every phrase that names a time, obliging or not, in half-width text. */
function scan(s: string, options: DeadlineOptions): Time[] {
  const found: Time[] = []
  let context: Context | undefined
  ANY.lastIndex = 0
  for (let m = ANY.exec(s); m !== null; m = ANY.exec(s)) {
    const phrase = m[0]
    if (phrase === '') {
      ANY.lastIndex += 1
      continue
    }
    published ??= chineseCalendar()
    context ??= { date: options.date, calendar: options.calendar ?? published, year: options.year ?? null }
    const resolved = resolve(s, m.index, context)
    context.year = explicitYear(phrase) ?? context.year
    if (resolved === null) continue
    const open = phrase.endsWith('内') && runsFromEvent(s, m.index)
    found.push({ at: m.index, phrase, resolved: open ? UNKNOWN : resolved })
  }
  return found
}

function resolve(s: string, at: number, context: Context): Resolved | null {
  for (let i = 0; i < EACH.length; i += 1) {
    const pattern = EACH[i]
    if (!pattern) continue
    pattern.lastIndex = at
    const m = pattern.exec(s)
    if (m) return RULES[i]?.read(m, context) ?? null
  }
  return null
}
