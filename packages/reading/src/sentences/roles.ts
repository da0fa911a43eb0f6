import type { SentenceRole, Target } from '../types.ts'
import type { Temper } from '../head/kind.ts'
import { isUnitMark } from '../units/mark.ts'
import type { NamedUnits } from '../units/marks.ts'
import { type Clause, readClauses } from './clauses.ts'
import type { Mode } from './mode.ts'

/** The reason by which marks of responsible units are known. */
export const UNIT_MARK_WHY = '责任单位标注'

/** The reason of a sentence that states something; under a mark of units it is a task after all. */
export const STATED_WHY = '陈述或说明，没有要求谁做什么'

/** A sentence judged: its role, the reason for the screen, and its clauses where they were read. */
export interface Judged {
  role: SentenceRole
  why: string
  clauses: Clause[]
  targets: Target[]
  units: NamedUnits | null
}

export interface RoleContext {
  mode: Mode
  temper: Temper
  head: boolean
  clutter: boolean
  heading: boolean
  /** The year that the document speaks in. */
  year: number | null
  /** Where the words begin behind a number in front of the sentence (三是…). */
  bodyAt: number
  /** Stands before 下面，我讲几点意见. */
  preamble: boolean
  /** Stands in 名词解释, 相关链接 or what else follows the text. */
  appendix: boolean
  /** Stands under a heading such as 发展目标. */
  goals: boolean
  /** Finds the targets of the sentence; called only where they can matter. */
  targets: () => Target[]
  /** The units that the sentence itself makes responsible; called only where it can matter. */
  units: () => NamedUnits | null
  /** Do its words name a common measure (常见举措)? */
  named: () => boolean
}

const SALUTATION = /^(?:各位[^，。]{1,12}|同志们|女士们[^。]{0,12}|尊敬的[^。]{0,30})[，：！:。]*$/
const OPENING =
  /我代表.{2,20}(?:报告|汇报)|请予审议|请.{0,20}提出意见|我(?:再)?(?:就|讲|谈|强调).{0,40}(?:[几一二三四五六]点)?(?:意见|要求)[：。]?$|根据会议安排，我讲|^下面，?.{0,10}讲.{1,8}(?:意见|方面|问题|点)|制定(?:本|如下|以下)(?:措施|办法|方案|意见|规定|细则|计划)?|现印发给你们|现.{0,8}通知如下|现将.{2,80}(?:印发|报告|通报|汇报)|提出(?:如下|以下)(?:措施|意见)/
const CLOSING =
  /^抄送|^主送|^联系(?:人|电话)|^(?:出席|列席|参加|记录|主持)(?:人员?|会议)?：|^（?此件|^附件|印发$|^主题词|^本(?:措施|办法|意见|规定|方案|通知|细则).{0,20}(?:起(?:施行|实施)|有效期|印发之日)|按照“从优|由.{2,20}负责解释|谢谢大家/
const QUOTED =
  /(?:总书记|习近平|党中央|中央(?:经济工作|农村工作|金融工作)?会议|国务院|省委|省政府|市委|市政府|省长|市委书记)[^，。；]{0,24}(?:强调|指出|要求|提出|明确|指示|深刻阐述|对.{2,20}作出)[，：“]/
const ANNOUNCES =
  /(?:[以如]下|下面|这|[\d几一二三四五六七八九十]+个?)方面(?:的)?(?:重点|主要)?(?:工作|任务|问题)?[：。]?$|(?:做好|抓好|做到)(?:[以如]下|下面).{0,12}[：。]$/
const TOLD = /^(?:中央|党中央|全会|《[^》]{2,40}》)还?(?:展望|明确|提出|确定|强调|要求|规定)|提交(?:本次)?大会/
const SIGNED =
  /^（(?:新华社|据|来源|记者).{0,40}）$|^[^，。；：]{2,40}(?:人民政府|委员会|办公[室厅]|[厅局])$|^\d{4}年\d{1,2}月\d{1,2}日$|^关于.{2,60}(?:措施|意见|方案|办法|规划|规定|通知|报告|细则)$/
const PAST_STRONG =
  /(?:已|已经)[^，。；]{0,8}(?:完成|建成|开工|投产|印发|出台|落实|形成|达到|实现|开展)|取得了|(?:同比|比上年|较上年|比去年)(?:实际)?(?:增长|下降|提高|增加|减少)|圆满完成|顺利完成|完成了|实现了|得到了|达到了|建成了|出台了|解决了|推动了|增强了|居全[省市国]第|再创新高|创历史新高|获评|荣获|获批|(?:研究|听取|分析|审议|通报|编制|起草|形成)了/
const TROUBLE =
  /(?:存在|面临|仍有|还有|清醒看到).{0,30}(?:困难|问题|短板|挑战|不足|差距|风险)|(?:困难|问题|矛盾|挑战|压力|短板).{0,10}(?:突出|较多|不少|较大|仍然|依然)/
