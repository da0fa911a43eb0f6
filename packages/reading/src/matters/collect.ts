import type { OutlineNode, Refusal, Span, Target } from '../types.ts'
import type { TaskRow } from '../text/table.ts'
import type { Temper } from '../head/kind.ts'
import type { Piece } from '../outline/build-outline.ts'
import { BLAMES, ENTITLED_WHY, type Judged, UNIT_MARK_WHY } from '../sentences/roles.ts'
import type { UnitBook } from '../units/book.ts'
import { CLAIMABLE } from '../units/candidates.ts'
import type { VoiceHit } from '../units/duties.ts'
import { readUnitMark, unitsInSentence } from '../units/marks.ts'
import { addMark, applyMark } from './apply-mark.ts'
import { enumeratedWorks } from './children.ts'
import { continueDraft, type Draft, draftOf } from './draft.ts'
import { cutItems, type Item } from './items.ts'
import { divideByOwner, named, ownerOf, partByOwner } from './owners.ts'

export interface CollectInput {
  folded: string
  pieces: readonly Piece[]
  judged: readonly Judged[]
  outline: readonly OutlineNode[]
  book: UnitBook
  temper: Temper
  firstLeads: boolean
  /** Rows of task tables, by paragraph. */
  rows: ReadonlyMap<number, TaskRow>
  /** A work report is divided more finely than a speech: each figure of a sentence is another errand. */
  report: boolean
}

export interface Collected {
  drafts: Draft[]
  refused: Refusal[]
}

const TO_ALL =
  /(?:各级各部门|全县上下|各级党(?:委|组织)|各级政府|各级干部|全县各级|各级领导干部|广大干部|各(?:级|地|有关|相关|责任|牵头|成员)?(?:单位|部门|地区)(?!预算))/
// What a county can take up by itself; bonds, banks and laws of 地方 are not decided there.
const LOCAL =
  /县级|县域|县管|各县|县（市|市县|县乡|乡镇|各地|村级|村党组织|第一书记|地方(?!政府(?:专项|债|发行|举债)|高等|法人|性法规|党委组织)/
const NOBODY = '面向各级各部门的共性要求，由财经办转为提示，不单独立项'
const MAX_GOALS = 16

/** Turns judged sentences into drafts of matters; what yields none is refused with a reason. */
export function collectDrafts(input: CollectInput): Collected {
  const { pieces, judged } = input
  const drafts: Draft[] = []
  const refused = new Map<number, Refusal>()
  const headings = new Map(input.outline.map((node) => [node.id, node]))
  // Drafts of the paragraph since the last mark of units: a mark speaks for them.
  let group: Draft[] = []
  let groupFrom = 0
  // Drafts that the mark just read spoke for: 配合单位 on the next line speaks for them too.
  let marked: Draft[] = []
  for (const [index, piece] of pieces.entries()) {
    const verdict = judged[index] as Judged
    if (pieces[index - 1]?.paragraph !== piece.paragraph) {
      // A mark on a line of its own still speaks for the paragraph before it.
      if (verdict.why !== UNIT_MARK_WHY) {
        group = []
        groupFrom = index
      }
    }
    if (verdict.role === 'heading') {
      group = []
      groupFrom = index + 1
      continue
    }
    if (verdict.why === UNIT_MARK_WHY) {
      const inside = input.folded.slice(piece.start, piece.end).replace(/^[（〔【[]|[）〕】\]]?[。；]?$/g, '')
      const mark = readUnitMark(inside, input.book, input.firstLeads)
      const continues = marked.length > 0 && pieces[index - 1] !== undefined && judged[index - 1]?.why === UNIT_MARK_WHY
      if (continues) marked.forEach((draft) => addMark(draft, mark, piece))
      else {
        // A numbered item is titled by itself, not by the heading above the list.
        const headed = pieces[groupFrom - 1]?.heading === true && pieces[groupFrom]?.marker === null
        const heading = headed ? headings.get(piece.clause ?? '') : undefined
        marked = applyMark(
          drafts,
          group,
          mark,
          piece,
          heading,
          pieces.slice(groupFrom, index),
          entitledBefore(input, index),
          piece.clause,
        )
      }
      group = []
      groupFrom = index + 1
      continue
    }
    marked = []
    if (verdict.role !== 'obligation' && verdict.role !== 'target') continue
    const row = input.rows.get(piece.paragraph)
    if (row?.task) {
      drafts.push(rowDraft(row, row.task, piece, verdict, index))
      continue
    }
    const reason = refusal(input, piece, verdict)
    if (reason) {
      refused.set(index, { start: piece.start, end: piece.end, why: reason })
      continue
    }
    const made = readSentence(input, drafts, piece, verdict, index)
    if (made.length === 0) refused.set(index, { start: piece.start, end: piece.end, why: NOBODY })
    group.push(...made)
  }
  for (const draft of drafts) for (const sentence of draft.sentences) refused.delete(sentence)
  return { drafts, refused: [...refused.values()] }
}

