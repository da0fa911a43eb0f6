import { ACTION, fillerLength, timeLength } from '../sentences/lexicon.ts'

const MAX_TITLE = 30
/** A title is found in the first words or not at all; the bound keeps the patterns cheap on any text. */
const MOST_READ = 300
const LEADING =
  /^(?:会议(?:强调|要求|明确|决定|指出|议定|认为|同意)，|同志们，|务必|同时|(?:20\d\d年)?(?:计划|全年|今年|年内|年底前|力争)|其中|特别是|下一步|对此|为此|因此|(?:[一二三四五六七八九十]{1,2}[是要])|我们|全县(?:上下|各级各部门)?|各级各部门|各级|各地|各部门|各单位|的|，|、| |“(?=[^”]*$))/
const PLACED = /^在(.{4,24}?)(?:上|方面)[^，]{2,16}$/
// Who does it stands in its own column: 由县发改局牵头，…要 is not part of the title.
const SUBJECT =
  /^(?:由[^，。；：]{1,40}?(?:牵头负责|牵头|负责|配合)[，、]|(?:由|请)?[^，。；：]{1,40}?(?:局|中心|办|委|部|公司|集团|管委会|开发区|园区|乡镇|镇|乡|街道）|街道|部门|单位|银行|室|社|联|科协|[三两四]家|法院|支局|分局)(?:等(?:有关)?(?:部门|单位)?)?(?:[^，。；：]{0,8}(?:前|内|上半年|下半年|年底|季度))?(?:牵头负责|牵头|负责|配合|要|须|应(?![急对用届])|抓紧|按照职责|(?=会同|每[月季周年两次半]|把|对))[，、]?)/

// 在全国开展…, 以管资本为主推进…: where and how stand in front of the verb; a frame with a figure is kept.
const FRAMED = /^(?:在|以|用|按照?|依托|通过|结合)[^，。；\d]{2,24}/
const FRAME_ENDS =
  /[中上下内里]|方面|全[国省市县]|[县市区乡村镇校]|领域|行业|地区|区域|为主|办法|方式|要求|标准|规定|长度|面积/g

/** What stands behind a frame, when it begins with a verb; otherwise the words as they are. */
function withoutFrame(rest: string): string {
  const framed = FRAMED.exec(rest)
  if (!framed) return rest
  for (const end of framed[0].matchAll(FRAME_ENDS)) {
    const behind = rest.slice(end.index + end[0].length)
    const verb = behind.slice(fillerLength(behind))
    if (verb.length >= 5 && ACTION(verb, 0) > 0) return verb
  }
  return rest
}

// 县住建局5月底前完成…: the time follows the name without a word of duty.
const TIMED_SUBJECT =
  /^[^，。；：]{1,16}?(?:局|中心|办|委|部|公司|室|乡镇|街道)(?=在?(?:\d{1,2}月(?:底|\d{1,2}日)?前|年底前|上半年|年内))/

/** Strips what does not belong in a title: fillers, subjects such as 我们, numbering, frames. */
function strip(written: string): string {
  let rest = written.slice(0, MOST_READ).trim()
  // A lead, then its helpers: at most three subjects in a row.
  for (let round = 0; round < 3; round++) {
    const subject = SUBJECT.exec(rest)
    if (!subject || rest.length - subject[0].length < 4) break
    rest = rest.slice(subject[0].length)
  }
  for (let round = 0; round < 8; round++) {
    const leading = LEADING.exec(rest)
    if (leading) {
      rest = rest.slice(leading[0].length)
      continue
    }
    if (ACTION(rest, 0) > 0 && !/^(?:加快|着力|抓紧)(?:推进|推动|建设|完善|构建|培育)/.test(rest)) break
    const timed = TIMED_SUBJECT.exec(rest)
    if (timed && rest.length - timed[0].length >= 4) {
      rest = rest.slice(timed[0].length)
      continue
    }
    const time = rest.startsWith('每') ? 0 : timeLength(rest, 0)
    if (time > 0 && rest.length - time >= 4) {
      rest = rest.slice(time)
      continue
    }
    const filler = fillerLength(rest)
    if (filler === 0 || ACTION(rest, filler) === 0) break
    rest = rest.slice(filler)
  }
  // 开工率要达到50%: what obliges stands in the figure.
  return withoutFrame(rest).replace(OBLIGES, '')
}

const OBLIGES = /(?<![主重需首次摘])要(?=(?:分别)?(?:达到|增长|下降|降低|提高|控制|保持|稳定|不[低少超]))/

