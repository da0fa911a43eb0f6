import * as fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { attributeOf, XmlScanner } from './scan-xml.ts'

type Seen = [string, string, string?][]

/** What our scanner sees, text joined, its input cut where `cuts` say. */
function scanned(xml: string, cuts: readonly number[] = []): Seen {
  const seen: Seen = []
  const scanner = new XmlScanner({
    open: (name, attributes) => seen.push(['open', name, attributeOf(attributes, 'a')]),
    close: (name) => seen.push(['close', name]),
    text: (value) => join(seen, value),
  })
  let from = 0
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    scanner.write(xml.slice(from, cut))
    from = Math.max(from, cut)
  }
  scanner.write(xml.slice(from))
  scanner.end()
  return seen
}

function join(seen: Seen, value: string): void {
  const last = seen.at(-1)
  if (last?.[0] === 'text') last[1] += value
  else if (value !== '') seen.push(['text', value])
}

/** The same from a parser that knows all of XML. */
function peer(xml: string): Seen {
  const seen: Seen = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => seen.push(['open', name, attributes.a]))
  parser.on('closetag', ({ name }) => seen.push(['close', name]))
  parser.on('text', (value) => join(seen, value))
  parser.on('cdata', (value) => join(seen, value))
  parser.write(xml).close()
  return seen.filter(([kind], index) => kind !== 'text' || (index > 0 && index < seen.length - 1))
}

const text = fc
  .array(
    fc.constantFrom(
      '甲',
      ' ',
      '\r\n',
      '\r',
      '\n',
      '&lt;',
      '&#x4e2d;',
      '&#65;',
      '&amp;',
      '>',
      '👩‍🌾',
      '<![CDATA[<x>&]]>',
      '<!-- <a> -->',
      '<?p a?>',
    ),
  )
  .map((parts) => parts.join(''))
const value = fc.constantFrom('', '1', "'", '>', '/>', ' a=', '&quot;', '甲 乙')
const attributes = fc
  .constantFrom('', ' ', ' b="1"', ' aa="x" ', ' b=" a=1" ')
  .chain((before) => fc.option(value).map((one) => (one === null ? before : `${before} a = "${one}"`)))
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc.oneof(
    { depthSize: 'small' },
    fc.tuple(fc.constantFrom('a', 'row', 'c'), attributes).map(([name, more]) => `<${name}${more}/>`),
    fc
      .tuple(fc.constantFrom('a', 'row', 'c'), attributes, fc.array(fc.oneof(text, tie('element')), { maxLength: 4 }))
      .map(([name, more, inside]) => `<${name}${more}>${inside.join('')}</${name} >`),
  ),
}))

describe('the scanner', () => {
  it('sees what a full parser sees, wherever its input is cut', () => {
    fc.assert(
      fc.property(element, fc.array(fc.nat(200), { maxLength: 6 }), (xml, cuts) => {
        const whole = `<?xml version="1.0"?>\n<root>${xml}</root>\n`
        expect(scanned(whole, cuts)).toEqual(peer(whole))
      }),
      { numRuns: 500 },
    )
  })

  it('finds an attribute by its own name alone', () => {
    const raw = ` xr:r="1" rr="2" s=' r="3"' x:r = "4" `
    expect([attributeOf(raw, 'r'), attributeOf(raw, 'rr'), attributeOf(raw, 's'), attributeOf(raw, 't')]).toEqual([
      '1',
      '2',
      ' r="3"',
      undefined,
    ])
  })
})
