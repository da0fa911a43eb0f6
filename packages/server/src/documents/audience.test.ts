// Who sees a document follows who has a part in its matters, whenever that changes.
import type { DocumentDetail, Home, MatterDetail, MatterItem } from '@yipanqi/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientOf, testCounty, testHouse, type Client, type TestCounty } from '../testing/harness.ts'
import { act, stageDocument, troupeOf, type Troupe } from '../testing/stage.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let county: TestCounty
let troupe: Troupe
let town: Client

beforeAll(async () => {
  house = await testHouse()
  county = await testCounty(house)
  troupe = await troupeOf(house, county)
  town = await clientOf(house, county.people.townHead)
})
afterAll(() => house.close())

const sees = async (client: Client, document: DocumentDetail) =>
  (await client.get(`/documents/${document.id}`)).status === 200

describe('a unit that comes in', () => {
  it('while opinions are asked sees the document, and finds the question on its first screen', async () => {
    const document = await stageDocument(troupe, '新来', 'consulting')
    const matter = document.matters[1] as MatterItem
    expect(await sees(town, document)).toBe(false)
    const edited = await troupe.office.patch<MatterDetail>(`/matters/${matter.id}`, {
      version: matter.version,
      supports: [{ unit: county.units.town.id, part: '宣传' }],
    })
    expect(edited.status).toBe(200)
    expect(await sees(town, document)).toBe(true)
    const home = await town.get<Home>('/home')
    expect(home.body.waiting).toEqual([expect.objectContaining({ what: 'answer', document: document.id })])
    const said = await town.post(`/matters/${matter.id}/actions/answer`, {
      version: edited.body.version,
      opinion: 'agree',
    })
    expect(said.status).toBe(200)
    const left = await troupe.office.patch(`/matters/${matter.id}`, { version: edited.body.version, supports: [] })
    expect(left.status).toBe(200)
    expect(await sees(town, document)).toBe(false)
  })

  it('by an adjustment after issue sees the document, and the one that leaves no longer', async () => {
    const document = await stageDocument(troupe, '接手', 'issued')
    const matter = document.matters[1] as MatterItem
    await act(troupe.office, matter.id, 'adjust', {
      basis: '县委财经委会议纪要',
      approvedBy: '周测',
      lead: county.units.town.id,
    })
    expect(await sees(town, document)).toBe(true)
    expect((await troupe.gongxin.get(`/matters/${matter.id}`)).status).toBe(404)
    // 工信 still supports the first matter of the same document.
    expect(await sees(troupe.gongxin, document)).toBe(true)
  })

  it('by 归并 sees the second document that asks the same of it', async () => {
    const old = await stageDocument(troupe, '旧事', 'issued')
    const [force] = old.matters as [MatterItem]
    const fresh = await stageDocument(troupe, '新事', 'draft')
    const draft = fresh.matters[1] as MatterItem
    const [first] = fresh.matters as [MatterItem]
    const only = await troupe.office.patch(`/matters/${first.id}`, {
      version: first.version,
      lead: county.units.jinrong.id,
      supports: [],
    })
    expect(only.status).toBe(200)
    const merged = await troupe.office.post(`/matters/${force.id}/sources`, {
      version: force.version,
      draft: { id: draft.id, version: draft.version },
    })
    expect(merged.status).toBe(200)
    expect(await sees(troupe.fagai, fresh)).toBe(false)
    let { version } = (await troupe.office.get<DocumentDetail>(`/documents/${fresh.id}`)).body
    for (const verb of ['review', 'consult']) {
      const step = await troupe.office.post<DocumentDetail>(`/documents/${fresh.id}/actions/${verb}`, { version })
      expect([step.status, verb]).toEqual([200, verb])
      version = step.body.version
    }
    expect(await sees(troupe.fagai, fresh)).toBe(true)
    const detail = (await troupe.fagai.get<MatterDetail>(`/matters/${force.id}`)).body
    expect(detail.fullSources.map((s) => s.document).sort()).toEqual([old.id, fresh.id].sort())
  })
})