/** Closes a title at a natural break; never within a surrogate pair. */
function shorten(title: string): string {
  const list = title.indexOf('；')
  const whole = (list >= 6 ? title.slice(0, list) : title).replace(/(?:等)?[\s，。；、：！]*$/, '').replace(/\s+/g, '')
  if (whole.length <= MAX_TITLE) return balance(whole)
  const head = whole.slice(0, MAX_TITLE)
  const comma = head.lastIndexOf('，')
  if (comma >= 6) return balance(head.slice(0, comma))
  const item = Math.max(head.lastIndexOf('、'), head.lastIndexOf('和', MAX_TITLE - 2))
  if (item >= 10) return balance(`${head.slice(0, item)}等`)
  // Never within a figure: the thing counted is a title, half of its figure is none.
  const figure = /(?:分别)?(?:再|约|拟)?(?:增加|增长|提高|降低|下降|达到|控制|安排)?到?\d[\d.,]*$/.exec(head)
  if (figure && figure.index >= 6 && /^[\d.万亿%元]/.test(whole.slice(MAX_TITLE)))
    return balance(head.slice(0, figure.index))
  const code = head.charCodeAt(MAX_TITLE - 1)
  return balance(code >= 0xd800 && code <= 0xdbff ? head.slice(0, -1) : head)
}

/** Drops a quotation mark or bracket that lost its partner. */
function balance(title: string): string {
  let out = title
  for (const [open, close] of ['“”', '（）', '《》'] as const) {
    const opened = out.split(open as string).length - 1
    const closed = out.split(close as string).length - 1
    if (opened > closed) out = removeAt(out, out.lastIndexOf(open as string))
    else if (closed > opened) out = removeAt(out, out.indexOf(close as string))
  }
  return out
}

function removeAt(text: string, at: number): string {
  return at < 0 ? text : text.slice(0, at) + text.slice(at + 1)
}

const PRELUDE =
  /^(?:会议.{2,4}[，：]|[一二三四五六七八九十]{1,2}是|(?:会后|散会后|下一步|同时|为此|此外|特别是)，|按照职责分工，?)/

const CHARGED =
  /^由[^，。；：]{1,24}?(?:局|中心|办|委|部|公司|集团|管委会|乡镇|街道）|督查室)(?![、和及督办])(?:具体)?(?:负责)?/

const PARTNER =
  /^(?:要|须)?(?:会同|、|和|及)[^，。、和及]{1,16}?(?:局|办|中心|委|部|公司|银行|部门|单位|乡镇|街道|街道）|支局)(?:等(?:部门|单位))?/

/** 会同县住建局、县交通局开展…: the partners stand in their own column. */
function withoutPartners(sentence: string): string {
  if (!/^(?:要|须)?会同/.test(sentence)) return sentence
  let rest = sentence
  for (let partner = PARTNER.exec(rest); partner; partner = PARTNER.exec(rest)) rest = rest.slice(partner[0].length)
  return rest.length >= 4 ? rest.replace(/^，/, '') : sentence
}

/** Strips subject, time and prelude from a sentence that names its units, down to what they are to do. */
function errand(sentence: string): string {
  let rest = sentence.slice(0, MOST_READ).trim()
  for (let round = 0; round < 6; round++) {
    const before = rest
    rest = withoutPartners(rest.replace(PRELUDE, ''))
    const subject = SUBJECT.exec(rest)
    const named = subject ?? CHARGED.exec(rest)
    if (named && rest.length - named[0].length >= 4) rest = rest.slice(named[0].length)
    const time = timeLength(rest, 0)
    if (time > 0 && rest[0] !== '每' && rest.length - time >= 4) rest = rest.slice(time)
    // 对…的单位，住建局要…: the frame is left to the text of the matter.
    const frame = /^(?:对|围绕|针对|按照|根据)[^，]{2,40}，/.exec(rest)
    if (frame && (SUBJECT.test(rest.slice(frame[0].length)) || CHARGED.test(rest.slice(frame[0].length))))
      rest = rest.slice(frame[0].length)
    if (rest === before) break
  }
  // …，由分管副县长任组长 / …，县公安局配合: who else does what stands elsewhere.
  const tail = /，(?:由|[^，]{2,24}(?:牵头|配合|负责))/.exec(rest)
  return tail && tail.index >= 4 ? rest.slice(0, tail.index) : rest
}

/** Title of a matter whose sentence says who does it. */
export function errandTitle(sentence: string): string {
  return titleOf(errand(sentence))
}

/** A matter's title, verb first, from the text of its main clause. Never empty. */
export function titleOf(main: string): string {
  const bare = strip(main)
  const placed = PLACED.exec(bare)
  const inner = placed?.[1] ? strip(placed[1]) : ''
  if (inner && ACTION(inner, 0) > 0) return shorten(inner)
  const moved = bare.replace(/^(?:将|把)(?=.{4})/, '')
  return shorten(moved) || shorten(main) || main.slice(0, MAX_TITLE)
}
