import { ACTION, fillerLength, isConcreteObject, timeLength } from '../sentences/lexicon.ts'
import type { UnitBook } from './book.ts'

const WHEN = '(?:(?:在|于)?[^，。；、的]{0,12}(?:前|内|上半年|下半年|年底|季度|每月|每周|每年)，?)?'
const SUBJECT_END = new RegExp(
  `^(?:等(?:部门|单位|地)?|[两三四五六七八九十]个?(?:家|部门|单位))?(?:都|也|均)?${WHEN}(?:这[几两]天|今明两天|马上|立即|立刻|近期|本周|就|也)*(?:要|负责|牵头|会同|须|应当|应(?!对|急)|具体|必须|务必|需|把|抓紧|尽快|按[月季期]|每[月季周年旬半两])`,
)

/** What stands in front of a subject: the number of an item, a connective, who speaks. */
const OPENS =
  /^(?:[一二三四五六七八九十]{1,3}(?:、|[是要](?=.{4}))|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、]|第[一二三四五六七八九十]{1,2}[，、]|[①-⑳])?(?:今年|当前|近期|同时|其中|特别是|尤其是|此外|另外|会后|下一步|并|会议(?:要求|明确|决定|议定|同意))?/
const CHARGED = /^(?:由|请|责成|责令|交由|商请|委托|指定)/
// 县财政局落实情况: the word behind the name is half of a noun.
const NO_ORDER =
  /^(?:了|过|的|情况|工作(?!任务|专班|组|小组|机制|台账|方案)|力度|能力|水平|成效|成果|进度|进展|质量|方式|标准|经费|人员|以来)/

export interface SubjectUnits {
  /** Those whom the sentence tells first. */
  first: string[]
  /** Who is told in a later clause (县住建局负责…，县交通局负责…). */
  later: string[]
}

/** Units as the subject of a sentence: 发改局要牵头…, 住建、交通、水利三家要…, 县住建局5月底前完成…, 责成县水利局…. */
export function subjectUnits(sentence: string, book: UnitBook): SubjectUnits {
  const told: SubjectUnits = { first: [], later: [] }
  const starts = [0]
  for (let at = 0; at < sentence.length && starts.length < 12; at++) {
    if ('，；：'.includes(sentence[at] as string)) starts.push(at + 1)
  }
  for (const from of starts) {
    // A clause that was not told to anybody may open with a unit whose number or connective stands before it.
    const opens = OPENS.exec(sentence.slice(from, from + 12))?.[0].length ?? 0
    const names = clauseUnits(sentence, from + opens, told.first.length === 0, book)
    if (told.first.length === 0) told.first.push(...names)
    else told.later.push(...names.filter((name) => !told.first.includes(name)))
  }
  // 县住建局会同县财政局、县审计局测算…: the partners, whatever verb follows them.
  for (let at = sentence.indexOf('会同'); at >= 0; at = sentence.indexOf('会同', at + 2)) {
    told.later.push(...namesAt(sentence, at + 2, book).names)
  }
  if (told.first.length === 0) told.first.push(...handedTo(sentence, book))
  return { first: [...new Set(told.first)], later: [...new Set(told.later)] }
}

/** The units that a clause beginning at `from` tells; `open` also takes a bare verb behind the name for an order. */
function clauseUnits(sentence: string, from: number, open: boolean, book: UnitBook): string[] {
  // 由县住建局印发 needs no verb of duty behind the name.
  const charged = CHARGED.exec(sentence.slice(from, from + 2))?.[0].length ?? 0
  const { names: found, end: at, full } = namesAt(sentence, from + charged, book)
  if (found.length === 0) {
    const asked = charged > 0 ? ASKED_OFFICE.exec(sentence.slice(from + charged, from + charged + 20)) : null
    const like = asked ? asked[0] : unitLike(sentence, from + charged)
    return like === null ? [] : [like]
  }
  if (charged > 0 || SUBJECT_END.test(sentence.slice(at, at + 24))) return found
  return open && full && ordered(sentence, at) ? found : []
}

/** A list of names (A、B和C) that begins at `from`; `full` unless one is written by its trade alone. */
function namesAt(sentence: string, from: number, book: UnitBook): { names: string[]; end: number; full: boolean } {
  const names: string[] = []
  let at = from
  let full = true
  for (;;) {
    const unit = unitAt(sentence, at, book)
    if (!unit) return { names, end: at, full }
    names.push(unit.name)
    full = full && !unit.short
    at = unit.end
    if (!'、和及与'.includes(sentence[at] ?? '。')) return { names, end: at, full }
    at++
  }
}

