import type { OutlineNode } from '../types.ts'
import type { Piece } from '../outline/build-outline.ts'

/** Does a stretch look back (上年工作) or forward? `mixed` headings promise both; then the sentences decide. */
export type Mode = 'result' | 'plan' | 'background' | 'mixed' | 'open'

const RESULT_HEAD =
  /回顾|主要成绩|发展成就|工作成[效绩就]|取得的?(?:成|进展)|完成情况|进展情况|开展情况|工作情况|主要做法|已(?:经)?(?:开展|完成|做)的?(?:主要)?工作|所做的?工作|办理情况|(?:发展|现实|工作)基础$|^过去(?:一|五|几|三)?年|落实情况$/
const PLAN_HEAD =
  /下一步|今后|今年|明年|(?:主要|重点)(?:任务|考虑|目标|工作|举措)|工作(?:安排|任务|打算|要求|重点|建议)|目标任务|任务|举措|措施|总体要求|发展目标|打算/
const BACKGROUND_HEAD = /重大意义|重要意义|背景|现状|形势|存在(?:的)?(?:主要)?(?:困难|问题)|指导思想|编制过程/

function headingMode(heading: string): Mode | null {
  const back = RESULT_HEAD.test(heading)
  const ahead = PLAN_HEAD.test(heading)
  if (back && ahead) return 'mixed'
  if (back) return 'result'
  if (ahead) return 'plan'
  return BACKGROUND_HEAD.test(heading) ? 'background' : null
}

/** The mode of each outline node, inherited from above; null ids (before any heading) are `open`. */
export function outlineModes(outline: readonly OutlineNode[]): Map<string, Mode> {
  const modes = new Map<string, Mode>()
  for (const node of outline) {
    const above = node.parent ? (modes.get(node.parent) ?? 'open') : 'open'
    const own = headingMode(node.heading)
    // Below a heading that looks back, a word such as 措施 does not turn the view.
    const settled = above === 'result' || above === 'plan'
    modes.set(node.id, settled ? above : (own ?? above))
  }
  return modes
}

const LOOKS_BACK =
  /^(?:同志们[，：！]?|会议(?:认为|指出)，)?(?:刚刚过去的?|过去(?:的)?(?:一|五|几|三|20\d\d)年?|回顾|一年来|[一二三四五两几]年来|近年来|20\d\d年以来|[去前]年|上年|这[一三五几]年|党的十八大以来|(?:“十[一二三四五]五”|20\d\d)(?:时期|期间|年)?.{0,12}(?:以来|收官|圆满|取得|成就)|与此同时，(?:其他)?各方面)/
const LOOKS_AHEAD =
  /^(?:同志们[，：！]?)?(?:此次|本次|这次|今天|今年(?:是|我|要|发展|的|工作|，)|新的一年|下一步|下面|今后|未来|展望|面向|接下来|做好今年|下一阶段|根据.{0,40}(?:建议|纲要)|“十[一二三四五六]五”时期(?:是|，|经济|我))/

const REACHES =
  /^.{0,30}(?:局|中心|办|部|委|乡镇)要|^(?:今年|全年|年内|年底前|上半年|\d{1,2}月底前)[^。]{0,60}(?:以上|不少于|不低于|左右|力争|确保)/

/** Follows the cues of sentences: what looks back goes on doing so until its paragraph ends or something looks ahead. */
export class ModeTracker {
  private current: Mode = 'open'
  private paragraph = -1

  constructor(
    private readonly modes: ReadonlyMap<string, Mode>,
    private readonly year: number | null,
    /** In a reply what follows 下一步 is plan to its end, however many paragraphs it has. */
    private readonly lasting = false,
  ) {}

  /** The mode of `sentence`, the folded text of `piece`. */
  modeOf(piece: Piece, sentence: string): Mode {
    const section = piece.clause ? (this.modes.get(piece.clause) ?? 'open') : 'open'
    if (section === 'result' || section === 'plan') return section
    if (piece.paragraph !== this.paragraph) {
      this.paragraph = piece.paragraph
      // Under a mixed heading the view carries over from paragraph to paragraph.
      if (section !== 'mixed' && !(this.lasting && this.current === 'plan')) this.current = section
    }
    const head = sentence.slice(0, 60)
    if (LOOKS_AHEAD.test(head)) this.current = 'plan'
    // 去年…。今年要…: a figure still to be reached ends the look back.
    else if (this.current === 'result' && REACHES.test(sentence)) this.current = 'plan'
    else if (LOOKS_BACK.test(head) || this.startsInPastYear(head)) this.current = 'result'
    return this.current
  }

  private startsInPastYear(head: string): boolean {
    const plan = /^(?:各位代表，)?“十([一二三四五六])五”(?:时期|期间)?/.exec(head)
    // “十四五” is 2021–2025: five years for each number after 十.
    if (plan && this.year !== null) return this.year > 2005 + 5 * '一二三四五六'.indexOf(plan[1] as string) + 5
    const named = /^(20\d\d)年(?!前|底)/.exec(head)
    return named !== null && this.year !== null && Number(named[1]) < this.year
  }
}
