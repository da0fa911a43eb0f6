// Tiles are a foreign host: it is named to the browser only where the operator has a key, and the key goes to nobody
// who has no session.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { clientOf, testCounty, testHouse, type TestCounty } from '../testing/harness.ts'
import { createApp } from './app.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let county: TestCounty
beforeAll(async () => {
  house = await testHouse()
  county = await testCounty(house)
})
afterAll(() => house.close())

it('knows no tiles and names no foreign host unless the operator says so', async () => {
  const client = await clientOf(house, county.people.dispatcher)
  expect((await client.get('/map-base')).body).toEqual({ tianditu: null })
  const page = await createApp(house).request('/api/v1/map-base')
  expect(page.status).toBe(401)
  expect(page.headers.get('Content-Security-Policy')).toContain("img-src 'self' data:;")
})

it('gives the key and the approval number to those who are logged in, and lets the tiles in', async () => {
  const config = { ...house.config, tiandituKey: '0123456789abcdef', mapApproval: '审图号样例' }
  const withTiles = { ...house, config }
  const client = await clientOf(withTiles, county.people.dispatcher)
  expect((await client.get('/map-base')).body).toEqual({
    tianditu: { key: '0123456789abcdef', approval: '审图号样例' },
  })
  const refused = await createApp(withTiles).request('/api/v1/map-base')
  expect(refused.status).toBe(401)
  expect(await refused.text()).not.toContain('0123456789abcdef')
  expect(refused.headers.get('Content-Security-Policy')).toContain("img-src 'self' data: https://t0.tianditu.gov.cn;")
})
