import { findUnit, multiply, parseDecimal, parseNumeral, toNumber } from '@yipanqi/base'
import { readAmount } from './amount.ts'

/** One figure with its unit, as found in a stretch of half-width text; offsets are into that stretch. */
export interface Figure {
  start: number
  end: number
  /** Null when it is masked or unreadable. */
  value: number | null
  to: number | null
  /** As written, multipliers included: 亿元, 万人, %, 万元/亩. */
  unit: string
  /** 多/余 after the digits, or a bound word that stands between number and unit (1亿左右…). */
  inner: '' | '多' | '左右' | '以上' | '以下' | '以内'
  /** A multiplier without a digit: 千 of 千亿元. */
  lone: boolean
  /** How the number is written; Chinese numerals need more evidence that a goal is meant. */
  script: 'arabic' | 'chinese' | 'mask'
  normal: { value: number; to: number | null; unit: string } | null
}

// Units that a scan may trust right after digits. Words that mostly mean something else there (号, 级, 点, 届) are left out.
const MEASURES =
  '亿元人民币|元人民币|美元|港元|欧元|日元|块钱|元|公顷|平方公里|平方千米|平方米|平米|㎡|亩次|亩|立方米|公里|千米|厘米|毫米|米|公斤|千克|斤|吨标准煤|吨标煤|吨|千瓦时|度电|' +
  '兆瓦时|微克|毫克|分贝|立方米|升|个基点|基点|千伏安|千瓦|兆瓦|KWh|kWh|KW|kW|MW|GW|个百分点|百分点|个千分点|个点|%|‰|成(?![员立功果效长本为就套都年熟品交型群分绩人名因片了真])|倍|标准箱|标箱'
const COUNTS =
  '批次|人次|户次|家次|车次|架次|场次|个床位|个学位|个工位|个泊位|个车位|张床位|床位|学位|人(?![大民才均口工类员机生社文家居群物]|论坛|小组|专班)|名(?![单录牌优城县义])|位(?!数)|户(?![籍口均外])|' +
  '家(?![庭长园电])|个(?!基点|别|性|体(?!工商)|月|季|工作日|小时|百分)|项(?!目)|件|条|套|张|座|处(?![理置级分])|所(?![有以])|台|辆|架|艘|列(?!入|车)|棵|株|头(?!部)|只|羽|间|栋|幢|宗|批|次|场|支|门|种|类|' +
  '款|份|篇|册|枚|块|对|笔|单(?!位|个)|例|幅|期|部(?![门委分署队])|组|本|盏|口井|眼井|根|桶|箱|瓶|卡|分(?![钟之点別别类层级公局工])'
const TIMES = '个工作日|工作日|个自然日|个月|个小时|小时|分钟|天|年|秒|岁'

const UNIT = `${MEASURES}|${COUNTS}|${TIMES}`
const DIGIT = '一二两三四五六七八九十百千'
// Formal digits singly are names (陆路, 伍家); two of them are a number.
const FORMAL = '[壹贰叁肆伍陆柒捌玖][壹贰叁肆伍陆柒捌玖拾佰仟零万亿]+'
const NUMBER =
  '\\d+(?:\\.\\d+)?亿\\d+(?:\\.\\d+)?[千百]?万|\\d+(?:,\\d{3})*(?:\\.\\d+)?|\\*{1,8}|[Xx]{1,6}|×{1,6}|[○〇]{2,6}|_{2,12}|□{1,6}|' +
  `${FORMAL}|万亿(?=元)|[百千]分之(?:\\d+(?:\\.\\d+)?|[${DIGIT}零〇]+(?:点[一二三四五六七八九零〇]+)?)|[${DIGIT}][${DIGIT}万亿零〇]*(?:点[一二三四五六七八九零〇]+)?`

