import { addDays, addMonths, type IsoDate } from '@yipanqi/base'
import { randomOf } from '../../random.ts'
import { sampleFirms } from './firms.ts'
import { squareMetres } from './making.ts'
import { sampleParcels } from './parcels.ts'
import type { LedgerSample, SampleRow } from './types.ts'

/** 厂房库: 186 buildings, of which those of the state-owned group are let to the firms that rent. */
export function plants(today: IsoDate): LedgerSample {
  const random = randomOf('厂房')
  const group = sampleParcels().filter((p) => p.firm === null && p.idle === null)
  const firms = sampleParcels().filter((p) => p.firm?.aboveScale && p.state !== '在建')
  const renters = sampleFirms().filter((f) => f.rented > 0 && f.inPark)
  let next = 0
  const buildings = [
    ...group.flatMap((p, i) => Array.from({ length: i % 3 === 0 ? 4 : 3 }, () => p)),
    ...firms.slice(0, 59),
  ]
  const rows = buildings.map((parcel, i): SampleRow => {
    const floor = random.int(18, 120) * 100
    const own = parcel.firm !== null
    // Of every eight of the group's buildings one stands empty and two in part.
    const use = own
      ? i % 9 === 0
        ? '部分空置'
        : '自用'
      : i % 8 === 0
        ? '整栋空置'
        : i % 8 < 3
          ? '部分空置'
          : '全部出租'
    const lettable = own ? (use === '自用' ? 0 : Math.round(floor / 400) * 100) : floor
    const let_ =
      use === '全部出租'
        ? lettable
        : use === '部分空置' && !own
          ? Math.round((lettable * random.int(30, 80)) / 10_000) * 100
          : 0
    const tenant = let_ > 0 && next < renters.length ? renters[next++] : undefined
    return {
      values: {
        name: `${parcel.name}${own ? '厂房' : '标准厂房'}${i + 1}栋`,
        number: `CF-${String(i + 1).padStart(3, '0')}`,
        owner: parcel.holder,
        ...(parcel.firm ? { ownerFirm: { ref: 'enterprises', key: parcel.firm.code } } : {}),
        parcel: { ref: 'land-parcels', key: parcel.key },
        township: { unit: parcel.township },
        ...(parcel.inPark ? { park: { unit: 'S05' }, manager: { unit: 'S05' } } : {}),
        position: { point: parcel.place },
        state: use,
        storeys: own ? random.int(1, 3) : random.int(2, 5),
        load: random.pick([50, 75, 100, 150]),
        height: random.int(45, 98) * 10,
        crane: random.pick([0, 0, 30, 50, 100, 200]),
        electricity: random.pick([250, 400, 630, 800, 1250, 2000]),
        fire: random.pick(['丙', '丙', '丁', '丁', '戊']),
        environment: random.pick(['不接含电镀、化工', '不接废水直排', '可接一般加工', '不接喷涂']),
        floor: squareMetres(floor),
        lettable: squareMetres(lettable),
        let: squareMetres(let_),
        ...(tenant
          ? {
              tenant: tenant.name,
              tenantFirm: { ref: 'enterprises', key: tenant.code },
              letFrom: addMonths(today, -random.int(3, 60)),
            }
          : {}),
        ...(use === '整栋空置' || use === '部分空置' ? { vacantSince: addDays(today, -random.int(20, 700)) } : {}),
        ...(lettable > 0 ? { price: random.int(70, 135) * 10 } : {}),
      },
    }
  })
  return { library: 'plants', rows }
}
