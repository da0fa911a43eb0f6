import type { SentenceRole, Target } from '../types.ts'
import type { Temper } from '../head/kind.ts'
import { isUnitMark } from '../units/mark.ts'
import type { NamedUnits } from '../units/marks.ts'
import { type Clause, readClauses } from './clauses.ts'
import { CALL } from './lexicon.ts'
import type { Mode } from './mode.ts'

/** The reason by which marks of responsible units are known. */
export const UNIT_MARK_WHY = '责任单位标注'

/** The reason of a sentence that says who may get what. */
export const ENTITLED_WHY = '规定对象可享受的政策，不是交办事项'

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
  /** A document that says who may get what (措施、通知): elsewhere 给予补贴 is something to be done. */
  grants: boolean
  /** Stands under a heading such as 发展目标. */
  goals: boolean
  /** Finds the targets of the sentence; called only where they can matter. */
  targets: () => Target[]
  /** The units that the sentence itself makes responsible; called only where it can matter. */
  units: () => NamedUnits | null
  /** Do its words name a common measure (常见举措)? */
  named: () => boolean
}

// 五年来，我们加快绿色转型，质量稳步提高。 heads its paragraph, but tells what was reached.
const REVIEWS = /^[一二三四五两几]年来，我[们省市县区]/

const SALUTATION = /^(?:各位[^，。]{1,12}|同志们|女士们[^。]{0,12}|尊敬的[^。]{0,30})[，：！:。]*$/
const OPENING =
  /我代表.{2,20}(?:报告|汇报)|请予审议|请.{0,20}提出意见|我(?:再)?(?:就|讲|谈|强调).{0,40}(?:[几一二三四五六]点)?(?:意见|要求)[：。]?$|根据会议安排，我讲|我(?:再)?(?:强调|讲|谈|说)[几一二两三四五六七八][点个][^，。]{0,6}[。：]$|^下面，?.{0,10}讲.{1,8}(?:意见|方面|问题|点)|制定(?:本|如下|以下)(?:措施|办法|方案|意见|规定|细则|计划)?|现印发给你们|现.{0,8}(?:纪要|通知|答复|回复|函复)如下|感谢(?:您|你们?|贵).{0,24}(?:关心|支持|关注)|现将.{2,80}(?:印发|报告|通报|汇报)|提出(?:如下|以下)(?:措施|意见)/
const CLOSING =
  /^抄送|^主送|^[分报]送：|^注：|^（?联系(?:人|电话)|^(?:出席|列席|参会|与会|请假|缺席|参加|记录|主持)(?:人员?|会议|单位)?：|未尽事宜|^（?此件|^附件|印发$|^主题词|^本(?:措施|办法|意见|规定|方案|通知|细则|政策).{0,20}(?:起(?:施行|实施)|有效期|印发之日)|按照“从优|由.{2,20}负责解释|谢谢大家/
const QUOTED =
  /(?:总书记|习近平|党中央|中央(?:经济工作|农村工作|金融工作)?会议|国务院|省委|省政府|市委|市政府|省长|市委书记)[^，。；]{0,24}(?:强调|指出|要求|提出|明确|指示|深刻阐述|对.{2,20}作出)[，：“]/
const ANNOUNCES =
  /^.{0,8}(?:采取|抓好|抓实|做好|落实|实施)(?:好|以下)?[几一二三四五六七八九十两]+(?:项|条|大|个方面的?)(?:主要|重点|关键)?(?:举措|措施|工作|任务)[：。]?$|(?:[以如]下|下面|这|[\d几一二三四五六七八九十]+个?)方面(?:的)?(?:重点|主要)?(?:工作|任务|问题)?[：。]?$|(?:如下|以下)(?:事项|意见|工作|任务|要求|决定)[：。]$|^会议(?:议定|决定|明确|要求|强调)：$|(?:纪要|通知|答复|决定|报告|通报)如下[：。]?$|(?:做好|抓好|做到)(?:[以如]下|下面).{0,12}[：。]$/
