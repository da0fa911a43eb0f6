import { fold } from '../text/fold.ts'
import type { UnitBook } from './book.ts'
import { counterpartForms } from './levels.ts'

const SHARED_LOCAL =
  /各(?:镇、乡|乡、镇|乡镇、街道|镇、街道|乡镇街道|乡（镇）|镇（乡）)(?:人民政府|政府)?(?:、?(?:各)?街道)?(?:办事处|人民政府)?|各[市州]?、?[县市区乡镇]{1,2}(?:（[^（）]{1,16}）|〔[^〔〕]{1,16}〕)?(?:、?街道)?(?:人民)?(?:政府)?(?:、街道办事处)?|各乡镇（街道）(?:人民政府)?/g
const TOWNSHIPS = /^各(?!.*县)[乡镇（）、]{1,4}/
const ALL_TOWNSHIPS = '各乡镇（街道）'
// A private-use character stands for what must not be split.
const HELD = '\ue000'
const NOT_NAMES = /^(?:下同|其中|列第一|排在第一|完成时限|时限|[一二三四五六]家$|\d)/

/** Splits A、B，C和D into names as written; 各市、县〔市、区〕政府 stays whole, and a level said once holds on. */
export function unitNames(written: string, book: UnitBook): string[] {
  const held: string[] = []
  const safe = fold(written).replace(SHARED_LOCAL, (match) => {
    held.push(match)
    return `${HELD}${held.length - 1}${HELD}`
  })
  const names: string[] = []
  for (const piece of safe.split(/[、，,；;\s]+/)) {
    const whole = piece.replace(/\ue000(\d+)\ue000/g, (_, index: string) => held[Number(index)] ?? '').trim()
    const bare = whole
      .replace(/^(?:由|请|和|及|以及)/, '')
      .replace(/(?:等(?:有关)?(?:部门|单位|部门和单位)?|按职责.{0,8}|分别|共同)$/, '')
      .replace(/等(?:有关)?(?:部门|单位)$/, '')
    if (bare.length < 2 || bare.length > 40 || NOT_NAMES.test(bare)) continue
    if (TOWNSHIPS.test(bare)) {
      names.push(book.entryOf(ALL_TOWNSHIPS) ? ALL_TOWNSHIPS : bare)
      continue
    }
    if (book.entryOf(bare)) {
      names.push(bare)
      continue
    }
    const parts = bare.split(/(?<=[局委办部厅心司会府行院社队])(?:和|与|及|以及)(?=[\u4e00-\u9fff]{2})/)
    names.push(...parts.filter((part) => part.length >= 2))
  }
  return [...new Set(withSharedLevel(names, book).map((name) => book.resolve(name)))]
}

const LEVEL = /^(省委|市委|州委|省|市|州|自治区)(?=.{2})/
const OWN_LEVEL = /^(?:[省市州县区各国]|自治区|中央|.{2,3}[省市州县](?=.{2}))/

/** 省科技厅、教育厅、财政厅: the level stands in front of the first and is meant for all. */
function withSharedLevel(names: readonly string[], book: UnitBook): string[] {
  let level = ''
  return names.map((name) => {
    const own = LEVEL.exec(name)
    if (own) {
      level = own[1] ?? ''
      return name
    }
    if (OWN_LEVEL.test(name)) {
      level = ''
      return name
    }
    if (level === '') return name
    const party = /^(?:组织部|宣传部|统战部|政法委|网信办|编办|社会工作部|改革办|金融办)$/.test(name)
    if (level.endsWith('委')) return `${party ? level : level.slice(0, -1)}${name}`
    const kept = name.endsWith('厅') || counterpartForms(name).some((form) => book.entryOf(form) !== null)
    return kept && /(?:厅|局|委|办|院)$/.test(name) ? `${level}${name}` : name
  })
}

const UNIT_LIKE =
  /(?:局|委|办|部|厅|中心|公司|管委会|政府|银行|法院|检察院|工会|妇联|残联|团县?委|工商联|协会|大队|支局|分局|支行|集团|供销社|办公室|开发区|园区|乡|镇|街道|（街道）|机构|(?:管理|监管|监督|派出|司法|供电|兽医|工作|技术|推广|研究)[所站]|医院|有关部门|有关单位|相关部门|相关单位)$/
// All of them and nobody: 各部门, 有关单位 without a level in front.
const NOBODY = /^(?:有关|相关|各有关|各|各相关|其他|其他有关)(?:部门|单位|部门和单位)?$/

/** Names from a list that really are units: known ones, spoken short ones, or such as end like one. */
export function likelyUnits(list: string, book: UnitBook): string[] {
  const cleaned = list
    .replace(/^(?:（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、])/, '')
    .replace(/^.*?(?:[，：]|要求|明确|决定|责成)/, '')
    .replace(/^.*由|^(?:请|责成|相关|有关)/, '')
  const names: string[] = []
  for (const name of unitNames(cleaned || list, book)) {
    const short = book.short.get(name)
    if (book.entryOf(name)) names.push(name)
    else if (short) names.push(short)
    else if (UNIT_LIKE.test(name) && name.length <= 24 && !NOBODY.test(name)) names.push(name)
  }
  return [...new Set(names)]
}