const FIRST = new RegExp(NUMBER, 'g')
const SCALE = '\\s?([十百千万亿]{0,3})([多余]?)([万亿]{0,2})(左右|上下|以上|以下|以内)?'
const TAIL = new RegExp(`${SCALE}(${UNIT})(?:\\s?/\\s?(万?(?:${MEASURES}|${COUNTS}|年|月|天)))?`, 'y')
const BARE_TAIL = new RegExp(SCALE, 'y')
const RANGE = new RegExp(
  `(?:[%‰]|[万亿]{0,2}(?:元|亩|人|家|户|个|项|吨|公里)?)?\\s?(?:—{1,2}|-{1,2}|–|―|~|～|至|到)\\s?(\\d+(?:,\\d{3})*(?:\\.\\d+)?)`,
  'y',
)

const TIME_UNIT = new RegExp(`^(?:${TIMES})$`)

/** Durations and clock times: goals only where a measuring verb stands before them. */
export const isTimeUnit = (unit: string): boolean => TIME_UNIT.test(unit)

// Pages lose the point of a number and leave a blank or a private-use glyph there.
const LOST_POINT = /\d+[\s\ue000-\uf8ff]{1,2}$/
/** The value as written beside its own unit, so that 三千万元 is 3000 万元 and 18万人 is 18 万人. */
function readValue(raw: string, scale: string): { value: number | null; scale: string; lone?: boolean } {
  if (/^[\d.,]+$/.test(raw)) {
    const r = parseDecimal(raw.replace(/,/g, ''))
    return { value: r && toNumber(r), scale }
  }
  const m = /^(.*?)(万亿|亿|万)?$/.exec(raw)
  const head = m?.[1] ?? raw
  const lone = head === '百' ? 100 : head === '千' ? 1000 : head === '十' ? 10 : null
  if (raw === '万亿') return { value: 1, scale: raw + scale, lone: true }
  if (lone !== null)
    return { value: lone, scale: (m?.[2] ?? '') + scale, lone: head !== '十' || scale !== '' || m?.[2] !== undefined }
  if (head !== '' && !/[万亿]/.test(head)) {
    const r = parseNumeral(head)
    return { value: r && toNumber(r), scale: (m?.[2] ?? '') + scale }
  }
  const r = parseNumeral(raw)
  return { value: r && toNumber(r), scale }
}

const RANGE_AHEAD = /^[%‰十百千万亿元亩人家户个项吨]{0,3}\s?(?:—{1,2}|-{1,2}|–|~|至|到)\s?[\d一二两三四五六七八九十百]/

/** A range that its own unit proves: 三至五家, 50万元至1亿元, 5%—6%. */
function readRange(s: string, start: number, at: number, script: Figure['script']): Figure | null {
  if (!RANGE_AHEAD.test(s.slice(at, at + 8))) return null
  const range = readAmount(s, start)
  if (!range?.value || !range.to || !range.normal) return null
  const { value, to, unit } = range.normal
  return {
    start,
    end: range.end,
    value: toNumber(range.value),
    to: toNumber(range.to),
    unit: range.unit,
    inner: '',
    lone: false,
    script,
    normal: { value: toNumber(value), to: to && toNumber(to), unit },
  }
}

function normalize(value: number | null, to: number | null, unit: string): Figure['normal'] {
  if (value === null) return null
  const [top, bottom] = unit.split('/')
  const measure = findUnit(top ?? '')
  const times = (n: number): number => {
    // Through the decimal text, so that 1.2 × 10,000 is 12,000 and no float dust is stored.
    const exact = measure && parseDecimal(String(n))
    return exact ? toNumber(multiply(exact, measure.factor)) : n
  }
  const base = measure ? measure.base : /^[十百千万亿]+$/.test(top ?? '') ? '' : (top ?? '')
  if (!measure && base === '') {
    const scale = findUnit(`${top}个`)
    const factor = scale ? toNumber(scale.factor) : 1
    return { value: value * factor, to: to === null ? null : to * factor, unit: '' }
  }
  return {
    value: times(value),
    to: to === null ? null : times(to),
    unit: bottom === undefined ? base : `${base}/${bottom}`,
  }
}