const TOLD =
  /^您(?:建议|提出|反映)|^(?:[^，。；]{2,8}，)?(?:中央|党中央|全会|《[^》]{2,40}》)还?(?:展望|明确|提出|确定|强调|要求|规定)|提交(?:本次)?大会/
const SIGNED =
  /^（(?:新华社|据|来源|记者).{0,40}）$|^[^，。；：]{2,40}(?:人民政府|委员会|办公[室厅]|督查室|[厅局])$|^\d{4}年\d{1,2}月\d{1,2}日$|^关于.{2,60}(?:措施|意见|方案|办法|规划|规定|通知|报告|细则)$/
const PAST_STRONG =
  /(?:已|已经)[^，。；]{0,8}(?:完成|建成|开工|投产|印发|出台|落实|形成|达到|实现|开展|超过|突破|增至|降至)|累计(?:完成|建成|实施|投入|发放|新增|培训|查处)|取得了|积累了|(?:高|低)于全[国省市县]|(?:位居|列)全[国省市]|(?:(?<!(?:力争|确保|坚持|严控|压减|推动).{0,24})同比|比上年|较上年|比去年)(?:实际)?(?:增长|下降|提高|增加|减少)|圆满完成|顺利完成|完成了|实现了|得到了|达到了|建成了|出台了|解决了|推动了|增强了|居全[省市国]第|再创新高|创历史新高|获评|荣获|获批|(?:研究|听取|分析|审议|通报|编制|起草|形成)了/
const TROUBLE =
  /(?:存在|面临|仍有|还有|清醒看到).{0,30}(?:困难|问题|短板|挑战|不足|差距|风险)|清醒地?(?:认识|看)到|^(?:对|针对)(?:这些|以上|上述)[^，]{0,6}问题，|(?:困难|问题|矛盾|挑战|压力|短板).{0,10}(?:突出|较多|不少|较大|仍然|依然)/
const AHEAD =
  /(?<![主重需首纪次摘])要(?![求素点闻紧])|力争|确保|目标|计划|争取|预期|必须|将|年底前|拟(?:安排|新增|实施|投入|建|开工|完成|引进)/
const GOAL =
  /[\d*＊×Ｘ○].{0,30}(?:下降|降低|减少|提高|增加|压减|压缩)|(?:下降|降低|减少|提高|增加|压减|压缩|新增|再降|安排|完成|力争).{0,16}[\d*＊×○]|目标(?:是|为|：)|预期目标|力争.{0,24}\d|(?:达到|增长|超过?|突破|实现|不低于|不少于|控制在|以上|以内|左右).{0,16}[\d*]|[\d*][^，。；]{0,12}(?:以上|左右|以内)/
const STATES =
  /(?<![别其凡要于或但求])是.{0,40}(?:之年|关键|薄弱环节|短板|基础|前提|要素|要求|保障|工程|任务|问题|主题|动力|力量|根基|生命线|总抓手|举措|时期|阶段|关系|所在|所系)|^(?:当前|目前|近年来|长期以来|实践证明|事实证明)|面临|存在(?:一些|不少|短板|困难|问题|薄弱)|取决于|关键[在靠]|根本在|意味着|事关|关系到|旨在|来之不易|要(?:清醒)?看到|(?:主要|充分|统筹)?考虑了|就能够?实现|归根到底|任重道远|前景广阔|还有一个|主持召开/
const ENTITLES =
  /的，(?:每[^，。]{1,4})?[^，。\d]{0,8}(?:奖补|奖励|补助|补贴|资助)[\d*]|的，(?:只|不再|不得重复|按就高)[^。]{0,12}(?:补|奖|享受|兑现)|可(?:以)?(?:按|直接|给予|申请|同等|享受|不经|随到|担任|认定|免)|(?:给予|享受).{0,30}(?:补助|奖励|补贴|优惠|待遇|贴息|奖补|资助)|的[^，。；]{0,8}，[^，。；]{0,8}给予[^，。；]{0,12}支持|按照?[^，。；]{0,12}(?:规定|要求|原则)执行|^(?:对|符合|凡|经认定|年薪|获|承担).{2,60}(?:的，|可)/