/** 对首次获证的企业奖励…。（责任单位：…）: who pays it can be held to it. */
function entitledBefore({ folded, pieces, judged }: CollectInput, index: number): Span | null {
  const piece = pieces[index - 1]
  if (!piece || judged[index - 1]?.why !== ENTITLED_WHY || piece.paragraph !== pieces[index]?.paragraph) return null
  const start = piece.marker?.end ?? piece.start
  return { start, end: folded[piece.end - 1] === '。' ? piece.end - 1 : piece.end }
}

/** One row, one matter: the column of times speaks like a mark behind a sentence. */
function rowDraft(row: TaskRow, task: Span, piece: Piece, verdict: Judged, index: number): Draft {
  const { start, end } = task
  const item = { start, end, code: null, mainStart: start, mainEnd: end, measures: [{ start, end }], verb: '' }
  return {
    ...draftOf(item, piece.clause, index),
    units: verdict.units,
    marks: row.due ? [row.due] : [],
    split: '任务表中的一行，一行一项',
    row: true,
  }
}

function refusal(input: CollectInput, piece: Piece, verdict: Judged): string | null {
  const sentence = input.folded.slice(piece.start, piece.end)
  if (input.temper === 'central' && verdict.targets.length === 0 && !LOCAL.test(sentence)) {
    return '中央文件的原则要求，待省、市、县细化后再立项'
  }
  if (BLAMES.test(sentence) && verdict.units === null && verdict.targets.length === 0) return NOBODY
  return null
}