/**
 * All figures with a unit in `s` (half-width text), left to right, not overlapping. One pass; whether a figure is a goal is
 * judged elsewhere. Figures without a unit are given only when a multiplier and a bound word follow (1亿左右农业转移人口).
 */
export function scanFigures(s: string): Figure[] {
  const found: Figure[] = []
  FIRST.lastIndex = 0
  for (let m = FIRST.exec(s); m !== null; m = FIRST.exec(s)) {
    const figure = readFigure(s, m.index, m[0])
    if (figure) {
      found.push(figure)
      FIRST.lastIndex = figure.end
    }
  }
  return found
}

function readFigure(s: string, start: number, raw: string): Figure | null {
  const range = readRange(s, start, start + raw.length, /^\d/.test(raw) ? 'arabic' : 'chinese')
  if (range) return range
  // 一 is the commonest character of all and hardly ever a figure: only a bound word before it earns the full look.
  if (raw === '一' && !'于少过破到达超翻'.includes(s[start - 1] ?? '、')) return null
  const script = /^\d/.test(raw) ? 'arabic' : /^[*Xx×○〇_□]/.test(raw) ? 'mask' : 'chinese'
  let at = start + raw.length
  const part = /^([百千])分之(.+)$/.exec(raw)
  if (part) {
    const r = parseNumeral(part[2] ?? '')
    const value = part[2] === '百' ? 100 : r && toNumber(r)
    const unit = part[1] === '千' ? '‰' : '%'
    return {
      start,
      end: at,
      value,
      to: null,
      unit,
      inner: '',
      lone: false,
      script,
      normal: normalize(value, null, unit),
    }
  }
  // 一百千瓦: the last 千 belongs to the unit.
  if (script === 'chinese' && raw.length > 1 && raw.endsWith('千') && /^[瓦克米伏卡]/.test(s.slice(at, at + 1))) {
    return readFigure(s, start, raw.slice(0, -1))
  }
  let to: number | null = null
  if (script === 'arabic') {
    RANGE.lastIndex = at
    const range = RANGE.exec(s)
    if (range) {
      const upper = parseDecimal((range[1] ?? '').replace(/,/g, ''))
      to = upper && toNumber(upper)
      at = RANGE.lastIndex
    }
  }
  TAIL.lastIndex = at
  BARE_TAIL.lastIndex = at
  const measured = TAIL.exec(s)
  const tail = measured ?? BARE_TAIL.exec(s)
  if (!tail) return null
  const written = readValue(raw, (tail[1] ?? '') + (tail[3] ?? ''))
  const name = tail[5] ?? ''
  const inner = tail[4] === '上下' ? '左右' : ((tail[4] ?? (tail[2] ? '多' : '')) as Figure['inner'])
  if (name === '' && !(tail[4] !== undefined && written.scale !== '')) return null
  const unit = `${written.scale}${name}${tail[6] === undefined ? '' : `/${tail[6]}`}`
  // A decimal point that the page lost (1 2万亿元): the figure is there, its value has to be asked for.
  const lost = script === 'arabic' ? LOST_POINT.exec(s.slice(Math.max(0, start - 12), start)) : null
  const broken = lost !== null
  const first = script === 'mask' || broken ? null : written.value
  if (first === null && script === 'chinese') return null
  // A range that was written downwards (5—3%) is the same range.
  const [value, upper] = first !== null && to !== null && to < first ? [to, first] : [first, first === null ? null : to]
  return {
    start: start - (lost?.[0].length ?? 0),
    end: measured ? TAIL.lastIndex : BARE_TAIL.lastIndex,
    value,
    to: upper,
    unit,
    inner,
    lone: written.lone === true,
    script,
    normal: normalize(value, upper, unit),
  }
}
