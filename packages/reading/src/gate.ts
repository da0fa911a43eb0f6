/** What the gate at the door says of a file before anything of it is stored. */
export interface SecrecyVerdict {
  verdict: 'refuse' | 'ask' | 'pass'
  /** The mark as it was read, blanks removed. */
  mark?: string
  /** A code: `secret` (refuse), `internal` or `unreviewed` (ask). */
  reason?: 'secret' | 'internal' | 'unreviewed'
  /** What happened and what to do, in Chinese. */
  why?: string
}

const HEAD_LINES = 30
const HEAD_CHARS = 4000
const TAIL_CHARS = 400

const REFUSED = '含有密级标志，不能上传到本系统，请走机要渠道'
const ASKED = '含有内部管理标志，请先确认可以上传并选定范围'
const UNREVIEWED = '注明未经本人审阅，只能存为草稿，不能立项'

// Grades may be spaced out (机 密), starred with ★, ☆ or *, and dated (机密★1年, 秘密★长期).
const GRADE = '(?:绝密|机密|秘密)'
const STAR = '[★☆*]'
const STARRED = new RegExp(`${GRADE}(?:级|件)?${STAR}`)
const URGENT = '(?:特急|特提|加急|急件|平急|紧急)?'
// 【机密】某某文件: a bracketed grade at the head of a line.
const BRACKETED = new RegExp(`^[【［（(〔\\[]${GRADE}(?:级|件)?[】］）)〕\\]]`)
const ALONE = new RegExp(
  `^${URGENT}[【［（(〔\\[]?(?:密级[:：])?${GRADE}(?:级|件)?(?:(?:${STAR}|[·・.])?(?:\\d{1,3}|[一二三四五六七八九十]{1,3})(?:年|个月|月)|长期)?[】］）)〕\\]]?${URGENT}$`,
)
const LABELLED = new RegExp(`^密级(?:和保密期限)?[:：]${GRADE}`)
const CODED = /^(?:密码电报|密码传真|密电|加密电报|中办发电|机要件|机要文件)/
// The copy number shares its line with the grade in a printed head: 000012 机密★1年.
const NUMBERED_GRADE = new RegExp(`^(?:№|No\\.?)?\\d{3,8}${GRADE}(?:★|$)`)

const INTERNAL =
  /^(?:份号[:：]?.{0,12}|内部刊物.{0,16}|[【（(]?内部(?:资料|文件|材料|参考|使用).{0,20}|[【（(]?仅供内部.{0,12}|明传电报.{0,20}|工作秘密.{0,12}|.{0,12}(?:注意|妥善)保[管存].{0,8}|.{0,20}不得(?:外传|公开)[】）)。]?|阅后(?:收回|即焚|退还).{0,8})$/
const TRANSCRIPT =
  /(?:根据|据)?(?:现场)?(?:录音|录像)整理[^。]{0,16}(?:未经|没有经)[^。]{0,8}(?:审阅|审定|审核|审校)|未经(?:本人|领导|讲话人)(?:审阅|审定|审核)/

const FILE_SECRET = new RegExp(
  `(?:^|[^\\u4e00-\\u9fff])${GRADE}(?:级|件)?(?:${STAR}|(?=$|[^\\u4e00-\\u9fff]))|${GRADE}${STAR}|密码电报`,
)
const FILE_APART = new RegExp(`^\\s*(${GRADE})[\\s_-]`)
const FILE_INTERNAL = /内部(?:刊物|资料|文件|参考)|明传电报|工作秘密/

/** One form for marks: full-width digits and letters folded, every blank removed. */
function plain(line: string): string {
  return line.normalize('NFKC').replace(/[\s\u200b\ufeff]+/g, '')
}

/**
 * Looks for secrecy marks by their place and form in the head of a text (its first lines) and in the file name. A
 * sentence that speaks of 国家秘密 or 保密工作 is no mark. Pure; nothing of the text is kept.
 */
export function inspectSecrecy(head: string, fileName?: string): SecrecyVerdict {
  const name = fileName ? plain(fileName).replace(/\.[a-z0-9]{1,5}$/i, '') : ''
  const named = FILE_SECRET.exec(name)
  if (named) return refuse(named[0])
  // 机密 会议纪要.docx: a grade set apart by a blank.
  const apart = fileName ? FILE_APART.exec(fileName.normalize('NFKC')) : null
  if (apart) return refuse(apart[1] ?? apart[0])
  const lines = head.slice(0, HEAD_CHARS).split(/\r\n|[\n\r\u2028\f]/)
  const marks = lines.filter((line) => line.trim() !== '').slice(0, HEAD_LINES)
  let ask: SecrecyVerdict | null = FILE_INTERNAL.test(name) ? internal(FILE_INTERNAL.exec(name)?.[0] ?? '') : null
  for (const [index, written] of marks.entries()) {
    const line = plain(written)
    const secret = secretMark(line, index)
    if (secret) return refuse(secret)
    // 机 / 密 on two lines of its own.
    const next = marks[index + 1]
    if (line.length === 1 && next && /^(?:绝密|机密|秘密)$/.test(line + plain(next))) return refuse(line + plain(next))
    if (TRANSCRIPT.test(line)) ask = { verdict: 'ask', mark: line.slice(0, 40), reason: 'unreviewed', why: UNREVIEWED }
    else if (ask === null && line.length <= 40 && INTERNAL.test(line)) ask = internal(line)
  }
  // A transcript is often signed as such under the text, where the caller passes the whole of it.
  const tail = head.length > HEAD_CHARS ? plain(head.slice(Math.max(HEAD_CHARS, head.length - TAIL_CHARS))) : ''
  const signed = TRANSCRIPT.exec(tail)
  if (signed) return { verdict: 'ask', mark: signed[0].slice(0, 40), reason: 'unreviewed', why: UNREVIEWED }
  return ask ?? { verdict: 'pass' }
}

function secretMark(line: string, index: number): string | null {
  if (line.length > 60) return null
  const alone =
    ALONE.exec(line) ?? BRACKETED.exec(line) ?? LABELLED.exec(line) ?? NUMBERED_GRADE.exec(line) ?? CODED.exec(line)
  if (alone) return alone[0].slice(0, 20)
  const starred = STARRED.exec(line)
  // A star behind the grade is the national form of the mark; in a long line it is still one in the printed head.
  if (starred && (starred.index <= 16 || index < 6 || line.length <= 30)) return starred[0]
  return null
}

function refuse(mark: string): SecrecyVerdict {
  return { verdict: 'refuse', mark: mark.slice(0, 20), reason: 'secret', why: REFUSED }
}

function internal(mark: string): SecrecyVerdict {
  return { verdict: 'ask', mark: mark.slice(0, 20), reason: 'internal', why: ASKED }
}