// Verbs that only say that a figure is to be reached.
const REACHING = /^(?:新增|净增|实现|达到|完成|力争|确保|保持|增加|减少|降低|提高|控制|突破)/
// 对年用电量超过…的企业，按电费的5%给予奖补: the figures are the grant's, not a goal.
const GRANTED =
  /^(?:[^，。]{2,40}的，(?:每[^，。]{1,4})?[^，。\d]{0,8}(?:奖|补)|对[^，。]{4,60}，[^。]{0,30}给予[^。]{0,12}(?:奖|补|资助|贴))/
const TASK_BESIDE_GRANT = /建立|制定|出台|开展|打造|建设|简化|纳入|举办|加大|谋划|(?:地方|各地|县级财政)要/
/** What experience teaches and what a meeting is about is told, not asked. */
const TAUGHT =
  /^.{0,12}(?:实践|经验|经历|历程)(?:充分|深刻)?(?:启示|证明|告诉|表明)|我们(?:深刻|深深)?(?:体会|认识|感受)到|大会的主题是|^会议听取|^(?:20\d\d年)?\d{1,2}月\d{1,2}日(?:[上下]午)?，[^。]{2,40}(?:现场办公|调研|主持召开|专题研究|召开会议)/
/** Who is called upon, without any task behind it. */
const CALLED =
  /(?:^|[，：])(?:同志们，)?(?:我们|大家|各级|全[县市省乡镇]|广大|让我们)?[^，。；]{0,10}(?:(?<![主重需首次摘])要(?![素点求闻]|不得)|必须|让我们|务必|(?:都|绝)不能)/
/** 完成…改造120公里: the verb is of reaching, the object is work. */
const WORKED =
  /(?:改造|整治|治理|加固|清淤|修复|培训)(?:完成)?\d|(?:引进|引育|招引|培育|组织|举办|检查|抽查|走访)[^，。；\d]{0,10}(?:不少于|不低于|至少)\d|完成[^，。；]{0,24}(?:改造|建设|整治|修复|维修|加固|治理|升级|清淤|更新|铺设|绿化)/
/** Accountability in general: a demand on everybody, never a grant. */
export const BLAMES =
  /追究[^，。；]{0,12}责任|严肃(?:问责|处理|追责)|依(?:规|纪|法)[^，。；]{0,6}(?:问责|处理|追责)|通报批评|^谁[^，。；谁]{1,12}就[^，。；谁]{0,4}谁/
const CLOSING_CALL =
  /把(?:人民|群众)[^，]{0,6}放在心|进行到底。?$|(?:^|[，！])让我们|^我们相信|更加紧密地?团结|团结在以|要靠改革|大家庭|[决绝]不辜负|无愧于|有信心有能力|[必充]满?胜?信心$|充满.{0,6}信心|(?:^|，)重任.{0,8}(?:担当|奋进|奋斗)|全社会.{0,4}(?:关心|支持|关注)|只争朝夕|让我们.{0,30}而(?:努力)?奋斗/
/** 新入库项目61个, 增长7.2%: figures told before the speaker turns to the tasks. */
const FIGURES = /(?:增长|下降|新增|新入库|完成|达到|实现|建成|开工)[^，。；]{0,16}\d/
/** 总体要求是：以…为指导: the frame of a whole year. */
const FRAME = /(?:总体要求|总的要求|指导思想|总体思路)是：?(?:以|坚持|紧扣|围绕|高举|全面贯彻|深入贯彻)/
// 实施…战略，必须…; 做好今年工作，要…: what everything hangs on, said in one breath.
const HINGES =
  /^(?:实施[^，]{2,14}战略|做好[^，]{0,12}工作|实现[^，]{2,20}目标|推进[^，]{2,12}现代化)，(?:必须|要|就要|关键要)[^，；\d]{2,40}$/
