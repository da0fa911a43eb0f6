import type { IsoDate } from '@yipanqi/base'
import type { Resolved } from './spans.ts'

const BASELINE = /(?:比|较|相比|同比|与|自|从|自从|以|截至|截止|过去的|始于|《[^》]{0,30}|有效期至?|成立于|第)$/
const NAME_AFTER =
  /^(?:是|以来|来(?!源|临)|以后|的?基础上|起施行|起实施|起生效|版|届|第[一二三四五六]次|工作(?:要点|报告|方案)|行动方案|实施方案|行动计划|政府工作|中央一号|作为|的?(?:主要|预期)?(?:目标任务|预期目标|主要目标)|为基期|电[）)]|在[^，。]{0,24}会议?上|不变价|我们|来，|末全|度?(?:财政)?预算|及以前|度?(?:新增)?(?:地方政府)?(?:专项债|专项债券|一般债|债券|国债|提前批)|度?中央预算内|应?届|度?(?:第[一二三四]批|省级|国家级)?(?:项目|课题)?申报|度?高校毕业生|款|中央一号|度?(?:项目|资金)储备)/
// 压缩到45个工作日以内 is a goal of its own, not a term.
const MEASURED = /(?:压缩|压减|缩短|控制|降低|达)(?:到|至|在)?$|不超过$/
const RATE = /(?:人|户|亩|吨|次|件|平方米|均)$/

const NAMES = /(?:制定|制订|编制|印发|出台|实施|落实|修订|完善|起草|对标|对照|围绕|衔接)(?:好|了)?$/
const NAMED_THING = /^[^，。；、]{2,20}(?:方案|规划|计划|意见|目标|行动|专项|纲要)/
const GRANTED =
  /^(?:再|各|按[^，。]{0,12}|分别)?(?:给予|补助|补贴|奖励|最高|安排[^，。]{0,8}(?:补助|奖励)|不超过[^，。]{0,10}(?:补|奖|贴))/

/**
 * Whether a resolved time can oblige anybody: a time before the document's own year, a baseline (比2020年), the year that
 * is (2026年是…), part of a title or a rate (每人每年380元) cannot.
 */
export function isDeadline(s: string, at: number, phrase: string, resolved: Resolved, date: IsoDate | null): boolean {
  const before = s.slice(Math.max(0, at - 34), at)
  const after = s.slice(at + phrase.length, at + phrase.length + 30)
  // 两年内不得投标 is how long a ban lasts.
  if (NAME_AFTER.test(after) || (phrase.endsWith('内') && /^，?(?:不得|不再|禁止)/.test(after))) return false
  if (phrase === '全年' && /^(?:胜|红|主要|预期|目标|任务|经济)/.test(after)) return false
  if (/^(?:[到至])?(?:今年|当年|本年)$/.test(phrase) && /^(?:的|工作)/.test(after)) return false
  // 2026年4月17日印发 dates the document itself.
  if (phrase.endsWith('日') && after.startsWith('印发')) return false
  // 从一季度到三季度 is a span; only 从 with one time is where something began.
  const span = /[从自]$/.test(before) && /.[到至—~-]/.test(phrase)
  if (BASELINE.test(before) && !span && !phrase.endsWith('起')) return false
  if (phrase.startsWith('每') && RATE.test(before)) return false
  if (/^截[至止]/.test(phrase)) return false
  if (MEASURED.test(before) && !/年|月/.test(phrase)) return false
  // 制定2030年前碳达峰行动方案, 落实2035年远景目标: the year belongs to the name of the thing.
  if (/^\d{4}年(?:之?前)?$/.test(phrase) && NAMES.test(before) && NAMED_THING.test(after)) return false
  // 每年给予补贴: how a grant is paid, not a rhythm of work.
  if (phrase.startsWith('每') && GRANTED.test(after)) return false
  if (/^当[年月]$/.test(phrase) && !after.startsWith('内')) return false
  if (/规划|计划|纲要|方案|行动/.test(before.slice(-8)) && /[（(]$/.test(before)) return false
  if (date !== null && resolved.to !== null && resolved.to < `${date.slice(0, 4)}-01-01`) return false
  return !(date !== null && resolved.from === date && resolved.to === date)
}

/** Terms that run from an event (收到后5个工作日内) have no date until it happens. */
export function runsFromEvent(s: string, at: number): boolean {
  const before = s.slice(Math.max(0, at - 14), at)
  return /(?:后|之日起|日起|起|之后)[，]?(?:的)?$/.test(before) && !/会|印发|发布|下发|发文|公布|通知|本/.test(before)
}
