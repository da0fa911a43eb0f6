import type { Figure } from './figure.ts'

/** Bounds of an indicator's length: longer runs are a sentence, not a name. */
const MAX = 32

const TIME_LEAD =
  /^(?:(?:力争|确保|争取|计划|预计)?(?:到|至|在)?(?:\d{4}|[二〇一三四五六七八九]{4})年(?:底|末|年底)?(?:之?前)?|\d{1,2}(?:—|-|至|~)\d{1,2}月份?|(?:到|至)?“?十[三四五六]五”?(?:时期|期间|期末|末)?|上半年|下半年|一季度|二季度|三季度|四季度|前三季度|全年|今年|明年|年内|年底前|月底前|当年|每年|每月|每季度|近期|届时|到?年底|到?\d{1,2}月底?前?|未来\S年|今后\S年)/
const LEAD =
  /^(?:[\s的了，、——:-]|努力|力争|确保|争取|计划|预计|拟|要|将|把|使|让|对|其中|同时|并且|并|再|全面|全力|继续|持续|进一步|切实|加快|推进|推动|实现|完成|保持|达到|预期目标(?:是|为)?|目标(?:是|为)|我们|我县|我市|我省|全县|全市|全省|全国|必须|应当|应|也|又|还|更|大力|着力|积极|稳步|有序|组织|安排|下达|按照?|以|为|至少|不少于|通过|即|是|一是|二是|三是|四是|五是|由此|年均|平均|总体|总计|共计|累计|(?:比|较)(?:年初|上年|去年|上月|同期|改革前|\d{4}年)|发放(?=贷)|用好|设立(?=5年))/
const TRAIL =
  /(?:[\s，、：:（(]|预期目标|预期|目标(?:设定)?|要|应|将|再|也|均|都|力争|确保|争取|年均|全年|今年|年内|当年|上半年|年底前?|[一二两三四五六十]年|(?<![今当去])年|同比|平均|累计|继续|分别|必须|不得|每年|拟|全部|共|保持|稳定|控制|维持|设定|安排|高达|将达|迈上|跨上|站上|达到|达|突破|超过|超出|超|高于|低于|少于|多于|不少于|不低于|不高于|不超过|不得少于|不得低于|不得超过|不足|至少|最多|最高|大约|接近|约|近|逾|增长|增加|(?<!新)增|提高|提升|上升|升|上涨|回升|扩大|扩充|拓展|下降|降低|降|减少|减|压减|压降|压缩|缩短|缩减|收窄|下调|上调|快于|高出|由|从|到|至|为|是|在|按|翻|幅度|前|位居|稳居|进入|跻身|完成|实现|新增|净增|新认定|的|每(?:人|户|亩|吨|年|月|周|季度)|补充|增资|\d{1,2}月[底末份]?|较上年|比上年|比去年|较去年|比\d{4}年|人均$)$/
const ACTOR = /^.{2,14}(?<![主重需必])要(?![素求点件领])/
const OBJECT = /^.*[把将](?=[^把将]{2,}$)/
const STOP_AFTER =
  /(?:在(?!建)|入库|解决|提供|逐个|逐户|建成|率先|纳入|实现|开展|达到|用于|进行|完成|参与|参加|取得|落户|就近|全部|脱贫|通(?=硬化|光纤|公交|自来)|对社会|实施|开工|投产|提档升级|入地|$)/
// What may follow a figure without being the thing counted: a mark, a particle, or what is to become of it.
const NO_NOUN =
  /^(?:$|[，。；、：:！？!?）)\n\s]|的|和|及|与|以(?!工代赈)|并|且|或|用于|大关|规模|台阶|关口|由|在|比|较|作为|来|为|是|时(?=[，。])|后(?=[，。])|前(?=[，。])|之|即|可(?!再生|降解)|应(?!急)|将|要(?!素)|而|提高|增加|增长|下降|降低|左右|力争|确保|主体|落地|投产|投用|开工|完工|竣工|交付|报批|逐|再|全部|办结|到位|到账|入库|稳定|脱贫|纳入)/
const CLAUSE = /[，,。；;：:！？!?\n（(》]/

/** Takes fillers off the front and verbs off the end, one at a time; the last two characters of a name are never taken. */
function trim(text: string): string {
  // 县财政局要在上半年把注册资本补充到…: who is to do it, and 把, come before the thing.
  let s = text.slice(-64).replace(ACTOR, '').replace(OBJECT, '')
  for (let i = 0; i < 8; i += 1) {
    const next = s.replace(TIME_LEAD, '').replace(LEAD, '')
    if (next === s) break
    s = next
  }
  for (let i = 0; i < 8; i += 1) {
    // Only the last few characters are looked at: the pattern is tried at each of them.
    const m = TRAIL.exec(s.slice(-8))
    const next = m ? s.slice(0, s.length - m[0].length) : s
    if (next === s) break
    // 经济增长 must not become 经济: what is measured would be lost.
    if (/^经济(?:年均|预期)?(?:增长|增加|发展)$/.test(s)) return s
    s = next
  }
  return balanced(s.replace(/^[”’》）)]+/, '')).slice(-MAX)
}

