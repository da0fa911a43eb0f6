import { addDays, addMonths, type IsoDate } from '@yipanqi/base'
import { randomOf, type Random } from '../../random.ts'
import { documentYear } from '../../year.ts'
import { plotAround } from '../places.ts'
import { mu, percentOf, wan } from './making.ts'
import { sampleParcels, type SampleParcel } from './parcels.ts'
import type { LedgerSample, SampleRow, SampleValue } from './types.ts'

/** Where the 27 stand: fourteen only suspected, six asked about, four found, three being dealt with. */
const stages = [
  ...Array.from({ length: 14 }, () => 'suspect'),
  ...Array.from({ length: 6 }, () => 'inquiry'),
  ...Array.from({ length: 4 }, () => 'found'),
  ...Array.from({ length: 3 }, () => 'disposing'),
]

export function landParcels(today: IsoDate): LedgerSample {
  const random = randomOf('宗地库')
  const rows = sampleParcels().map((parcel, i): SampleRow => {
    const stage = parcel.idle === null ? (parcel.cleared ? 'cleared' : 'used') : (stages[parcel.idle] ?? 'suspect')
    return {
      values: {
        ...land(parcel, random, i),
        ...contract(parcel, today, random, i),
        ...handling(parcel, stage, today, random),
      },
      stage,
      stageSince: addDays(today, -random.int(10, parcel.idle === null ? 900 : 150)),
    }
  })
  return { library: 'land-parcels', rows }
}

function land(parcel: SampleParcel, random: Random, i: number): Record<string, SampleValue> {
  return {
    name: parcel.name,
    realEstate: parcel.key,
    use: i % 29 === 0 ? '仓储' : '工业',
    township: { unit: parcel.township },
    ...(parcel.inPark ? { park: { unit: 'S05' } } : {}),
    holder: parcel.holder,
    ...(parcel.firm ? { enterprise: { ref: 'enterprises', key: parcel.firm.code } } : {}),
    size: parcel.size,
    position: { point: parcel.place },
    outline: { polygon: [plotAround(parcel.place, parcel.size / 1_000_000, random.int(-40, 40) / 100)] },
    coordinates: '公开底图点选',
    mortgaged: random.next() < 0.28,
    seized: parcel.idle !== null && random.next() < 0.2,
  }
}

/** Granted, to be started within half a year and finished two years later, as contracts have it. */
function contract(parcel: SampleParcel, today: IsoDate, random: Random, i: number): Record<string, SampleValue> {
  const acres = parcel.size / 1_000_000
  const fresh = parcel.state === '在建'
  const years =
    parcel.firm && !fresh ? Math.max(1, Math.min(parcel.firm.age, random.int(2, 18))) : fresh ? 1 : random.int(3, 6)
  const year = documentYear(today) - years
  const grantedOn = `${year}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`
  const startDue = addMonths(grantedOn, 6)
  const intensity = random.int(180, 320)
  const promised = Math.round(acres * intensity)
  const never = parcel.state === '未动工'
  const half = parcel.state === '停建'
  return {
    contract: `青禾自然资合〔${year}〕${String(i + 1).padStart(3, '0')}号`,
    supervision: `000000${year}B${String(i + 1).padStart(5, '0')}`,
    manner: year < documentYear(today) - 15 ? '历史用地' : '出让',
    grantedOn,
    term: 50,
    price: wan(Math.round(acres * random.int(11, 16))),
    startDue,
    finishDue: addMonths(startDue, 24),
    intensity: intensity * 100,
    taxPromise: random.int(8, 15) * 100,
    investPromise: wan(promised),
    ...(never ? {} : { startedOn: addDays(startDue, random.int(-60, 120)) }),
    ...(never || half || fresh ? {} : { finishedOn: addMonths(startDue, random.int(16, 26)) }),
    dueSize: parcel.size,
    startedSize: never ? 0 : half ? mu(Math.floor(acres * random.int(12, 31)) / 100) : parcel.size,
    invested: wan(
      never
        ? 0
        : Math.round((promised * (half ? random.int(8, 23) : fresh ? random.int(20, 80) : random.int(84, 118))) / 100),
    ),
    ...(half ? { stoppedOn: addMonths(today, -random.int(13, 30)) } : {}),
    ...(never || half || fresh ? {} : { plotRatio: random.int(62, 168), coverage: percentOf(random.int(31, 58)) }),
    state: parcel.state,
  }
}

function handling(parcel: SampleParcel, stage: string, today: IsoDate, random: Random): Record<string, SampleValue> {
  if (parcel.idle === null)
    return parcel.cleared
      ? {
          finding: '认定为低效',
          cause: '没有',
          disposalPaper: `青自然资低效〔${Number(today.slice(0, 4)) - 1}〕${random.int(3, 60)}号`,
          disposal: random.pick(['转让', '嫁接重组', '追加投资']),
          handler: { unit: 'S05' },
        }
      : {}
  const found = stage === 'found' || stage === 'disposing'
  const low = parcel.state === '停产'
  return {
    finding: found ? (low ? '认定为低效' : '认定为闲置') : '未认定',
    ...(found ? { cause: random.next() < 0.25 ? '规划政策调整' : '没有' } : {}),
    ...(stage === 'disposing'
      ? {
          disposal: low ? '司法处置' : '督促开工',
          disposalPaper: `青自然资闲置〔${today.slice(0, 4)}〕${parcel.idle - 23}号`,
          disposalDue: addMonths(today, 4),
        }
      : {}),
    handler: { unit: parcel.inPark ? 'S05' : 'Z11' },
  }
}
