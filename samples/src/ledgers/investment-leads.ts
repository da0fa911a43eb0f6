import { addDays, addMonths, type IsoDate } from '@yipanqi/base'
import { randomOf, type Random } from '../../random.ts'
import { documentYear } from '../../year.ts'
import { parkTownships } from '../places.ts'
import { chainRef, gapOf, plannedSegments, segmentRef } from './chains.ts'
import { foundedOn, sampleFirms, type SampleFirm } from './firms.ts'
import { mu, shareOut, squareMetres, wan } from './making.ts'
import { plannedProjects, type PlannedProject } from './project-plan.ts'
import { projectRef } from './projects.ts'
import type { LedgerSample, SampleRow, SampleValue } from './types.ts'

/** 236 leads, 41 of them with a signed contract: 14 + 10 + 9 + 8. */
export const leadCounts = {
  reported: 70,
  talking: 78,
  reviewed: 24,
  signed: 14,
  registered: 10,
  funded: 9,
  started: 8,
  shelved: 12,
  ended: 11,
} as const
type Stage = keyof typeof leadCounts
const stages = Object.keys(leadCounts) as Stage[]
/** 协议投资 of the 41: 68.5 亿; what came of it is another column. */
export const contractedTotal = wan(685_000)

// Rivers and hills that are in no gazetteer: investors in talks have no other name here.
const codeHeads = [...'澄霁岚汀涟漪皓晏砚峤沄湛']
const codeTails = [...'江峰原溪岭湖川洲台岸']
const origins = ['外出招商', '驻点招商', '以商招商', '商会协会', '展会推介', '上级推介', '来访自荐'] as const
const regions = ['长三角', '珠三角', '闽南', '省会', '京津冀', '成渝', '武汉周边']
const handlers = ['S03', 'S03', 'S05', 'S05', 'Z05', 'Z16', 'Z15', 'Z17', 'T03', 'T06', 'T10']

const signedOrFurther = (stage: Stage): boolean => ['signed', 'registered', 'funded', 'started'].includes(stage)

export function investmentLeads(today: IsoDate): LedgerSample {
  const random = randomOf('招商线索')
  const order = stages.flatMap((stage) => Array.from({ length: leadCounts[stage] }, () => stage))
  const signed = order.filter(signedOrFurther).length
  const contracts = shareOut(
    contractedTotal,
    Array.from({ length: signed }, () => 1 + random.next() * random.next() * 9),
    wan(100),
  )
  // What has been started became a project of a firm, under way.
  const begun = plannedProjects().filter((p) => p.stage === 'building' && p.firm?.inPark)
  const settingUp = sampleFirms().filter((f) => f.operation === '筹建')
  let nextContract = 0
  let nextFirm = 0
  let nextBegun = 0
  const rows = order.map((stage, i): SampleRow => {
    const contracted = signedOrFurther(stage) ? (contracts[nextContract++] ?? 0) : 0
    const project = stage === 'started' ? begun[nextBegun++] : undefined
    const firm = stage === 'registered' || stage === 'funded' ? settingUp[nextFirm++] : project?.firm
    const since =
      firm && stage === 'registered'
        ? foundedOn(firm, today)
        : addDays(today, -random.int(5, stage === 'reported' ? 90 : stage === 'funded' ? 30 : 200))
    return {
      values: {
        ...lead(i, stage, today, since, random),
        ...agreed(stage, contracted, since, random),
        ...landed(stage, contracted, since, today, firm, project, random),
      },
      stage,
      stageSince: since,
    }
  })
  return { library: 'investment-leads', rows }
}

