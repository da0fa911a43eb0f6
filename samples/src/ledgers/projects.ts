import { addDays, addMonths, type IsoDate } from '@yipanqi/base'
import { randomOf, type Random } from '../../random.ts'
import { documentYear } from '../../year.ts'
import { chainRef } from './chains.ts'
import { mu, personName, phoneNumber, shareOut, wan } from './making.ts'
import { hasStarted, plannedProjects, type PlannedProject, type ProjectStage } from './project-plan.ts'
import type { Category } from './project-names.ts'
import type { LedgerSample, RecordRef, SampleRow, SampleValue } from './types.ts'

/** Department, leader, and who builds for the county. */
const charge: Readonly<Record<Category, readonly (readonly [department: string, leader: string, owner: string])[]>> = {
  工业: [['Z05', 'L10', '']],
  农业: [['Z15', 'L12', '青禾县农业农村局']],
  服务业: [
    ['Z16', 'L10', '青禾县商务局'],
    ['Z17', 'L13', '青禾县文化广电和旅游局'],
  ],
  基础设施: [
    ['Z13', 'L11', '青禾县交通运输局'],
    ['Z14', 'L12', '青禾县水利局'],
    ['Z12', 'L11', '青禾县住房和城乡建设局'],
  ],
  社会民生: [
    ['Z03', 'L13', '青禾县教育局'],
    ['Z18', 'L13', '青禾县卫生健康局'],
    ['Z12', 'L11', '青禾县住房和城乡建设局'],
    ['Z07', 'L13', '青禾县民政局'],
  ],
  生态环保: [
    ['C02', 'L11', '云川市生态环境局青禾县分局'],
    ['Z11', 'L11', '青禾县自然资源局'],
  ],
  园区配套: [['S05', 'L10', '青禾县国有资本投资运营集团有限公司']],
}
const obstacles = [
  '林地手续未批',
  '征收还剩两户没签',
  '用电增容等排期',
  '专项债额度没下达',
  '施工图审查退回修改',
  '企业资金没到位',
  '与管线交叉要迁改',
]

/** Days that a project has stood in its stage: most move on, some have been left. */
const waited: Readonly<Record<ProjectStage, readonly [number, number]>> = {
  planned: [10, 420],
  reserve: [15, 460],
  preparing: [8, 330],
  building: [20, 780],
  finished: [6, 170],
  producing: [10, 240],
}

/** How others refer to a project: by its code where it has one. */
export const projectRef = (today: IsoDate, project: PlannedProject): RecordRef => ({
  ref: 'projects',
  key: codeOf(today, project) ?? project.name,
})

/** 2503-000000-04-01-000123: of the fictional region. Planned ones have none, of those in reserve two of three. */
function codeOf(today: IsoDate, { at, stage }: PlannedProject): string | null {
  if (stage === 'planned' || (stage === 'reserve' && at % 3 === 0)) return null
  const year = documentYear(today) - (hasStarted(stage) ? 2 : 1)
  const month = String((at % 12) + 1).padStart(2, '0')
  return `${String(year).slice(2)}${month}-000000-04-${at % 5 === 0 ? '02' : '01'}-${String(at * 7 + 1000).padStart(6, '0')}`
}

export function projects(today: IsoDate): LedgerSample {
  const random = randomOf('项目库')
  const rows = plannedProjects().map((project): SampleRow => {
    const [least, most] = waited[project.stage]
    const stageSince = addDays(today, -random.int(least, most))
    return {
      values: {
        ...what(project, today, random),
        ...money(project, today, stageSince, random),
        ...progress(project, stageSince, random),
      },
      stage: project.stage,
      stageSince,
    }
  })
  return { library: 'projects', rows }
}

function what(project: PlannedProject, today: IsoDate, random: Random): Record<string, SampleValue> {
  const { firm, category, township, inPark } = project
  const [department, leader, owner] = charge[category][project.at % charge[category].length] ?? [
    'Z02',
    'L04',
    '青禾县发展和改革局',
  ]
  const code = codeOf(today, project)
  const year = documentYear(today)
  const startMonth = String((project.at % 12) + 1).padStart(2, '0')
  return {
    name: project.name,
    ...(code ? { code } : {}),
    category,
    nature: /改造|更新|维修|加固/.test(project.name)
      ? firm
        ? '技术改造'
        : '改建'
      : /扩/.test(project.name)
        ? '扩建'
        : '新建',
    ...(firm
      ? { industry: firm.industry, enterprise: { ref: 'enterprises', key: firm.code }, ownerCode: firm.code }
      : {}),
    ...(firm?.chain ? { chain: chainRef(firm.chain) } : {}),
    content: `${firm ? '新建厂房和生产线，购置设备' : '新建及改造'}，按批准的规模实施，配套供电、给排水和消防。`,
    investor: firm ? '民企' : category === '园区配套' ? '国企' : '政府',
    track: firm ? (firm.industry === 'D44' ? '核准' : '备案') : '审批',
    owner: firm?.name ?? owner,
    township: { unit: township },
    ...(inPark ? { park: { unit: 'S05' } } : {}),
    position: { point: project.place },
    department: { unit: department },
    leadUnit: { unit: inPark ? 'S05' : firm ? township : department },
    leader: { leader },
    contact: personName(random),
    contactPhone: phoneNumber(random),
    yearClass: project.yearClass,
    level: project.level,
    startPlan: `${hasStarted(project.stage) ? year - 1 : project.yearClass === '新开工' ? year : year + 1}-${startMonth}`,
    finishPlan: `${hasStarted(project.stage) ? year : year + 2}-${startMonth}`,
    ...(firm || inPark || category === '社会民生' ? { land: mu(random.int(600, 9000) / 100) } : {}),
    energyReview: firm && project.total > wan(50_000) ? (hasStarted(project.stage) ? '已批复' : '办理中') : '不涉及',
    environmentReview: hasStarted(project.stage) ? '已批复' : project.stage === 'preparing' ? '办理中' : '未办',
  }
}

