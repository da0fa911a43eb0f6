import type { UnitBook } from './book.ts'

const WHEN = '(?:(?:在|于)?[^，。；、的]{0,12}(?:前|内|上半年|下半年|年底|季度|每月|每周|每年)，?)?'
const SUBJECT_END = new RegExp(
  `^(?:等(?:部门|单位|地)?|[两三四五六]家)?(?:都|也|均)?${WHEN}(?:要|负责|牵头|会同|须|应当|应(?!对|急)|具体|必须|务必|需|把|抓紧|尽快|按[月季期]|每[月季周年旬半两])`,
)

/** Units as the subject of a sentence: 发改局要牵头…, 住建、交通、水利三家要…, 各乡镇（街道）要…. */
export function subjectUnits(sentence: string, book: UnitBook): string[] {
  const starts = [0]
  for (let at = 0; at < sentence.length && starts.length < 12; at++) {
    if ('，；：'.includes(sentence[at] as string)) starts.push(at + 1)
  }
  for (const from of starts) {
    let at = from
    const found: string[] = []
    // 由县住建局印发 needs no verb of duty behind the name.
    const charged = sentence[at] === '由'
    if (charged || sentence[at] === '请') at++
    for (;;) {
      const unit = unitAt(sentence, at, book)
      if (!unit) break
      found.push(unit.name)
      at = unit.end
      if (!'、和及与'.includes(sentence[at] as string)) break
      at++
    }
    if (found.length > 0 && (charged || SUBJECT_END.test(sentence.slice(at, at + 24)))) return [...new Set(found)]
  }
  return []
}

/** The unit whose name begins at `at`: in full, with a county in front, or short before 、 or 等部门. */
function unitAt(sentence: string, at: number, book: UnitBook): { name: string; end: number } | null {
  let best: { name: string; end: number } | null = null
  const prefix = countyPrefixAt(sentence, at)
  for (const skip of prefix > 0 ? [0, prefix] : [0]) {
    const from = at + skip
    const hit = book.names.longestAt(sentence, from)
    const end = hit ? from + hit.word.length : 0
    // 县国投 is known and 国投集团 is known: the name that reaches further is the one written.
    if (hit && (!best || end > best.end)) best = { name: book.resolve(hit.word), end }
  }
  if (best) return best
  return shortUnitAt(sentence, at, book) ?? (prefix > 0 ? shortUnitAt(sentence, at + prefix, book) : null)
}

function shortUnitAt(sentence: string, at: number, book: UnitBook): { name: string; end: number } | null {
  if (!book.shortOpens.has(sentence[at] as string)) return null
  for (const length of [4, 3, 2]) {
    const name = book.short.get(sentence.slice(at, at + length))
    // 财政部门要…: the office by its trade.
    if (name && /^(?:部门|机关)(?!分工)/.test(sentence.slice(at + length, at + length + 4)))
      return { name, end: at + length + 2 }
    if (name && /^(?:、|和|等(?:部门|单位)|[两三四五六]家)/.test(sentence.slice(at + length, at + length + 3))) {
      return { name, end: at + length }
    }
  }
  return null
}

function countyPrefixAt(sentence: string, at: number): number {
  if (!sentence.slice(at, at + 4).includes('县')) return 0
  const prefix = /^(?:[×＊*XＸ]{1,3}县|[\u4e00-\u9fff]{0,2}县)(?=.{2})/.exec(sentence.slice(at, at + 8))
  return prefix ? prefix[0].length : 0
}
