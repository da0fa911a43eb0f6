import { addDays, type IsoDate } from '@yipanqi/base'
import { randomOf } from '../../random.ts'
import { documentYear } from '../../year.ts'
import { placeIn } from '../places.ts'
import { sampleFirms, type SampleFirm } from './firms.ts'
import { squareMetres, several, wan } from './making.ts'
import type { LedgerSample, RecordRef, SampleRow, SampleValue } from './types.ts'

type Short = readonly [
  name: string,
  kind: string,
  level: string,
  operator: string,
  nature: string,
  unit: string,
  leadUnit: string,
  stage: 'planned' | 'building' | 'running' | 'recognised',
  /** Years that it has run. */
  years: number,
]

const rows: readonly Short[] = [
  [
    '青禾科创孵化器',
    '科技企业孵化器',
    '未认定',
    '青禾县国有资本投资运营集团有限公司',
    '国有',
    'T03',
    'Z04',
    'building',
    0,
  ],
  ['禾苗众创空间', '众创空间', '市级', '青禾经济开发区管理委员会', '国有', 'T03', 'Z04', 'recognised', 6],
  ['城西电商众创空间', '众创空间', '县级', '青禾县城西电商产业园运营公司', '民营', 'T02', 'Z16', 'recognised', 4],
  ['田园创客空间', '众创空间', '未认定', '大禾镇农业服务中心', '国有', 'T06', 'Z15', 'running', 2],
  ['开发区中小企业加速器', '加速器', '未认定', '青禾经济开发区管理委员会', '国有', 'T03', 'S05', 'planned', 0],
  ['青禾县科技综合服务平台', '科技服务平台', '县级', '青禾县科学技术局', '国有', 'T01', 'Z04', 'recognised', 3],
  ['粮油检验检测公共服务平台', '科技服务平台', '市级', '青禾县市场监督管理局', '国有', 'T03', 'Z22', 'recognised', 5],
  ['知识产权和成果转化服务站', '科技服务平台', '未认定', '青禾县市场监督管理局', '国有', 'T01', 'Z22', 'running', 1],
  ['稻米精深加工创新联合体', '创新联合体', '县级', '牵头龙头企业', '混合', 'T06', 'Z04', 'running', 1],
  ['智能家居五金创新联合体', '创新联合体', '未认定', '牵头龙头企业', '混合', 'T03', 'Z04', 'planned', 0],
  ['电子元件可靠性共性技术平台', '共性技术平台', '未认定', '牵头龙头企业', '民营', 'T10', 'Z04', 'building', 0],
  ['稻米加工技术创新中心', '技术创新中心', '市级', '依托企业', '民营', 'T06', 'Z04', 'recognised', 5],
  ['人造板材技术创新中心', '技术创新中心', '市级', '依托企业', '民营', 'T10', 'Z04', 'recognised', 3],
  ['优质稻种质重点实验室', '重点实验室', '市级', '青禾县农业科学研究所', '高校院所', 'T06', 'Z15', 'recognised', 7],
  ['高山茶专家工作站', '院士专家工作站', '市级', '茶坑乡茶业合作社', '民营', 'T15', 'G06', 'recognised', 4],
  ['板材家居企业技术中心', '企业技术中心', '省级', '依托企业', '民营', 'T03', 'Z05', 'recognised', 6],
  ['电子元件企业技术中心', '企业技术中心', '市级', '依托企业', '民营', 'T10', 'Z05', 'recognised', 4],
  ['粮油食品企业技术中心', '企业技术中心', '市级', '依托企业', '民营', 'T06', 'Z05', 'recognised', 5],
  ['小家电企业技术中心', '企业技术中心', '市级', '依托企业', '民营', 'T03', 'Z05', 'recognised', 2],
]

const spaces = rows.filter(([, kind]) => kind === '众创空间').map(([name, , , , , unit]) => ({ name, unit }))

/** The space that a young firm sits in, if any. */
export function spaceOf(firm: SampleFirm, index: number): RecordRef | null {
  if (firm.aboveScale !== null || index % 3 !== 0) return null
  const space = spaces.find((s) => s.unit === firm.township)
  return space ? { ref: 'platforms', key: space.name } : null
}

/** 载体库: nineteen, one incubator of the county's own being built. */
export function platforms(today: IsoDate): LedgerSample {
  const random = randomOf('platforms')
  const year = documentYear(today)
  const leaders = sampleFirms()
    .filter((f) => f.aboveScale === '规上工业')
    .toSorted((a, b) => b.research - a.research)
  const found: SampleRow[] = rows.map(([name, kind, level, operator, nature, unit, leadUnit, stage, years], i) => {
    const firm = operator === '依托企业' || operator === '牵头龙头企业' ? leaders[i] : null
    const spacey = ['科技企业孵化器', '众创空间', '加速器'].includes(kind)
    const running = stage === 'running' || stage === 'recognised'
    const startedOn = `${year - years}-${String(3 + (i % 7)).padStart(2, '0')}-18`
    const total = spacey ? random.int(16, 98) * 100 : random.int(3, 22) * 100
    const firms = spacey && running ? random.int(14, 46) : 0
    const values: Record<string, SampleValue> = {
      name,
      kind,
      level,
      operator: firm?.name ?? operator,
      ...(firm ? { enterprise: { ref: 'enterprises', key: firm.code } } : {}),
      nature,
      township: { unit },
      leadUnit: { unit: leadUnit },
      place: { point: placeIn(unit, random) },
      ...(running ? { startedOn } : {}),
      ...(stage === 'recognised'
        ? {
            recognition: `${level === '县级' ? '青' : level === '省级' ? '江' : '云'}科认〔${year - years + 1}〕${7 + i}号`,
            recognisedOn: `${year - years + 1}-11-20`,
            grade: random.pick(['优秀', '良好', '良好', '合格']),
            gradeYear: year - 1,
          }
        : {}),
      areaOwn: squareMetres(total * 0.12),
      areaFirms: squareMetres(spacey ? total * 0.66 : 0),
      areaShared: squareMetres(spacey ? total * 0.22 : total * 0.88),
      services: several(
        random,
        ['科技资源', '事务代理', '信息咨询', '检验检测', '担保融资', '成果转化', '人才培训'],
        random.int(2, 4),
      ),
      ...(running ? { contracts: random.int(3, 60), contractAmount: wan(random.int(12, 480)) } : {}),
      ...(spacey && running
        ? {
            firms,
            techFirms: Math.floor(firms * 0.4),
            graduated: random.int(2, 5 * years),
            funded: Math.floor(firms * 0.12),
            fund: wan(random.int(50, 300)),
            jobs: firms * random.int(4, 8),
            incomeRent: wan(random.int(30, 70)),
            incomeService: wan(random.int(24, 60)),
            incomeInvestment: wan(random.int(0, 12)),
            incomeSubsidy: wan(random.int(10, 40)),
          }
        : {}),
    }
    const since =
      stage === 'recognised'
        ? `${year - years + 1}-11-20`
        : stage === 'running'
          ? startedOn
          : addDays(today, -random.int(60, 260))
    return { values, stage, stageSince: since }
  })
  return { library: 'platforms', rows: found }
}
