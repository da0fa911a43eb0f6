import { addDays, type IsoDate } from '@yipanqi/base'
import { randomOf } from '../../random.ts'
import { sampleFirms } from './firms.ts'
import { personName, phoneNumber, several, wan } from './making.ts'
import type { LedgerSample, SampleRow } from './types.ts'

/** Where the fourteen stand: nobody has been listed yet. */
const standing = [
  'tutoring',
  'tutoring',
  'reform',
  'reform',
  'reform',
  'paused',
  ...Array.from({ length: 8 }, () => 'nurture'),
] as const
const boards = [
  '北交所',
  '创业板',
  '北交所',
  '北交所',
  '新三板',
  '北交所',
  '新三板',
  '北交所',
  '新三板',
  '未定',
  '科创板',
  '新三板',
  '未定',
  '未定',
] as const
const all = ['市场监管', '税务', '自然资源', '住建', '人社', '公积金', '生态环境', '应急', '消防', '法院'] as const

/** 上市后备库: fourteen of the county's larger makers. */
export function listingCandidates(today: IsoDate): LedgerSample {
  const random = randomOf('listing-candidates')
  const year = Number(today.slice(0, 4))
  // Those that do research and earn most are who a securities house looks at.
  const firms = sampleFirms()
    .filter((f) => f.aboveScale === '规上工业' && f.operation === '在营')
    .toSorted((a, b) => b.research - a.research)
    .slice(0, standing.length)
  const rows: SampleRow[] = firms.map((firm, i) => {
    const stage = standing[i] ?? 'nurture'
    const reformed = stage === 'tutoring' || stage === 'reform'
    const profit = Math.round(firm.revenue * (0.05 + random.next() * 0.07))
    const needed = reformed ? several(random, all, 8) : []
    const flaws =
      stage === 'tutoring'
        ? ['社保公积金']
        : several(random, ['历史沿革', '土地', '房产', '社保公积金', '环保'], random.int(1, 3))
    const reformedOn = addDays(today, -random.int(120, 700))
    return {
      values: {
        name: firm.name,
        enterprise: { ref: 'enterprises', key: firm.code },
        industry: firm.industry,
        township: { unit: firm.township },
        board: boards[i] ?? '未定',
        tier: stage === 'tutoring' || i < 4 ? '上市后备层' : i < 9 ? '新三板后备层' : '基础层',
        registers: i < 3 ? ['县级', '市级', '省级'] : i < 8 ? ['县级', '市级'] : ['县级'],
        enteredOn: addDays(today, -random.int(40, 900)),
        plannedYear: year + (stage === 'tutoring' ? 1 : reformed ? 2 : 3),
        revenue: firm.revenue,
        profit,
        profitBefore: Math.round(profit * (0.8 + random.next() * 0.25)),
        netAssets: Math.round(firm.revenue * 0.46),
        research: firm.research,
        equityRaised: wan(reformed ? random.int(500, 4200) : 0),
        ...(reformed || i % 3 === 0 ? { broker: '江岭证券' } : {}),
        ...(reformed ? { lawyers: '云川衡正律师事务所', accountants: '江岭信禾会计师事务所', reformedOn } : {}),
        ...(stage === 'tutoring' ? { tutoredOn: addDays(reformedOn, 90) } : {}),
        flaws,
        flawText: `已列出问题清单，${flaws[0]}一项正在整改。`,
        ...(needed.length > 0
          ? { certificates: needed, certificatesGiven: needed.slice(0, stage === 'tutoring' ? 7 : 3) }
          : {}),
        leader: { leader: i % 3 === 0 ? 'L04' : 'L10' },
        serviceUnit: { unit: i % 2 === 0 ? 'S01' : 'Z05' },
        contact: personName(random),
        contactPhone: phoneNumber(random),
      },
      stage,
      stageSince:
        stage === 'tutoring'
          ? addDays(reformedOn, 90)
          : stage === 'reform'
            ? reformedOn
            : addDays(today, -random.int(30, 500)),
    }
  })
  return { library: 'listing-candidates', rows }
}
