import type { Attitude, Basis, Deadline, MatterKind, MatterUnits, Reason, Relation, Span, Target } from '../types.ts'
import type { VoiceHit } from '../units/duties.ts'
import type { Draft } from './draft.ts'
import type { Because } from './judge.ts'

const RELATIONS: Readonly<Record<Relation, string>> = {
  '>=': '不低于',
  '<=': '不高于',
  '>': '超过',
  '<': '低于',
  '=': '等于',
  '≈': '左右',
  range: '区间',
}
const BASES: Readonly<Record<Basis, string>> = {
  level: '要达到的水平',
  change: '增减的幅度',
  share: '占比',
  count: '个数',
}

/** How a figure was read, for the screen. */
export function targetWhy(target: Target): string {
  const value = target.masked ? '数值被遮盖，立项前要补填' : `按“${RELATIONS[target.relation]}”读`
  return `${value}；${BASES[target.basis]}${target.indicator === '' ? '，没有找到指标名称' : `，指标是“${target.indicator}”`}`
}

/** How words became a day, for the screen. */
export function deadlineWhy(deadline: Deadline): string {
  if (deadline.recur !== null) return '按周期反复，每期报一次'
  if (deadline.from === null && deadline.to === null) return '时间说法没有确定的日期，需人工填写'
  if (deadline.provisional) return '按工作日推算，节假日安排尚未公布，日期为拟定'
  if (deadline.to === null) return '只写明了开始时间'
  if (deadline.text.includes('工作日')) return '从文件日期起按工作日推算'
  if (/[\d０-９]{4}|[〇零○]/.test(deadline.text)) return '文中写明了年份'
  return '以文件日期所在的年、季、月推算'
}

/** More words than these mark the whole sentence. */
const MOST_WORDS = 20

export interface ReasonInput {
  draft: Draft
  parent: boolean
  start: number
  targets: readonly Target[]
  deadlines: readonly Deadline[]
  /** Where the deadlines come from: their own words, a mark of units, or the beginning of the sentence. */
  deadlinesFrom: 'own' | 'mark' | 'sentence'
  units: MatterUnits
  hits: readonly VoiceHit[]
  kind: Because<MatterKind>
  attitude: Because<Attitude | null>
  doneWhen: Because<string | null>
}

/** 依据 of one matter: every decision with a short Chinese reason and the words that spoke for it. */
export function reasonsOf(input: ReasonInput): Reason[] {
  const { draft, start, targets, deadlines } = input
  const moved = <T>(about: Reason['about'], { why, words }: Because<T>): Reason => ({
    about,
    why,
    words: words.map((word) => ({ start: start + word.start, end: start + word.end })),
  })
  const reasons: Reason[] = [
    {
      about: 'split',
      why: input.parent ? '列举的工程之一，另有单位实施' : draft.split,
      words: input.parent ? [] : (draft.spoke ?? draft.children).slice(0, MOST_WORDS),
    },
    {
      about: 'title',
      why:
        draft.title === null
          ? draft.children.length > 0
            ? '取所列工程的第一类和类数'
            : '取主句，从动词起，去掉主语、时间和修饰'
          : '取条款标题',
      words: draft.title === null ? [{ start: draft.mainStart, end: draft.mainEnd }] : [],
    },
    unitReason(input),
  ]
  const marked = draft.row ? '写在完成时限一列' : '写在责任单位标注里'
  const from = { own: '文中写明', mark: marked, sentence: '承接句首写明的时间' }[input.deadlinesFrom]
  reasons.push(
    deadlines.length > 0
      ? { about: 'deadline', why: from, words: spansOf(deadlines) }
      : { about: 'deadline', why: '文中没有写明时限，需要补定', words: [] },
    targets.length > 0
      ? { about: 'target', why: `写明了${targets.length}个数量`, words: spansOf(targets) }
      : { about: 'target', why: '文中没有写明数量', words: [] },
    moved('kind', input.kind),
    moved('attitude', input.attitude),
    moved('doneWhen', input.doneWhen),
  )
  return reasons
}

const spansOf = (spans: readonly Span[]): Span[] => spans.map(({ start, end }) => ({ start, end }))

function unitReason({ draft, units, hits }: ReasonInput): Reason {
  if (units.explicit) {
    const marked = draft.marks.length > 0
    const why =
      units.lead.length > 0 ? (marked ? '责任单位标注写明' : '句中写明由其来办') : '点名了几个单位，没有写明谁牵头'
    return { about: 'unit', why, words: spansOf(draft.marks) }
  }
  const first = units.candidates[0]
  if (!first) return { about: 'unit', why: '文中没有写明单位，也没有可以推荐的依据', words: [] }
  const spoke = hits.filter((hit) => first.why.includes(hit.word))
  return {
    about: 'unit',
    why: `文中没有写明单位，按职责用语推荐：${first.why.join('、')}`,
    words: spoke.map((hit) => ({ start: hit.at, end: hit.at + hit.word.length })),
  }
}
