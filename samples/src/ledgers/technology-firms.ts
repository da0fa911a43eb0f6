import { addDays, type IsoDate } from '@yipanqi/base'
import { randomOf, type Random } from '../../random.ts'
import { documentYear } from '../../year.ts'
import { sampleFirms, type SampleFirm } from './firms.ts'
import { several, wan, weighted } from './making.ts'
import { spaceOf } from './platforms.ts'
import type { LedgerSample, SampleRow, SampleValue } from './types.ts'

/** Titles overlap: 31 of the 137 科小 are also 高企, 19 of the 22 专精特新 too. */
const counts = { high: 46, smallOnly: 106, smallAndHigh: 31, special: 22, specialAndHigh: 19, nurture: 20 } as const

const fields: Readonly<Record<string, string>> = {
  C13: '高技术服务',
  C27: '生物与新医药',
  C26: '新材料',
  C29: '新材料',
  C30: '新材料',
  C39: '电子信息',
  I65: '电子信息',
  C46: '资源与环境',
}

/** 科技企业库: 46 高企, 137 科小, 22 专精特新 and twenty on their way. */
export function technologyFirms(today: IsoDate): LedgerSample {
  const random = randomOf('technology-firms')
  const makers = sampleFirms()
    .filter((f) => /^[CI]/.test(f.industry) && f.operation === '在营')
    .toSorted((a, b) => b.research - a.research || b.revenue - a.revenue)
  const firms = makers.slice(
    0,
    counts.high + counts.smallOnly + counts.special - counts.specialAndHigh + counts.nurture,
  )
  return { library: 'technology-firms', rows: firms.map((firm, i) => rowOf(firm, i, today, random)) }
}

/** What a 高企 of this revenue has to spend on research (国科发火〔2016〕32号), with a little to spare. */
const leastResearch = (revenue: number): number =>
  revenue <= wan(5000) ? 0.051 : revenue <= wan(20_000) ? 0.041 : 0.031

function titlesOf(index: number): string[] {
  const high = index < counts.high
  // The smaller of the 高企 are 科小 as well, the larger ones 专精特新.
  const small = high ? index >= counts.high - counts.smallAndHigh : index < counts.high + counts.smallOnly
  const onlySpecial =
    index >= counts.high + counts.smallOnly &&
    index < counts.high + counts.smallOnly + counts.special - counts.specialAndHigh
  const special = high ? index < counts.specialAndHigh : onlySpecial
  return [
    ...(high ? ['高新技术企业'] : []),
    ...(small ? ['科技型中小企业'] : []),
    ...(special ? ['专精特新中小企业'] : []),
    ...(index < 2 ? ['专精特新“小巨人”企业'] : []),
  ]
}

function rowOf(firm: SampleFirm, index: number, today: IsoDate, random: Random): SampleRow {
  const year = documentYear(today)
  const titles = titlesOf(index)
  const high = titles.includes('高新技术企业')
  const stage = high
    ? 'certified'
    : index < counts.high + 9
      ? 'assessed'
      : index < counts.high + 16
        ? 'applied'
        : index === 70 || index === 71
          ? 'lapsed'
          : 'nurture'
  const until = high ? addDays(today, random.int(25, 1050)) : addDays(today, -random.int(30, 300))
  const ready = high || stage === 'assessed' || stage === 'applied'
  const counted = firm.research > 0 ? firm.research : Math.round((firm.revenue * random.int(30, 90)) / 1000)
  const research = ready ? Math.max(counted, Math.ceil(firm.revenue * leastResearch(firm.revenue))) : counted
  const space = spaceOf(firm, index)
  const values: Record<string, SampleValue> = {
    name: firm.name,
    enterprise: { ref: 'enterprises', key: firm.code },
    township: { unit: firm.township },
    ...(firm.inPark ? { park: { unit: 'S05' } } : {}),
    ...(space ? { platform: space } : {}),
    foundedOn: `${year - firm.age}-${firm.founded}`,
    field: fields[firm.industry] ?? '先进制造与自动化',
    growth: weighted(random, [
      ['初创期', high ? 1 : 5],
      ['成长期', 8],
      ['成熟期', high ? 5 : 2],
    ]),
    ...(titles.length > 0 ? { titles } : {}),
    ...(high || stage === 'lapsed'
      ? {
          certificateNumber: `GR${Number(until.slice(0, 4)) - 3}000${String(index + 1).padStart(5, '0')}`,
          certificateUntil: until,
        }
      : {}),
    ...(titles.includes('科技型中小企业')
      ? { smallNumber: `${year}000000${String(80_000 + index)}`, smallYear: year }
      : {}),
    ...(titles.includes('专精特新中小企业') ? { specialisedUntil: addDays(today, random.int(90, 1000)) } : {}),
    revenue: firm.revenue,
    researchTax: research,
    // The two ways of counting seldom agree.
    researchStatistics: firm.research > 0 ? firm.research : Math.round(counted * 0.94),
    employees: firm.staff,
    techStaff: Math.max(1, Math.ceil(firm.staff * (ready ? 0.11 + random.next() * 0.14 : 0.04 + random.next() * 0.12))),
    rightsFirst: high ? random.int(1, 9) : ready ? 1 : random.int(0, 1),
    rightsSecond: high ? random.int(6, 34) : random.int(0, 9),
    selfScore: ready ? random.int(71, 92) : random.int(38, 74),
    whiteList: titles.length > 0 && random.next() < 0.6,
    serviceUnit: { unit: firm.inPark ? 'S05' : 'Z04' },
    ...(random.next() < 0.3
      ? {
          needs:
            several(
              random,
              ['需要检验检测设备共享', '想找高校合作改进工艺', '缺一名材料方向的工程师', '希望参加揭榜攻关'],
              1,
            )[0] ?? null,
        }
      : {}),
  }
  if (values['whiteList'] === true) {
    values['whiteListOn'] = addDays(today, -random.int(20, 400))
    values['credited'] = wan(random.int(8, 120) * 10)
  }
  return { values, stage, stageSince: high ? addDays(until, -1095) : addDays(today, -random.int(10, 400)) }
}
