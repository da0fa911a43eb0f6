import { addDays, daysBetween, type IsoDate } from '@yipanqi/base'
import { randomOf, type Random } from '../../random.ts'
import { documentYear } from '../../year.ts'
import { placeIn } from '../places.ts'
import { percentOf, several, shareOut, wan } from './making.ts'
import type { LedgerSample, SampleRow, SampleValue } from './types.ts'
import { worksOf, type WorkPlan } from './works-plan.ts'

/** Stages in order; a work stands in the one that its dates have reached. */
const stages = ['survey', 'planned', 'designed', 'building', 'finished', 'accepted', 'used'] as const
type Stage = (typeof stages)[number]

/** 民生项目库: 18 old quarters, 12 schools, 97 dangerous houses, 112 km of roads and what else the year has promised. */
export function livelihoodWorks(today: IsoDate): LedgerSample {
  const random = randomOf('livelihood-works')
  const year = documentYear(today)
  const plans = worksOf(year, random)
  return { library: 'livelihood-works', rows: plans.map((plan) => rowOf(plan, today, random)) }
}

/** The stage that a work has reached on `today`, with its day. */
function stageOf(plan: WorkPlan, today: IsoDate): readonly [Stage, IsoDate] {
  const marks: readonly (readonly [Stage, IsoDate])[] = [
    ['survey', addDays(plan.start, -150)],
    ['planned', addDays(plan.start, -100)],
    ['designed', addDays(plan.start, -40)],
    ['building', plan.start],
    ['finished', addDays(plan.finish, plan.late)],
    ['accepted', addDays(plan.finish, plan.late + 20)],
    ['used', addDays(plan.finish, plan.late + 50)],
  ]
  return marks.findLast(([, day]) => day <= today) ?? ['survey', today]
}

function rowOf(plan: WorkPlan, today: IsoDate, random: Random): SampleRow {
  const [stage, since] = stageOf(plan, today)
  const at = stages.indexOf(stage)
  const building = at >= stages.indexOf('building')
  const finished = at >= stages.indexOf('finished')
  const used = stage === 'used'
  const span = Math.max(1, daysBetween(plan.start, addDays(plan.finish, plan.late)))
  const progress = finished
    ? 100
    : building
      ? Math.min(95, Math.round((daysBetween(plan.start, today) / span) * 100))
      : 0
  const house = plan.kind === '农村危房改造'
  const [central, county, residents] = shareOut(plan.investment, house ? [70, 20, 10] : [45, 47, 8])
  const paid = Math.round((plan.investment * progress * (0.7 + random.next() * 0.25)) / 100)
  return {
    values: {
      name: plan.name,
      kind: plan.kind,
      source: plan.source,
      leadUnit: { unit: plan.leadUnit },
      township: { unit: plan.unit },
      ...(plan.village ? { village: plan.village } : {}),
      leader: { leader: plan.leader },
      place: { point: placeIn(plan.unit, random) },
      households: plan.households,
      householdsBasis: plan.basis,
      // Thousandths; roads are given in metres.
      quantity: plan.measure === '公里' ? plan.quantity : plan.quantity * 1000,
      measure: plan.measure,
      investment: wan(plan.investment),
      ...(plan.kind === '棚户区改造' ? {} : { fundCentral: wan(central ?? 0) }),
      fundCounty: wan(county ?? 0),
      ...(['老旧小区改造', '农村危房改造'].includes(plan.kind) ? { fundResidents: wan(residents ?? 0) } : {}),
      paid: wan(paid),
      ...(building ? { startOn: plan.start } : {}),
      plannedFinish: plan.finish,
      ...(finished ? { finishedOn: addDays(plan.finish, plan.late) } : {}),
      progress: percentOf(progress),
      progressText: textOf(stage, plan),
      ...(house ? {} : parties(plan, building, random)),
      ...(house && building ? { builder: '农户自建，镇村监督' } : {}),
      ...(used
        ? {
            satisfaction: percentOf(random.int(88, 99)),
            ...(house ? {} : { handedOn: addDays(plan.finish, plan.late + 40), caretaker: caretakerOf(plan.kind) }),
            lookBackOn: addDays(plan.finish, plan.late + 50),
          }
        : {}),
      ...(plan.late > 0 && !finished
        ? { troubles: several(random, ['资金', '居民意见', '管线', '施工力量', '天气'], 2) }
        : {}),
      ...plan.more,
    },
    stage,
    stageSince: since,
  }
}

const builders = ['青禾县城建工程公司', '云川市第三建筑公司', '青禾县宏源路桥公司', '青禾县水利工程队']

function parties(plan: WorkPlan, building: boolean, random: Random): Record<string, SampleValue> {
  if (!building) return {}
  return {
    owner: plan.unit > 'T02' && plan.kind !== '校舍维修改造' ? '所在乡镇人民政府' : '县级项目业主单位',
    surveyor: '云川市工程勘察院',
    designer: '云川市建筑设计院',
    builder: random.pick(builders),
    supervisor: '云川市建设监理公司',
    qualityNumber: `质监${random.int(1000, 9999)}`,
    safetyNumber: `安监${random.int(1000, 9999)}`,
  }
}

const caretakerOf = (kind: string): string =>
  kind === '老旧小区改造'
    ? '街道和业主自管会'
    : kind === '农村公路'
      ? '乡镇农村公路管理站'
      : kind === '校舍维修改造'
        ? '学校'
        : '所在乡镇（街道）'

function textOf(stage: Stage, plan: WorkPlan): string {
  switch (stage) {
    case 'survey':
    case 'planned':
      return '已列入年度计划，正在做前期'
    case 'designed':
      return '设计和资金已定，准备进场'
    case 'building':
      return plan.late > 0 ? '在施工，比计划慢，正在增加人手' : '在施工，按计划推进'
    case 'finished':
      return '工程内容已做完，等待验收'
    case 'accepted':
      return '验收合格，正在办移交'
    case 'used':
      return '已移交，群众在用'
  }
}