const AHEAD = /(?<![主重需首纪次摘])要(?![求素点闻紧])|力争|确保|目标|计划|争取|预期|必须|将|年底前/
const GOAL =
  /[\d*＊×Ｘ○].{0,30}(?:下降|降低|减少|提高|增加|压减|压缩)|(?:下降|降低|减少|提高|增加|压减|压缩|新增|再降|安排|完成|力争).{0,16}[\d*＊×○]|目标(?:是|为|：)|预期目标|力争.{0,24}\d|(?:达到|增长|超过?|突破|实现|不低于|不少于|控制在|以上|以内|左右).{0,16}[\d*]|[\d*][^，。；]{0,12}(?:以上|左右|以内)/
const STATES =
  /(?<![别其凡要于或但求])是.{0,40}(?:之年|关键|基础|前提|要素|要求|保障|工程|任务|问题|主题|动力|力量|根基|生命线|总抓手|举措|时期|阶段|关系|所在|所系)|^(?:当前|目前|近年来|长期以来|实践证明|事实证明)|面临|存在(?:一些|不少|短板|困难|问题|薄弱)|取决于|意味着|事关|关系到|旨在|来之不易|归根到底|任重道远|前景广阔|还有一个|主持召开/
const ENTITLES =
  /可(?:以)?(?:按|直接|给予|申请|同等|享受|不经|随到|担任|认定|免)|(?:给予|享受).{0,30}(?:补助|奖励|补贴|优惠|待遇)|^(?:对|符合|凡|经认定|年薪|获|承担).{2,60}(?:的，|可)/
// Verbs that only say that a figure is to be reached.
const REACHING = /^(?:新增|净增|实现|达到|完成|力争|确保|保持|增加|减少|降低|提高|控制|突破)/
const CLOSING_CALL = /^让我们|^我们相信|更加紧密地?团结|团结在以|要靠改革|大家庭/
const ATTITUDES = /(?:^|[，。；])能.{1,10}的，(?:要|力争|争取)/
const MODAL = /^.{0,14}?(?:(?<![主重需首纪次摘])要(?![求素点闻紧])|必须|不得|务必)/
const DUE = /(?:月|年|季度|日)(?:底|末)?前|牵头|每[季月]|年内/
// A time and what is to be there by then.
const DUE_RESULT =
  /(?:[月日底末年]前|(?:之|以)前|[月年日天周]内|每[月季年周]|按[月季])[^。]{0,60}(?:报(?!告显)|完成|提交|落实|到位|形成|印发|销号|验收|公布|通报|开工|投用|到岗|清零)/
const COMPLETE = /做到(?:全覆盖|应.尽.|月月)|全部(?:完成|完工|销号|整改|交付|到位)|只减不增|清零|全覆盖/
const ADDRESS_ALL = /(?:各级各部门|全县上下|各级各单位|各级党委|各级干部|全县各级)/

/** 下面，我讲几点意见: what a speaker says before it leads up to the tasks. */
export const TURNS_TO_TASKS =
  /(?:下面|在此|现在|借此机会)，?.{0,24}(?:讲|谈|强调|提).{0,6}(?:意见|要求|问题|想法|方面|话|点)[：。，]?/

/** Gives a sentence its role. `folded` is the whole folded text, [start, end) the sentence. */
export function judgeSentence(folded: string, start: number, end: number, context: RoleContext): Judged {
  const sentence = folded.slice(Math.max(start, Math.min(context.bodyAt, end)), Math.min(end, start + 1200))
  const plain = (role: SentenceRole, why: string): Judged => ({ role, why, clauses: [], targets: [], units: null })
  if (context.clutter) return plain('other', '网页杂项，不是正文')
  if (context.appendix) return plain('other', '名词解释、附录或链接')
  if (context.heading) return plain('heading', '标题')
  if (context.head) return plain('other', '题头（标题、文号、日期、称呼）')
  if (SALUTATION.test(sentence)) return plain('other', '称呼')
  if (isUnitMark(sentence)) return plain('other', UNIT_MARK_WHY)
  if (SIGNED.test(sentence)) return plain('other', '题头或落款')
  if (CLOSING.test(sentence)) return plain('other', '附则、落款或抄送')
  if (OPENING.test(sentence)) return plain('other', '开场或引言')
  if (sentence.length <= 40 && ANNOUNCES.test(sentence)) return plain('other', '引出下文')
  if (sentence.length < 4) return plain('other', '文字过短')
  if (/？[”’]?$/.test(sentence)) return plain('background', '设问，没有派出任务')
  if (TOLD.test(sentence)) return plain('background', '引述上级讲话或部署')
  if (QUOTED.test(sentence) && !/^(?:要|我们要|必须|认真|深入|全面)?(?:贯彻|落实|学习|按照)/.test(sentence)) {
    return plain('background', '引述上级讲话或部署')
  }
  // Under 落实情况 minutes also say who does what next; that is a task wherever it stands.
  const asksNow =
    context.mode === 'result' &&
    (AHEAD.test(sentence) || DUE.test(sentence)) &&
    !PAST_STRONG.test(sentence) &&
    context.units() !== null
  if (context.mode === 'result' && !asksNow) {
    if (TROUBLE.test(sentence) && !PAST_STRONG.test(sentence)) return plain('background', '分析困难和问题')
    return plain('result', '已经做过的工作或上年成绩')
  }
  const year = /(?:^|[，。])(20\d\d)年/.exec(sentence.slice(0, 24))
  if (year && context.year !== null && Number(year[1]) < context.year && !AHEAD.test(sentence)) {
    return plain('result', '说的是往年的情况')
  }
  if (PAST_STRONG.test(sentence) && !AHEAD.test(sentence)) return plain('result', '说的是已经取得的结果')
  if (context.preamble) return plain('background', '讲正题之前的铺垫')
  if (context.temper === 'regulation') return plain('other', '制度、程序的规定，没有新派任务')
  return judgeForward(folded, start, end, sentence, context)
}