function readSentence(input: CollectInput, drafts: Draft[], piece: Piece, verdict: Judged, index: number): Draft[] {
  const { folded, book } = input
  const sentence = folded.slice(piece.start, piece.end)
  const hits = book.voices.scan(folded, piece.start, piece.end)
  const { units } = verdict
  const goals = verdict.role === 'target' ? goalItems(folded, piece, verdict.targets) : []
  let split: string | null = goals.length > 1 ? `${goals.length}个指标分别考核，一个指标一项` : null
  let items = goals.length > 1 ? goals : cutItems(folded, verdict.clauses, hits, verdict.targets)
  const errands = units && sentence.includes('；') ? errandItems(input, piece) : []
  if (errands.length > 1) {
    items = errands
    split = `各部分写明了不同的单位，分为${errands.length}项`
  }
  // A sentence that names who does it is one errand, whatever it lists.
  if (units && items.length > 1 && !sentence.includes('；')) {
    items = [joinItems(items)]
    split = '全句写明由同样的单位来办，合为一项，各分句列为举措'
  }
  if (units && items.length === 1) {
    const { start, end } = wholeItem(folded, piece)
    items = [{ ...(items[0] as Item), start, end }]
  }
  if (!units && input.report && goals.length < 2) {
    const parts = items.flatMap((item) => splitByFigures(folded, item, verdict))
    if (parts.length > items.length) split = `各分句有各自的数量指标，分别考核，分为${parts.length}项`
    items = parts
  }
  let spoke: readonly Span[] | undefined
  if (!units && split === null) {
    items = items.flatMap((item) => partByOwner(folded, item, verdict.clauses, hits, book))
    if (items.length > 1) {
      const owned = divideByOwner(folded, book, hits, items)
      items = owned.items
      split = owned.why
      spoke = owned.words
    }
  }
  if (items.length === 0) items = [wholeItem(folded, piece)]
  // Seen from the centre 各地区 is the county itself.
  const toAll = TO_ALL.test(sentence) && !(input.temper === 'central' && /各地/.test(sentence))
  if (toAll && !units && items.every((item) => item.code === null)) return []
  const made: Draft[] = []
  for (const [order, item] of items.entries()) {
    const previous = drafts.at(-1)
    const goesOn =
      order === 0 &&
      previous !== undefined &&
      previous.clause === piece.clause &&
      previous.code !== null &&
      previous.code === item.code &&
      previous.sentences.includes(index - 1) &&
      previous.children.length === 0 &&
      units === null &&
      previous.units === null
    if (goesOn && previous) {
      continueDraft(previous, item, index)
      made.push(previous)
      continue
    }
    const draft = draftOf(item, piece.clause, index)
    const own = items.length > 1 ? unitsInSentence(folded.slice(item.start, item.end), book) : units
    draft.units = units ? own : null
    if (split !== null) draft.split = split
    if (spoke) draft.spoke = spoke
    drafts.push(draft)
    made.push(draft)
  }
  const works = enumeratedWorks(folded, piece.start, piece.end)
  const parent = works.length > 0 ? joinWorks(drafts, made, piece, works, worksReason(book, hits, works)) : null
  return parent ? [parent] : made
}

/** Works have their own nodes whoever leads them; the reason says whether the leads differ. */
function worksReason(book: UnitBook, hits: readonly VoiceHit[], works: readonly Span[]): string {
  const owners = works.map((work) => ownerOf(book, hits, work, null))
  const sure = owners.filter((owner) => owner !== null && owner.score >= CLAIMABLE)
  const first = new Map(sure.map((owner) => [owner?.unit, owner]))
  const who = first.size > 1 ? `，牵头单位不同：${named([...first.values()])}` : '，各有自己的节点'
  return `列举了${works.length}类工程${who}，各成一个子项`
}

/** The works of a list stand under one matter that holds the sentence together. */
function joinWorks(drafts: Draft[], made: readonly Draft[], piece: Piece, works: Span[], split: string): Draft | null {
  const first = made[0]
  if (!first) return null
  const fresh = made.filter((draft) => draft.sentences[0] === made.at(-1)?.sentences.at(-1))
  if (fresh.length > 0) drafts.splice(drafts.length - fresh.length, fresh.length)
  const parent: Draft = {
    ...(fresh[0] ?? first),
    start: piece.start,
    end: piece.end,
    clause: piece.clause,
    code: null,
    title: null,
    measures: [{ start: piece.start, end: piece.end }],
    children: works,
    split,
    spoke: works,
  }
  drafts.push(parent)
  return parent
}

