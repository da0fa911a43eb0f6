import { describe, expect, it } from 'vitest'
import { inflateArchive } from './inflate.ts'
import { defaultLimits } from './limits.ts'
import { makeZip } from './testing/zip.ts'

const all = () => true

describe('archives under limits', () => {
  it('gives the entries asked for', async () => {
    const archive = await inflateArchive(makeZip({ 'a.xml': '<a/>', 'b.bin': 'b' }), defaultLimits, (name) =>
      name.endsWith('.xml'),
    )
    expect(archive.names).toEqual(['a.xml', 'b.bin'])
    expect([...archive.files.keys()]).toEqual(['a.xml'])
    expect(Buffer.from(archive.files.get('a.xml') ?? []).toString()).toBe('<a/>')
  })

  it('counts real bytes of entries that nobody asked for', async () => {
    const bytes = makeZip({ 'a.xml': '<a/>', 'zeros.bin': new Uint8Array(200_000_000) })
    expect(bytes.length).toBeLessThan(300_000)
    await expect(inflateArchive(bytes, defaultLimits, () => false)).rejects.toMatchObject({ code: 'bomb', status: 413 })
  })

  it('does not believe declared sizes', async () => {
    const bytes = makeZip({ 'zeros.xml': new Uint8Array(50_000_000) }, { declaredSize: 10 })
    await expect(inflateArchive(bytes, defaultLimits, all)).rejects.toMatchObject({ code: 'broken' })
  })

  it('looks at the ratio only beyond a floor', async () => {
    const regular = makeZip({ 'a.xml': '<a/>'.repeat(500_000) })
    expect(regular.length * 100).toBeLessThan(2_000_000)
    await expect(inflateArchive(regular, defaultLimits, all)).resolves.toBeDefined()
    await expect(inflateArchive(regular, { ...defaultLimits, ratioFloorBytes: 0 }, all)).rejects.toMatchObject({
      code: 'bomb',
    })
  })

  it('refuses too many entries', async () => {
    const bytes = makeZip(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${index}.xml`, ''])))
    await expect(inflateArchive(bytes, { ...defaultLimits, maxEntries: 20 }, all)).rejects.toMatchObject({
      code: 'bomb',
    })
  })

  it.each([
    ['a truncated zip', makeZip({ 'a.xml': '<a/>'.repeat(100) }).slice(0, -30)],
    [
      'a zip cut in the data',
      Buffer.concat([makeZip({ 'a.xml': 'x' }).slice(0, 10), makeZip({ 'a.xml': 'x' }).slice(20)]),
    ],
    ['only a signature', Buffer.from('PK\x03\x04', 'latin1')],
    ['a name that climbs out', makeZip({ '../a.xml': 'x' })],
  ])('refuses %s', async (_, bytes) => {
    await expect(inflateArchive(bytes, defaultLimits, all)).rejects.toMatchObject({ code: 'broken', status: 422 })
  })
})