// 今年务必做到…: a state to be reached by a day.
const BY_THEN =
  /(?:^|，(?=[^，]{2,12}[要须保争必]))(?:今年|全年|年内|年底前|(?:到|至)?20\d\d年底?前?|(?:到|至)?\d{1,2}月底前?)，?[^，。]{0,6}(?:做到|实现|达到|建成|普及|覆盖)/
const TOPIC = /^(?:事关|关系到?|意义|关键|至关|是[^，]{0,12}(?:之举|任务|工程|基础|前提))/

// 基本建成枢纽海港 under goals is a state to be in.
const GOAL_STATE =
  /^(?:基本|全面|初步)(?:建成|形成|实现|建立)|(?:明显|显著|大幅)(?:提升|提高|改善|增强)|更加(?:完善|健全|优化)/

// 成绩来之不易，这是…团结奋斗的结果: what the results are owed to.
const CREDITED = /来之不易|^这[些是][^。]{4,60}(?:结果|成果)。?$/
// 去年我们在…试种: told in the middle of a plan, with what was reached.
const LAST_YEAR = /^(?:去年|前年|上年)，?(?:我[们县市省区镇乡局])/
const OUTPACES = /(?:高|快)于全[国省市区](?:州|县)?(?:平均)?(?:水平|增速)?。?$/
const SAID_TO_BE = /^[^，。]{4,40}，是[^。]{2,40}(?:举措|任务|要求|基础|途径|支撑|内容|保障|选择)。?$/
// 某某专班每季度调度, 派出所每旬碰头一次: who does it and how often is an errand without a word of duty.
const PACED =
  /(?:局|办|室|委|中心|公司|所|站|村|镇|乡|专班|部门|单位)(?:至少)?每个?(?:[周月旬天日季]|季度|半年|学期|两个?月)(?!度)[^，。；]{2,24}/
const STATE_BY = /^到20\d\d年，[^。]{4,60}(?:建成|形成|建立|完善|普及|成熟定型)。?$/

/** The words of 指导思想: a frame for everything, a task for nobody. */
const GUIDING = /工作总基调|思想为指导|[^，。；]{2,12}为统领|伟大旗帜|“?两个(?:维护|确立)”?/
const ATTITUDES = /(?:^|[，。；])能.{1,10}的，(?:要|力争|争取)/
const MODAL = /^.{0,14}?(?:(?<![主重需首纪次摘])要(?![求素点闻紧])|必须|不得|务必)/
const DUE = /(?:月|年|季度|日)(?:底|末)?前|牵头|每[季月]|年内/
// A time and what is to be there by then.
const DUE_RESULT =
  /(?:[月日底末年期节假汛]前|(?:之|以)前|[月年日天周]内|每[月季年周]|按[月季])[^。]{0,60}(?:报(?!告显)|完成|提交|落实|到位|形成|印发|销号|验收|公布|通报|开工|投用|到岗|清零|通[热水车电气]|动工|完工|竣工|扫尾|收尾|建成)/
