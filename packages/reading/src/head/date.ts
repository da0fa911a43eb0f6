import type { DocumentKind } from '../types.ts'
import { type IsoDate, isoDate } from '@yipanqi/base'
import type { Paragraph } from '../text/paragraphs.ts'

const FULL = /(20\d{2}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日/g

const MET = /^(?:(20\d{2})年)?(\d{1,2})月(\d{1,2})日/
const NUMBERED = /[〔（[](20\d{2})[〕）\]年]/

// 有效期至2028年12月31日, 自2026年5月1日起施行: a day that the text speaks of, not its own.
const SPOKEN_OF = /(?:至|到|自|从)$/

function firstDate(folded: string, start: number, end: number): IsoDate | null {
  for (const match of folded.slice(start, end).matchAll(FULL)) {
    if (SPOKEN_OF.test(folded.slice(start, start + match.index))) continue
    const date = isoDate(Number(match[1]), Number(match[2]), Number(match[3]))
    if (date) return date
  }
  return null
}

/** The document's own day: in the head, or under the text where it is signed. Null when only a year is known. */
export function documentDate(
  folded: string,
  paragraphs: readonly Paragraph[],
  bodyFrom: number,
  kind: DocumentKind,
): IsoDate | null {
  for (const paragraph of paragraphs.slice(0, bodyFrom)) {
    if (paragraph.clutter) continue
    const date = firstDate(folded, paragraph.start, Math.min(paragraph.end, paragraph.start + 200))
    if (date) return date
  }
  for (const paragraph of paragraphs.slice(0, bodyFrom + 6)) {
    const short = paragraph.end - paragraph.start <= 24
    if (short && !paragraph.clutter) {
      const date = firstDate(folded, paragraph.start, paragraph.end)
      if (date) return date
    }
  }
  // Minutes open with the day of the meeting; the year may stand in the number alone (〔2026〕3号).
  const opening = paragraphs[bodyFrom]
  if (kind === '纪要' && opening) {
    const met = MET.exec(folded.slice(opening.start, Math.min(opening.end, opening.start + 24)))
    const year = met?.[1] ?? NUMBERED.exec(folded.slice(0, opening.start))?.[1]
    const date = met && year ? isoDate(Number(year), Number(met[2]), Number(met[3])) : null
    if (date) return date
  }
  for (const paragraph of paragraphs.slice(-6).reverse()) {
    if (paragraph.end - paragraph.start > 40) continue
    const date = firstDate(folded, paragraph.start, paragraph.end)
    if (date) return date
  }
  return null
}

const FIVE_YEARS = /“?十([一二三四五六七])五”?(?:时期|期间)?/

/**
 * The year that the document speaks in, for 全年 and 年底前 when no day is known: from the title, a heading such as
 * 2021年重点工作, or the year reviewed plus one. Null when nothing tells.
 */
export function documentYear(date: IsoDate | null, title: string, folded: string): number | null {
  if (date) return Number(date.slice(0, 4))
  const named = /(20\d{2}) ?年/.exec(title)
  if (named) return Number(named[1])
  const numbered = NUMBERED.exec(folded.slice(0, 200))
  if (numbered) return Number(numbered[1])
  const plan = /(20\d{2})年(?:的)?(?:重点|主要)?(?:工作|任务|目标)(?:任务|安排|打算|重点|要点)/.exec(folded)
  if (plan) return Number(plan[1])
  const review = /(20\d{2})年(?:的)?工作回顾/.exec(folded)
  if (review) return Number(review[1]) + 1
  // A plan speaks from its first year on; 到2030年 is where it wants to be, not where it stands.
  const five = FIVE_YEARS.exec(title)
  if (five) return 2006 + 5 * '一二三四五六七'.indexOf(five[1] as string)
  const mentioned = /(?<![到至在—–~-])(20\d{2}) ?年(?!(?:年?底|末)?(?:之|以)?前)/.exec(folded.slice(0, 400))
  return mentioned ? Number(mentioned[1]) : null
}
