// Four resolutions are shared out by township with a table of their own: one matter for each, with its own figure.
import type { MatterSpec } from '../matter.ts'
import type { SampleUnit, Story } from '../types.ts'
import { ruralCodes, townshipCodes } from './townships.ts'

/** 撂荒地 in 亩 and ditches in 公里, in the order of the annexed table. */
const fallow = [420, 380, 510, 260, 640, 450, 300, 280, 520, 350, 240, 720, 680, 590]
const ditches = [12, 15, 9, 21, 14, 11, 18, 16, 13, 17, 22, 8, 7, 10]
const contracts = [86, 74, 168, 192, 141, 205, 156, 133, 147, 129, 118, 162, 110, 94, 88, 102]

/** Townships whose matter is not simply on its way. */
const fallowStories: Readonly<Record<string, Story>> = { T14: 'yellow', T09: 'yellow', T15: 'grey' }
const ditchStories: Readonly<Record<string, Story>> = { T06: 'yellow', T13: 'red', T16: 'grey' }
const contractStories: Readonly<Record<string, Story>> = { T04: 'yellow', T10: 'done', T12: 'grey' }
const cleaningStories: Readonly<Record<string, Story>> = { T08: 'grey', T15: 'grey' }

interface Batch {
  readonly codes: readonly string[]
  readonly row: (unit: SampleUnit, i: number) => Omit<MatterSpec, 'id' | 'lead' | 'leader'>
  readonly leader: string
}

const batches: readonly Batch[] = [
  {
    codes: ruralCodes,
    leader: 'L12',
    row: (unit, i) => ({
      quote: '由各镇、乡负责，按附表所列面积完成撂荒地复耕，11月底前全面验收',
      title: `完成撂荒地复耕${fallow[i]}亩（${unit.short}）`,
      kind: '指标',
      attitude: '快干',
      with: '农业农村局：技术指导和验收；自然资源局：地类核对',
      done: `县级验收并上图入库的复耕面积达到${fallow[i]}亩`,
      target: `撂荒地复耕>=${fallow[i]}亩`,
      by: '11-30',
      story: fallowStories[unit.code],
    }),
  },
  {
    codes: townshipCodes,
    leader: 'L12',
    row: (unit, i) => ({
      quote: '由各乡镇、街道负责，对农村集体“三资”合同逐份清理规范，年底前完成建账',
      title: `清理规范农村集体“三资”合同${contracts[i]}份（${unit.short}）`,
      kind: '清查建账',
      attitude: '干好',
      with: '农业农村局：业务指导；纪委监委：接收移送；审计局：抽查',
      done: '逐份有清理结论并录入农村集体资产系统',
      target: `集体“三资”合同=${contracts[i]}份`,
      by: '12-31',
      story: contractStories[unit.code],
    }),
  },
  {
    codes: ruralCodes,
    leader: 'L12',
    row: (unit, i) => ({
      quote: '由各镇、乡负责，按附表所列长度完成沟渠清淤，年底前通水见效',
      title: `完成沟渠清淤${ditches[i]}公里（${unit.short}）`,
      kind: '指标',
      attitude: '快干',
      with: '水利局：技术指导和验收；财政局：奖补资金',
      done: `县级验收的清淤长度达到${ditches[i]}公里`,
      target: `沟渠清淤>=${ditches[i]}公里`,
      by: '12-31',
      story: ditchStories[unit.code],
    }),
  },
  {
    codes: townshipCodes,
    leader: 'L12',
    row: (unit) => ({
      quote: '由各乡镇、街道负责，每月开展一次村庄（社区）清洁行动，做到月月有检查',
      title: `开展${unit.code < 'T03' ? '社区' : '村庄'}清洁行动（${unit.short}，每月）`,
      kind: '常态',
      attitude: '干好',
      with: '农业农村局：督导检查；城管局：垃圾收运',
      done: '每月检查记录和问题整改清单',
      story: cleaningStories[unit.code],
    }),
  },
]

/** 60 matters, numbered on from the resolutions that name one lead. */
export function townshipMatters(units: readonly SampleUnit[], firstNumber: number): readonly MatterSpec[] {
  let next = firstNumber
  return batches.flatMap(({ codes, row, leader }) =>
    codes.map((code, i) => {
      const unit = units.find((u) => u.code === code)
      if (!unit) throw new Error(`no township ${code}`)
      const { story, ...rest } = row(unit, i)
      return { ...rest, ...(story ? { story } : {}), id: `常-${next++}`, lead: unit.short, leader }
    }),
  )
}