/** 县住建局5月底前完成…, 各乡镇设立…: a verb with an object follows the name without a word of duty. */
function ordered(sentence: string, at: number): boolean {
  const rest = sentence.slice(at, at + 40)
  let skip = timeLength(rest, 0)
  if (rest[skip] === '，') skip++
  skip += fillerLength(rest, skip)
  const verb = ACTION(rest, skip)
  if (verb === 0) return false
  const object = rest.slice(skip + verb)
  return !NO_ORDER.test(object) && isConcreteObject(object)
}

const HANDED = /(责成|交由|转由|转交|责令|交|委托|指定)(?=[\u4e00-\u9fff])/g
const TAKES = /^[^，。；]{0,8}(?:办理|承办|研究|处理|落实|负责|牵头|组织|答复|具体)/

/** 该事项交县住建局办理, 责成县水利局整改: who takes over stands behind the verb of handing over. */
function handedTo(sentence: string, book: UnitBook): string[] {
  for (const handed of sentence.matchAll(HANDED)) {
    const unit = unitAt(sentence, handed.index + handed[0].length, book)
    if (!unit || unit.short) continue
    if (handed[0].startsWith('责') || TAKES.test(sentence.slice(unit.end, unit.end + 14))) return [unit.name]
  }
  return []
}

const DUTY = `${WHEN}(?:要(?![素点求闻])|必须|须|务必|应当|负责|牵头|会同|具体负责)`
const OWN_OFFICE = new RegExp(
  `^(?:[\\u4e00-\\u9fff]{2,3}(?=县))?(?:县(?![内级域直乡外里])|[市省](?![场级区委内外直域民容政面县里值略]))[\\u4e00-\\u9fff]{2,14}?(?:局|厅|委|办|中心|公司|集团|管委会|开发区|园区|专班|指挥部|领导小组|支行|支队|大队|协会|商会|医院)(?=${DUTY})`,
)
// 请市自然资源和规划局根据会议意见修改…: who is asked needs no word of duty behind it.
const ASKED_OFFICE =
  /^[县市省](?![场级区委内外直域民容政面县里值略])[\u4e00-\u9fff]{2,12}?(?:局|厅|中心|公司|集团|管委会)/
const TOWNSHIP = new RegExp(
  `^(?![各全每该此本这那要对把将在从由有相所])[\\u4e00-\\u9fff]{2,3}(?:镇|乡|街道)(?:党委、?政府|人民政府|政府|党委|办事处)?(?=${DUTY})`,
)
// 集镇要加快改造, 老街道要…: kinds of places, not one of them.
const PLACES = /(?:城镇|集镇|乡镇|小镇|古镇|名镇|重镇|强镇|村镇|心镇|点镇|族乡|城乡|家乡|[下返]乡|条街道|老街道)$/

/** A unit that the catalogue does not know but that is told like one: 县民宿服务中心要…, 青山镇负责…. */
function unitLike(sentence: string, at: number): string | null {
  const rest = sentence.slice(at, at + 48)
  const office = OWN_OFFICE.exec(rest)
  if (office) return office[0]
  const town = TOWNSHIP.exec(rest)
  return town && !PLACES.test(town[0]) ? town[0] : null
}

interface Found {
  name: string
  end: number
  /** Written by its trade alone (住建、交通). */
  short?: true
}

/** The unit whose name begins at `at`: in full, with a county in front, or short before 、 or 等部门. */
function unitAt(sentence: string, at: number, book: UnitBook): Found | null {
  let best: Found | null = null
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

function shortUnitAt(sentence: string, at: number, book: UnitBook): Found | null {
  if (!book.shortOpens.has(sentence[at] as string)) return null
  for (const length of [4, 3, 2]) {
    const name = book.short.get(sentence.slice(at, at + length))
    // 财政部门要…: the office by its trade.
    if (name && /^(?:部门|机关)(?!分工)/.test(sentence.slice(at + length, at + length + 4)))
      return { name, end: at + length + 2, short: true }
    if (
      name &&
      /^(?:、|和|等(?:部门|单位)|[两三四五六七八九十](?:家|个(?:部门|单位)))/.test(
        sentence.slice(at + length, at + length + 4),
      )
    ) {
      return { name, end: at + length, short: true }
    }
  }
  return null
}

function countyPrefixAt(sentence: string, at: number): number {
  if (!sentence.slice(at, at + 4).includes('县')) return 0
  const prefix = /^(?:[×＊*XＸ]{1,3}县|[\u4e00-\u9fff]{0,2}县)(?=.{2})/.exec(sentence.slice(at, at + 8))
  return prefix ? prefix[0].length : 0
}