/** 新增规上企业15户，新认定专精特新6家: in a work report each clause with a figure of its own is a matter. */
function splitByFigures(folded: string, item: Item, verdict: Judged): Item[] {
  const clauses = verdict.clauses.filter((clause) => clause.start >= item.start && clause.end <= item.end)
  const figured = clauses.filter((clause) =>
    verdict.targets.some(
      (target) => target.start >= clause.start && target.end <= clause.end && target.indicator !== '',
    ),
  )
  if (figured.length < 2) return [item]
  const parts: Item[] = []
  for (const clause of clauses) {
    const last = parts.at(-1)
    const own =
      clause.kind !== 'call' &&
      !/^(?:其中|并|同比|增长|增幅|下降|降幅)/.test(folded.slice(clause.start, clause.start + 2))
    const opens = own && (figured.includes(clause) || clause.kind === 'action')
    if (!last || (opens && last.measures.length > 0 && (figured.includes(clause) || clause.kind === 'action'))) {
      const start = last ? clause.start : item.start
      parts.push({
        start,
        end: clause.end,
        code: null,
        mainStart: clause.verbAt,
        mainEnd: clause.end,
        measures: [{ start, end: clause.end }],
        verb: '',
      })
    } else {
      last.end = clause.end
      last.measures = [{ start: last.start, end: clause.end }]
    }
  }
  return parts
}

/** 由县住建局印发；县财政局要安排资金；…: each part that names its own unit is an errand of its own. */
function errandItems(input: CollectInput, piece: Piece): Item[] {
  const { folded, book } = input
  const items: Item[] = []
  let start = piece.marker?.end ?? piece.start
  for (let at = start; at <= piece.end; at++) {
    if (at < piece.end && folded[at] !== '；') continue
    const end = at < piece.end ? at : at - (folded[at - 1] === '。' ? 1 : 0)
    if (end > start) {
      const last = items.at(-1)
      // …；二是各乡镇每周报送: the number belongs to the list.
      const part = folded.slice(start, end).replace(/^[一二三四五六七八九十]{1,2}[是要]/, '')
      if (last && unitsInSentence(part, book) === null) {
        last.end = end
        last.measures.push({ start, end })
      } else {
        items.push({ start, end, code: null, mainStart: start, mainEnd: end, measures: [{ start, end }], verb: '' })
      }
    }
    start = at + 1
  }
  return items
}

function joinItems(items: readonly Item[]): Item {
  const first = items[0] as Item
  return {
    ...first,
    end: (items.at(-1) as Item).end,
    code: items.find((item) => item.code !== null)?.code ?? null,
    measures: items.flatMap((item) => item.measures),
  }
}

function wholeItem(folded: string, piece: Piece): Item {
  let end = piece.end
  const start = Math.min(piece.marker?.end ?? piece.start, end)
  while (end > start && '。；！'.includes(folded[end - 1] as string)) end--
  return { start, end, code: null, mainStart: start, mainEnd: end, measures: [{ start, end }], verb: '' }
}

/** 主要预期目标是：…增长6%；…5%左右: every indicator is led by somebody else. */
function goalItems(folded: string, piece: Piece, targets: readonly Target[]): Item[] {
  if (targets.length < 2 || targets.length > MAX_GOALS) return []
  const items: Item[] = []
  let from = piece.start
  for (const target of targets) {
    let start = target.start
    // Back to the mark that opens this indicator's clause, not into the one before.
    while (start > from && !'，；：。、'.includes(folded[start - 1] as string)) start--
    // 化学需氧量、氨氮分别下降2%: names without a figure of their own belong to the figure behind them.
    let opening = start
    while (opening > from && !'，；：。'.includes(folded[opening - 1] as string)) opening--
    if (opening > from || items.length === 0) start = opening
    const last = items.at(-1)
    // A part of the figure before it (其中…), or the same indicator by another day.
    const part = target.indicator === '' || /^(?:其中|增长|增幅|下降|降幅)/.test(folded.slice(start, start + 2))
    if (last && (start < last.end || part)) {
      // 总量 and 增速 of one indicator are one matter.
      last.end = Math.max(last.end, target.end)
      last.mainEnd = last.end
      last.measures = [{ start: last.start, end: last.end }]
      continue
    }
    let end = Math.max(target.end, start)
    // To the end of its clause: 为1200名残疾人提供…
    while (end < piece.end && !'，；。：'.includes(folded[end] as string)) end++
    items.push({ start, end, code: null, mainStart: start, mainEnd: end, measures: [{ start, end }], verb: '' })
    from = end
  }
  return items
}