function lead(i: number, stage: Stage, today: IsoDate, since: IsoDate, random: Random): Record<string, SampleValue> {
  const open = plannedSegments.filter((s) => s.strength !== '强' && s.chain.code !== 'L07')
  const segment = open[(i * 7) % open.length] as (typeof open)[number]
  const product = random.pick(segment.products)
  const handler = random.pick(handlers)
  const inPark = i % 4 !== 0
  const codeName = `${codeHeads[i % codeHeads.length] ?? ''}${codeTails[Math.floor(i / 12) % codeTails.length] ?? ''}${i >= 120 ? '二号' : '一号'}`
  const planned = random.int(3, 90) * 1000
  return {
    number: `ZS${documentYear(today)}-${String(i + 1).padStart(3, '0')}`,
    name: `${product.name}生产项目（${codeName}）`,
    codeName,
    controller: random.pick(['民营', '民营', '民营', '上市公司', '国有', '外资']),
    origin: random.pick(origins),
    region: random.pick(regions),
    secrecy: signedOrFurther(stage) ? '县内有关单位' : '专班内',
    industry: product.industry,
    chain: chainRef(segment.chain.code),
    segment: segmentRef(segment.code),
    gap: gapOf(segment) === '不招引' ? '其他' : gapOf(segment),
    firstUnit: { unit: handler },
    firstOn: stage === 'reported' ? since : addDays(since, -random.int(30, 210)),
    ...(stage === 'reported' && i % 5 === 0 ? {} : { handler: { unit: handler } }),
    leader: { leader: segment.chain.leader },
    content: `新建${product.name}生产线及配套仓储，分两期实施。`,
    planned: wan(planned),
    township: { unit: inPark ? random.pick(parkTownships) : random.pick(['T04', 'T05', 'T09', 'T11', 'T12']) },
    ...(inPark ? { park: { unit: 'S05' } } : {}),
    ...(i % 3 === 0 ? { plant: squareMetres(random.int(20, 160) * 100) } : { land: mu(random.int(15, 160)) }),
    energy: random.int(200, 6800) * 100,
    discharge: random.pick(['无工艺废水', '少量清洗废水，进园区管网', '焊接烟尘，自建处理', '天然气燃烧废气']),
  }
}

/** Review and contract. A framework agreement stays in talks, however large the sum on its cover. */
function agreed(stage: Stage, contracted: number, since: IsoDate, random: Random): Record<string, SampleValue> {
  if (signedOrFurther(stage)) {
    const promised = random.next() < 0.7
    return {
      review: random.next() < 0.8 ? '同意' : '有条件同意',
      reviewedOn: addDays(since, -random.int(150, 220)),
      ...(promised ? { promises: '租金前两年减半，设备补助按县级条款执行' } : {}),
      fairness: promised ? '已通过' : '没有政策承诺',
      contract: '正式',
      signedOn: stage === 'signed' ? since : addDays(since, -random.int(40, 140)),
      contracted,
      exitTerms: '十八个月内未动工的，无偿退回土地或厂房；已兑现的补助按比例退还。',
    }
  }
  if (stage === 'reviewed')
    return { review: random.next() < 0.5 ? '未评审' : '同意', fairness: '未审查', contract: '意向' }
  if (stage === 'talking') return { review: '未评审', contract: random.next() < 0.3 ? '框架' : '意向' }
  return {}
}

function landed(
  stage: Stage,
  contracted: number,
  since: IsoDate,
  today: IsoDate,
  firm: SampleFirm | null | undefined,
  project: PlannedProject | undefined,
  random: Random,
): Record<string, SampleValue> {
  if (stage !== 'registered' && stage !== 'funded' && stage !== 'started') return {}
  const registeredOn = stage === 'started' || !firm ? addMonths(since, -2) : foundedOn(firm, today)
  const settled = { registeredOn, ...(firm ? { enterprise: { ref: 'enterprises', key: firm.code } } : {}) }
  if (stage === 'registered') return settled
  return {
    ...settled,
    arrived: Math.round((contracted * random.int(6, stage === 'started' ? 38 : 18)) / 100 / wan(10)) * wan(10),
    arrivedProof: `到资证〔${since.slice(0, 4)}〕${random.int(10, 99)}号`,
    ...(project ? { project: projectRef(today, project), startedOn: since } : {}),
  }
}
