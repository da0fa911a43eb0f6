import type { Span } from '../types.ts'

const WORKS = /(?:整治|改造|工程|项目|建设|改建|维修|修缮|提升|治理|修复|扩建|新建)(?:工程|项目|等)?$/
const LIST_HEAD =
  /^(?:特别是|尤其是|重点(?:是|抓好|推进)|加快(?:推进)?|推进|实施|抓好|做好|完成|统筹推进|扎实推进|全面推进)/

/** Nobody reads out more works than this; a longer list is a table that lost its lines. */
const MOST = 20

/**
 * 老旧小区整治、校舍维修改造、…等项目要加快推进: the works named in one list, when there are three or more; each is
 * led by another unit and becomes a matter of its own. Returns their spans, otherwise none.
 */
export function enumeratedWorks(folded: string, start: number, end: number): Span[] {
  let best: Span[] = []
  let from = start
  for (let at = start; at <= end; at++) {
    const char = at < end ? folded[at] : '。'
    if (char !== '，' && char !== '。' && char !== '；' && char !== '：') continue
    const works = worksIn(folded, from, at)
    if (works.length > best.length) best = works
    from = at + 1
  }
  return best.length >= 3 && best.length <= MOST ? best : []
}

function worksIn(folded: string, from: number, to: number): Span[] {
  const works: Span[] = []
  let start = from
  const clause = folded.slice(from, to)
  if (!clause.includes('、')) return works
  const head = LIST_HEAD.exec(clause)
  if (head) start += head[0].length
  for (let at = start; at <= to; at++) {
    if (at < to && folded[at] !== '、') continue
    let end = at
    const piece = folded.slice(start, at)
    // The last name runs on into the sentence: 集镇改造提升工程等项目要加快推进.
    const tail = /等(?:重[点大])?(?:民生)?(?:项目|工程|工作)|要加快|要抓紧/.exec(piece)
    if (tail) end = start + tail.index
    if (end - start >= 3 && end - start <= 24 && WORKS.test(folded.slice(start, end))) works.push({ start, end })
    start = at + 1
  }
  return works
}