function judgeForward(folded: string, start: number, end: number, sentence: string, context: RoleContext): Judged {
  const clauses = readClauses(folded, Math.max(start, context.bodyAt), end)
  let actions = 0
  let reaching = 0
  let purposes = 0
  let calls = 0
  for (const clause of clauses) {
    if (clause.kind === 'action') {
      actions++
      if (REACHING.test(folded.slice(clause.verbAt, clause.verbAt + 3))) reaching++
    } else if (clause.kind === 'purpose') purposes++
    else if (clause.kind === 'call') calls++
  }
  const asked = actions + purposes
  const units = context.units()
  const judged = (role: SentenceRole, why: string, targets: Target[] = []): Judged => ({
    role,
    why,
    clauses,
    targets,
    units,
  })
  if (context.temper === 'reply' && !/下一步|将(?:进一步|继续)|今后/.test(sentence)) {
    return judged('background', '答复说明情况，没有派出任务')
  }
  const targets = /[\d*＊×Ｘ○_一二三四五六七八九十]/.test(sentence) ? context.targets() : []
  // A figure in a sentence without a verb of its own is a goal only where the words around it say so.
  const goal = targets.length > 0 && GOAL.test(sentence)
  const states = STATES.test(sentence)
  const dated = /^到20\d\d年/.test(sentence)
  if (targets.length > 0 && !states && (dated || context.goals)) return judged('target', '提出了数量目标', targets)
  if (dated && context.goals) return judged('target', '提出了到期要达到的目标')
  if (goal && (actions === reaching || /目标(?:是|为|：)/.test(sentence)) && !states && units === null) {
    return judged('target', '提出了数量目标', targets)
  }
  if (CLOSING_CALL.test(sentence)) return judged('slogan', '号召或原则，没有具体对象和动作')
  if (ATTITUDES.test(sentence)) return judged('slogan', '力争方向的总要求，适用于各项任务')
  if (units) return judged('obligation', '写明了由谁来办', targets)
  if (asked === 0 && MODAL.test(sentence) && !states && context.named()) {
    return judged('obligation', '提出了明确要求，属于常见举措', targets)
  }
  if (asked === 0 && !states && DUE_RESULT.test(sentence)) return judged('obligation', '写明了时限和结果', targets)
  if (asked === 0 && context.mode === 'plan' && COMPLETE.test(sentence) && !states) {
    return judged('target', '提出了要达到的结果', targets)
  }
  if (asked === 0) {
    if (goal) return judged('target', '提出了数量目标', targets)
    if (states && !(calls > 0 && /^(?:我们)?(?:要|必须|始终)/.test(sentence))) {
      return judged('background', '说明形势、意义或背景')
    }
    if (calls > 0) return judged('slogan', '号召或原则，没有具体对象和动作')
    return judged('background', STATED_WHY)
  }
  if (ENTITLES.test(sentence) && !/建立|制定|出台|开展|打造|建设/.test(sentence)) {
    return judged('other', '规定对象可享受的政策，不是交办事项', targets)
  }
  if (context.mode === 'background') return judged('background', '说明形势、意义或背景')
  // One broad purpose at the end of a description or a call is its flourish, not a task.
  if (actions === 0 && (states || calls >= purposes)) {
    return states ? judged('background', '说明形势、意义或背景') : judged('slogan', '号召或原则，没有具体对象和动作')
  }
  if (states && actions === 1 && !/[，；](?:要|必须|我们要)/.test(sentence) && !ADDRESS_ALL.test(sentence)) {
    return judged('background', '说明形势、意义或背景')
  }
  return judged('obligation', actions > 0 ? '有动作、有对象，可以交办' : '提出了要达到的结果，可以交办', targets)
}
