import type { IsoDate } from '@yipanqi/base'
import { randomOf, type Random } from '../../random.ts'
import { documentYear } from '../../year.ts'
import { chainRef, chainSeats, segmentRef } from './chains.ts'
import { foundedOn, sampleFirms, type SampleFirm } from './firms.ts'
import { personName, phoneNumber, wan } from './making.ts'
import { townNames } from './project-names.ts'
import type { LedgerSample, SampleRow, SampleValue } from './types.ts'

const roads = ['兴禾路', '工业大道', '望江路', '创业路', '迎宾大道', '滨河路', '丰收路', '学府路']
const serviceUnits = ['Z05', 'Z02', 'Z16', 'Z04', 'Z22', 'Z10', 'Z09', 'S05', 'S01', 'S02', 'C09', 'Z15', 'Z17', 'Z12']
const serviceLeaders = ['L02', 'L03', 'L04', 'L05', 'L06', 'L07', 'L08', 'L09', 'L10', 'L11', 'L12', 'L13', 'L14']
/** 服务专员 of the 287 firms. */
const officers = 164

/** 企业库: last year's figures, 287 firms with an officer of their own. */
export function enterprises(today: IsoDate): LedgerSample {
  const year = documentYear(today)
  const random = randomOf('企业库')
  const people = Array.from({ length: officers }, () => ({ name: personName(random), phone: phoneNumber(random) }))
  const seats = new Map(chainSeats().map((s) => [s.firm.code, s]))
  let served = 0
  const rows = sampleFirms().map((firm, i): SampleRow => {
    const officer = firm.served ? people[served++ % officers] : undefined
    const seat = seats.get(firm.code)
    return {
      values: {
        ...identity(firm, today, random, i),
        ...(firm.chain ? { chain: chainRef(firm.chain) } : {}),
        ...(seat && seat.chain === firm.chain ? { segment: segmentRef(seat.segment) } : {}),
        ...figures(firm, year, random),
        ...(officer ? service(officer, random, served) : {}),
      },
    }
  })
  return { library: 'enterprises', rows }
}

function identity(firm: SampleFirm, today: IsoDate, random: Random, i: number): Record<string, SampleValue> {
  const address = `青禾县${townNames[firm.township] ?? ''}${random.pick(roads)}${random.int(1, 288)}号`
  const year = documentYear(today)
  const elsewhere = random.next() < 0.05
  const industrial = /^[BCD]/.test(firm.industry)
  return {
    name: firm.name,
    creditCode: firm.code,
    operation: firm.operation,
    industry: firm.industry,
    registration: firm.name.includes('股份') ? '股份有限公司' : '有限责任公司',
    holding: i % 37 === 0 ? '国有控股' : i % 53 === 0 ? '港澳台商控股' : '私人控股',
    foundedOn: foundedOn(firm, today),
    capital: wan(random.pick([50, 100, 200, 300, 500, 800, 1000, 2000, 3000, 5000])),
    township: { unit: firm.township },
    ...(firm.inPark ? { park: { unit: 'S05' } } : {}),
    registeredAddress: elsewhere ? `青禾县青源街道${random.pick(roads)}${random.int(1, 288)}号` : address,
    businessAddress: address,
    elsewhere,
    position: { point: firm.place },
    ...(industrial
      ? {
          tenure: firm.parcels.length > 0 ? (firm.rented > 0 ? '自有加租赁' : '自有') : '租赁',
          land: firm.parcels.reduce((sum, p) => sum + p, firm.rented),
        }
      : {}),
    scale: firm.scale,
    ...(firm.aboveScale
      ? {
          aboveScale: firm.aboveScale,
          listedIn: `${year - Math.max(1, Math.min(firm.age - 1, random.int(1, 9)))}-${random.pick(['02', '05', '08', '11', '12'])}`,
        }
      : {}),
    perMu: firm.perMu,
    ...(nurtureOf(firm, i).length > 0 ? { nurture: nurtureOf(firm, i) } : {}),
  }
}

/** Close to the threshold: 升规. Largest: 龙头倍增. */
function nurtureOf(firm: SampleFirm, i: number): string[] {
  const wanRevenue = firm.revenue / wan(1)
  if (!firm.aboveScale && /^[BCD]/.test(firm.industry) && wanRevenue >= 1600) return ['升规']
  if (firm.aboveScale !== '规上工业') return []
  if (wanRevenue >= 50_000) return ['专精特新', '龙头倍增']
  return i % 4 === 0 ? ['专精特新'] : []
}

function figures(firm: SampleFirm, year: number, random: Random): Record<string, SampleValue> {
  const industrial = /^[BCD]/.test(firm.industry)
  const added = Math.round((firm.revenue * random.int(18, 29)) / 100 / wan(0.01)) * wan(0.01)
  // kWh and tons of coal for a 万元 of revenue, by what kilns, looms and lathes take.
  const heavy = firm.industry === 'C30' || firm.industry === 'D44' ? 6 : 1
  const power = Math.round((firm.revenue / wan(1)) * random.int(180, 420) * heavy)
  return {
    dataYear: year - 1,
    revenue: firm.revenue,
    tax: firm.tax,
    staff: firm.staff,
    ...(industrial
      ? {
          addedValue: added,
          power,
          energy: Math.round(power * 1.229),
          discharge: random.int(200, 42_000),
          basis: firm.aboveScale ? '企业自报并经核对' : '政务数据共享目录',
        }
      : { basis: '政务数据共享目录' }),
    ...(firm.research > 0 ? { research: firm.research } : {}),
    ...(industrial && firm.parcels.length === 0
      ? { landlord: random.pick(['青禾县国有资本投资运营集团有限公司', '开发区标准厂房']) }
      : {}),
  }
}

const service = (
  officer: { readonly name: string; readonly phone: string },
  random: Random,
  at: number,
): Record<string, SampleValue> => ({
  legalPerson: personName(random),
  serviceLeader: { leader: serviceLeaders[at % serviceLeaders.length] ?? 'L10' },
  serviceUnit: { unit: serviceUnits[at % serviceUnits.length] ?? 'Z05' },
  serviceOfficer: officer.name,
  officerPhone: officer.phone,
  contact: personName(random),
  contactPhone: phoneNumber(random),
})