/** A quotation mark whose partner was cut off goes too. */
function balanced(s: string): string {
  if (s.includes('”') && !s.includes('“')) return s.replace('”', '')
  return s.includes('“') && !s.includes('”') ? s.replace('“', '') : s
}

/** The noun after a figure: 新增50家以上先进智能工厂 → 先进智能工厂. */
function nounAfter(s: string, at: number): string {
  let rest = s.slice(at, at + 40)
  const paren = /^[（(][^（()）]{0,12}[)）]/.exec(rest)
  if (paren) rest = rest.slice(paren[0].length)
  // 40个吸引力强、带动面广的消费场景: the thing itself stands after 的.
  const described = /^[^，。；：！？!?\n“”（(的\d]{2,18}的([^，。；、：:！？!?\n“”（(的]{2,16})/.exec(rest)
  if (described) rest = described[1] ?? ''
  else if (NO_NOUN.test(rest)) return ''
  const noun = /^(?:[^，。；、：:！？!?\n“”（(]|[（(][^（()）]{0,8}[)）]){1,24}/.exec(rest)?.[0] ?? ''
  const stop = STOP_AFTER.exec(noun)
  const cut = stop && stop.index >= 2 ? noun.slice(0, stop.index) : noun
  return cut
    .replace(/\d.*$/, '')
    .replace(/[和与及]$/, '')
    .trim()
}

/** Where the clause of a figure begins: after the last mark that ends a clause. */
export function clauseStartOf(s: string, at: number): number {
  let i = at - 1
  for (; i >= 0 && at - i < 200; i -= 1) {
    const c = s[i] ?? ''
    // 新（改）建: a closed parenthesis is part of the clause.
    const open = c === '）' ? s.lastIndexOf('（', i) : c === ')' ? s.lastIndexOf('(', i) : -1
    if (open >= 0 && i - open <= 12) i = open
    else if (CLAUSE.test(c)) return i + 1
  }
  return i + 1
}

export function clauseEndOf(s: string, at: number): number {
  for (let i = at; i < s.length && i - at < 200; i += 1) if (/[，。；！？!?\n]/.test(s[i] ?? '')) return i
  return Math.min(s.length, at + 200)
}

/** Names listed before 分别: 用水量、能耗、二氧化碳排放量分别下降23%、15%、18%. */
export function listedIndicators(s: string, clauseStart: number, figureStart: number): string[] | null {
  const head = s.slice(clauseStart, figureStart)
  const at = head.lastIndexOf('分别')
  if (at < 0) return null
  const names = head
    .slice(0, at)
    .split(/、|和|及|与/)
    .map((part) => trim(part))
  if (names.some((name) => name === '')) return null
  // 城镇和农村居民人均可支配收入: a short name shares the tail of the last one.
  const last = names.at(-1) ?? ''
  return names.map((name) => (name.length === 2 && last.length >= 6 ? name + last.slice(2) : name))
}

/**
 * The noun phrase that a figure belongs to, as written: before it (地区生产总值增长5%) or, where the figure
 * comes first, after it (建设8万亩高标准农田). `previous` is what a bare 增长9.6% goes on about.
 */
export function indicatorOf(
  s: string,
  figure: Figure,
  after: number,
  clauseStart: number,
  floor: number,
  previous: string,
): string {
  const head = s.slice(Math.max(clauseStart, floor), figure.start)
  const list = head.lastIndexOf('、')
  const base =
    /从|由/.exec(head.slice(-24)) && /(?:提高|提升|增加|扩大|上升|降低|压减|下降|压缩)(?:到|至)$/.test(head)
      ? head.slice(0, Math.max(head.lastIndexOf('从'), head.lastIndexOf('由')))
      : head
  const noun = /%|百分点/.test(figure.unit) ? '' : nounAfter(s, after)
  if (noun !== '') return noun
  const near = trim(list >= 0 && !head.includes('分别') ? base.slice(Math.min(base.length, list + 1)) : base)
  if (near.length >= 2) return near
  if (previous !== '') return previous
  const thing = /^的([^，。；、：！？!?\n“”（(]{2,16})/.exec(s.slice(after, after + 20))
  if (thing) return (thing[1] ?? '').replace(/(?:开展|实施|推进|进行).*$/, '')
  const clause = s.slice(Math.max(0, clauseStart - 60), clauseStart).split(/[，。；：！？!?\n]/)
  return trim(clause[clause.length - 2] ?? '') || trim(head)
}