// 旱厕改造5月动工、8月扫尾: months with what is to be seen in them.
const BY_MONTH = /\d月(?:份|底)?(?:前)?(?:动工|开工|扫尾|收尾|完工|竣工|投用|验收|交付)/
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
  if (context.heading) {
    return REVIEWS.test(sentence) ? plain('result', '总领一段成绩的话') : plain('heading', '标题')
  }
  if (context.head) return plain('other', '题头（标题、文号、日期、称呼）')
  if (SALUTATION.test(sentence)) return plain('other', '称呼')
  if (isUnitMark(sentence)) return plain('other', UNIT_MARK_WHY)
  if (SIGNED.test(sentence)) return plain('other', '题头或落款')
  if (CLOSING.test(sentence)) return plain('other', '附则、落款或抄送')
  if (OPENING.test(sentence)) return plain('other', '开场或引言')
  if (sentence.length <= 40 && ANNOUNCES.test(sentence)) return plain('other', '引出下文')
  if (sentence.length < 4) return plain('other', '文字过短')
  if (/？[”’]?$/.test(sentence)) return plain('background', '设问，没有派出任务')
  if (FRAME.test(sentence) && !/\d/.test(sentence)) return plain('slogan', '指导思想，统领全局，没有具体交办事项')
  if (TOLD.test(sentence)) return plain('background', '引述上级讲话或部署')
  if (TAUGHT.test(sentence)) return plain('background', '总结认识或说明会议情况')
  if (QUOTED.test(sentence) && !/^(?:要|我们要|必须|认真|深入|全面)?(?:贯彻|落实|学习|按照)/.test(sentence)) {
    return plain('background', '引述上级讲话或部署')
  }
  if (/^我们.{0,24}[决绝]不辜负/.test(sentence)) return plain('slogan', '号召或原则，没有具体对象和动作')
  // Under 落实情况 minutes also say who does what next; that is a task wherever it stands.
  const asksNow =
    context.mode === 'result' &&
    (AHEAD.test(sentence) || DUE.test(sentence)) &&
    !PAST_STRONG.test(sentence) &&
    context.units() !== null
  if (context.mode === 'result' && !asksNow) {
    if (TROUBLE.test(sentence) && !PAST_STRONG.test(sentence)) return plain('background', '分析困难和问题')
    if (CREDITED.test(sentence)) return plain('background', '总结认识或说明会议情况')
    return plain('result', '已经做过的工作或上年成绩')
  }
  const year = /(?:^|[，。])(20\d\d)年/.exec(sentence.slice(0, 24))
  if (year && context.year !== null && Number(year[1]) < context.year && !AHEAD.test(sentence)) {
    return plain('result', '说的是往年的情况')
  }
  if (LAST_YEAR.test(sentence) && !/今年|必须|下一步|要继续/.test(sentence)) return plain('result', '说的是往年的情况')
  if (context.mode === 'plan' && OUTPACES.test(sentence) && !/[去上]年|已/.test(sentence)) {
    return plain('target', '提出了要达到的结果')
  }
  const told = context.mode !== 'background' && PAST_STRONG.test(sentence) && !AHEAD.test(sentence)
  if (told && !/^到20\d\d年/.test(sentence)) return plain('result', '说的是已经取得的结果')
  if (context.preamble && FIGURES.test(sentence) && !AHEAD.test(sentence)) return plain('result', '列举已有的数据')
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
  for (const [order, clause] of clauses.entries()) {
    const next = clauses[order + 1]
    // 治理污染，事关…: what the sentence is about, not what it asks.
    if (next && TOPIC.test(folded.slice(next.start, next.start + 16))) continue
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
  if (context.temper === 'told' && context.mode !== 'plan') return judged('result', '公报的数据，说的是已有的情况')
  if (context.temper === 'reply' && context.mode !== 'plan' && !/下一步|将(?:进一步|继续)|今后/.test(sentence)) {
    return judged('background', '答复说明情况，没有派出任务')
  }
  const targets = /[\d*＊×Ｘ○_一二三四五六七八九十]/.test(sentence) ? context.targets() : []
  // A figure in a sentence without a verb of its own is a goal only where the words around it say so.
  // Under 面临形势 a figure describes, unless the words look ahead.
  const described = context.mode === 'background' && !AHEAD.test(sentence)
  const goal = targets.length > 0 && GOAL.test(sentence) && !described
  const states = STATES.test(sentence)
  const dated = /^到20\d\d年/.test(sentence)
  // 一般性支出再压减5%，腾出的资金全部用于民生: what the saving is for makes a task of it.
  const worked = actions > reaching || WORKED.test(sentence)
  if (context.grants && GRANTED.test(sentence) && units === null && !TASK_BESIDE_GRANT.test(sentence)) {
    return judged('other', ENTITLED_WHY, targets)
  }
  if (SAID_TO_BE.test(sentence) && units === null) return judged('background', '说明形势、意义或背景')
  if (STATE_BY.test(sentence)) return judged('target', '提出了到期要达到的目标', targets)
  if (targets.length > 0 && !states && ((dated && !worked) || context.goals))
    return judged('target', '提出了数量目标', targets)
  if ((dated || GOAL_STATE.test(sentence)) && context.goals) return judged('target', '提出了到期要达到的目标')
  if (goal && (!worked || /目标(?:是|为|：)/.test(sentence)) && !states && units === null) {
    return judged('target', '提出了数量目标', targets)
  }
  if (CLOSING_CALL.test(sentence)) return judged('slogan', '号召或原则，没有具体对象和动作')
  if (ATTITUDES.test(sentence)) return judged('slogan', '力争方向的总要求，适用于各项任务')
  if (units) return judged('obligation', '写明了由谁来办', targets)
  if (GUIDING.test(sentence) && targets.length === 0) return judged('slogan', '指导思想，统领全局，没有具体交办事项')
  if (HINGES.test(sentence.replace(/[。！]$/, '')) && targets.length === 0) {
    return judged('slogan', '号召或原则，没有具体对象和动作')
  }
  if (asked === 0 && BLAMES.test(sentence)) return judged('obligation', '追责的要求', targets)
  if (asked === 0 && !states && PACED.test(sentence)) return judged('obligation', '写明了由谁办、多久一次', targets)
  if (asked === 0 && context.mode !== 'background' && BY_MONTH.test(sentence)) {
    return judged('obligation', '写明了时限和结果', targets)
  }
  if (asked === 0 && /只减不增/.test(sentence)) return judged('obligation', '写明了必须达到的结果', targets)
  if (asked === 0 && !states && BY_THEN.test(sentence)) return judged('target', '提出了到期要达到的结果', targets)
  if (asked === 0 && MODAL.test(sentence) && !states && context.named()) {
    return judged('obligation', '提出了明确要求，属于常见举措', targets)
  }
  if (asked === 0 && !states && DUE_RESULT.test(sentence)) return judged('obligation', '写明了时限和结果', targets)
  if (asked === 0 && !states && COMPLETE.test(sentence) && /必须|务必|(?:都|一律|全部)要/.test(sentence)) {
    return judged('obligation', '写明了必须达到的结果', targets)
  }
  if (asked === 0 && context.mode === 'plan' && COMPLETE.test(sentence) && !states) {
    return judged('target', '提出了要达到的结果', targets)
  }
  const entitles =
    context.grants && ENTITLES.test(sentence) && !TASK_BESIDE_GRANT.test(sentence) && !BLAMES.test(sentence)
  if (entitles) return judged('other', ENTITLED_WHY, targets)
  if (asked === 0) {
    if (goal) return judged('target', '提出了数量目标', targets)
    if (states && !(calls > 0 && /^(?:我们)?(?:要|必须|始终)/.test(sentence))) {
      return judged('background', '说明形势、意义或背景')
    }
    if (calls > 0 || CALLED.test(sentence) || sentence.endsWith('！'))
      return judged('slogan', '号召或原则，没有具体对象和动作')
    return judged('background', STATED_WHY)
  }
  if (context.mode === 'background') return judged('background', '说明形势、意义或背景')
  // One broad purpose at the end of a description or a call is its flourish, not a task.
  if (actions === 0 && (states || calls >= purposes)) {
    return states ? judged('background', '说明形势、意义或背景') : judged('slogan', '号召或原则，没有具体对象和动作')
  }
  // 坚持…，把…: a call at the head that the actions do not outweigh makes a principle of the whole sentence, unless
  // its words name a common measure or a figure.
  const first = clauses[0]
  const called = first?.kind === 'call' && CALL(folded, first.verbAt) > 0
  if (called && calls >= actions && targets.length === 0 && !context.named()) {
    return judged('slogan', '号召或原则，没有具体对象和动作')
  }
  if (states && actions === 1 && !/[，；](?:要|必须|我们要)/.test(sentence) && !ADDRESS_ALL.test(sentence)) {
    return judged('background', '说明形势、意义或背景')
  }
  return judged('obligation', actions > 0 ? '有动作、有对象，可以交办' : '提出了要达到的结果，可以交办', targets)
}
