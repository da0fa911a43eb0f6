// Our own texts for the journeys. Their days hang on the county's today, so that no run finds them in the past.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const year = (today: string): number => Number(today.slice(0, 4))
const spoken = (day: string): string => {
  const [y, m, d] = day.split('-').map(Number)
  return `${y}年${m}月${d}日`
}

export const speechTitle = '在全县工业经济和城乡建设专题会上的讲话'

/** A short speech whose units all have people in the sample county; nothing in it is left to chance. */
export function speech(today: string): string {
  const next = year(today) + 1
  return `${speechTitle}
（${spoken(today)}）
同志们：
今年以来，全县规上工业增加值增长6.8%，来之不易。下面我讲三点。
一、把项目抓实
（一）抓开工。县发改局牵头、县工信局配合，${next}年6月底前新开工亿元以上项目不少于18个。
（二）抓制度。县发改局要在${next}年3月底前印发重大项目会商制度。
（三）抓信用。县发改局要做好信用修复服务，3个工作日内办结。
二、把企业服务好
（一）抓走访。县工信局要对停产半停产企业再走访一遍，${next}年3月底前建立一企一策台账，并组织开展用工对接活动。
（二）抓融资。县金融中心要扩大首贷户，${next}年6月底前新增首贷户**户。
三、把城乡面貌抓好
县住建局要加快推进老旧小区改造，${next}年9月底前完成12个小区改造。县住建局要整治城区道路破损，${next}年5月底前修复到位。县农业农村局要整治农村人居环境，每月通报一次。
各级各部门要高度重视，切实加强组织领导。全县上下要提振精神、凝心聚力，以实际行动交出满意答卷。
`
}

/** Carries a mark of secrecy in its head: it must not get past the door. */
export const secretText = `机密★1年
关于专项工作情况的报告
县发改局要在年底前完成测试工作。
`

/** 明传电报 is no secrecy mark: the door stops and a person decides. */
export const telegramText = `明传电报
关于做好岁末年初工作的通知
各有关单位：
县发改局要在年底前建立岁末项目清单。
`

const real = join(process.env['YIPANQI_SHARED'] ?? '../shared', 'inputs/县委财经委推进会发言.txt')
/** The speech that this software was written for, where it is at hand (it is not part of the repository). */
export const realSpeech: string | null = existsSync(real) ? readFileSync(real, 'utf8') : null

export const noticeTitle = '关于抓好物流工作的通知'

/** A notice with what a clerk must decide: units of other names, working days beyond the published arrangements. */
export function notice(): string {
  return `${noticeTitle}
（2026年12月20日）
一、建设分拨中心
建成县级分拨中心2个，2027年12月底前投用。（牵头单位：省发展改革委；责任单位：县通达站）
二、开通专线
县工信局要在15个工作日内制定物流专线方案。
要培育物流骨干企业5家以上，推动企业降本增效。
去年全县货运量增长8.2%。
`
}