/** Sources that add up to the whole, and what has been done of it. */
function money(project: PlannedProject, today: IsoDate, since: IsoDate, random: Random): Record<string, SampleValue> {
  const { total, yearPlan, firm, stage } = project
  const parts = firm
    ? [0, 0, 0, 0, 60, 40]
    : [random.int(10, 40), random.int(0, 50), random.int(0, 20), random.int(5, 30), 0, random.int(0, 10)]
  const [central = 0, bond = 0, ultraLong = 0, countyFunds = 0, ownFunds = 0, otherFunds = 0] = shareOut(
    total,
    parts,
    wan(1),
  )
  const sources = { central, bond, ultraLong, countyFunds, ownFunds, otherFunds }
  const filled = Object.fromEntries(Object.entries(sources).filter(([, v]) => v > 0))
  if (!hasStarted(stage)) return { total, ...(yearPlan > 0 ? { yearPlan, yearDone: 0 } : {}), ...filled }
  // The year's plan by the months that have passed, some ahead, some behind; what is finished has spent it all.
  const passed = Number(today.slice(5, 7)) / 12
  const share = stage === 'building' ? Math.min(1, passed * (0.55 + random.next() * 0.7)) : 1
  const yearDone = Math.round((yearPlan * share) / wan(1)) * wan(1)
  const before =
    stage === 'building'
      ? Math.max(
          0,
          Math.round(((total - yearPlan) * (since < `${documentYear(today)}-01-01` ? 0.6 : 0)) / wan(1)) * wan(1),
        )
      : total - yearDone
  const totalDone = yearDone + before
  return {
    total,
    yearPlan,
    yearDone,
    totalDone,
    ...filled,
    arrived: Math.round((total * random.int(50, 100)) / 100 / wan(1)) * wan(1),
    paid: Math.round((totalDone * random.int(62, 97)) / 100 / wan(1)) * wan(1),
  }
}

function progress(project: PlannedProject, since: IsoDate, random: Random): Record<string, SampleValue> {
  const { stage, at } = project
  if (!hasStarted(stage))
    return { statistics: project.statistics, ...(at % 7 === 0 ? { obstacle: random.pick(obstacles) } : {}) }
  const back = { building: 0, finished: 16, producing: 22 }[stage as 'building' | 'finished' | 'producing']
  const startedOn = addMonths(since, -back)
  const year = startedOn.slice(0, 4)
  return {
    startedOn,
    startProof:
      at % 9 === 0
        ? ['施工许可或开工报告']
        : ['施工许可或开工报告', ...(at % 2 === 0 ? ['桩基或基础影像'] : []), '首笔工程款支付'],
    landPaper: `青自然资建〔${year}〕${at + 11}号`,
    permit: `000000${year}${String(at).padStart(6, '0')}01`,
    ...(stage === 'building' ? {} : { finishedOn: stage === 'finished' ? since : addMonths(since, -5) }),
    ...(stage === 'producing' ? { producedOn: since } : {}),
    progress:
      stage === 'building'
        ? random.pick([
            '基础施工完成，主体施工到二层',
            '主体封顶，正在砌筑',
            '设备进场安装',
            '路基完成，正在铺设垫层',
            '管网完成六成',
          ])
        : stage === 'finished'
          ? '已完工，正在办验收和决算'
          : '已投用，正在爬坡',
    ...(stage === 'building' && at % 6 === 0 ? { obstacle: random.pick(obstacles) } : {}),
    statistics: project.statistics,
    ...(project.statistics === '已入'
      ? { statisticsCode: `TZ${String(at + 1).padStart(5, '0')}`, firstReport: addMonths(startedOn, 1).slice(0, 7) }
      : {}),
  }
}
