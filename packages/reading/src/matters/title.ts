import { ACTION, fillerLength } from '../sentences/lexicon.ts'

const MAX_TITLE = 30
const LEADING =
  /^(?:同志们，|(?:20\d\d年)?(?:计划|全年|今年|年内|年底前|力争)|其中|特别是|下一步|对此|为此|因此|(?:[一二三四五六七八九十]{1,2}[是要])|我们|全县(?:上下|各级各部门)?|各级各部门|各级|各地|各部门|各单位|的|，|、| |“(?=[^”]*$))/
const PLACED = /^在(.{4,24}?)(?:上|方面)[^，]{2,16}$/
const BA = /^(?:将|把)(.{2,24})(?=(?:增至|降至|提高到|控制在|纳入|打造成|建成|列入))/

/** Strips what does not belong in a title: fillers, subjects such as 我们, numbering, frames. */
function strip(written: string): string {
  let rest = written.trim()
  for (let round = 0; round < 8; round++) {
    const leading = LEADING.exec(rest)
    if (leading) {
      rest = rest.slice(leading[0].length)
      continue
    }
    if (ACTION(rest, 0) > 0 && !/^(?:加快|着力|抓紧)(?:推进|推动|建设|完善|构建|培育)/.test(rest)) break
    const filler = fillerLength(rest)
    if (filler === 0 || ACTION(rest, filler) === 0) break
    rest = rest.slice(filler)
  }
  return rest
}

/** Closes a title at a natural break; never within a surrogate pair. */
function shorten(title: string): string {
  const whole = title.replace(/(?:等)?[\s，。；、：！]*$/, '').replace(/\s+/g, '')
  if (whole.length <= MAX_TITLE) return balance(whole)
  const head = whole.slice(0, MAX_TITLE)
  const comma = head.lastIndexOf('，')
  if (comma >= 6) return balance(head.slice(0, comma))
  const list = Math.max(head.lastIndexOf('、'), head.lastIndexOf('和', MAX_TITLE - 2))
  if (list >= 10) return balance(`${head.slice(0, list)}等`)
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

/** A matter's title, verb first, from the text of its main clause. Never empty. */
export function titleOf(main: string): string {
  const bare = strip(main)
  const placed = PLACED.exec(bare)
  const inner = placed?.[1] ? strip(placed[1]) : ''
  if (inner && ACTION(inner, 0) > 0) return shorten(inner)
  const moved = BA.test(bare) ? bare.slice(1) : bare
  return shorten(moved) || shorten(main) || main.slice(0, MAX_TITLE)
}
