import { chineseNumber, circled, letters, roman } from './number-formats.ts'
import { attribute, walkXml } from './xml.ts'

// Word keeps automatic numbers (一、, （一）, 1.) out of the text. Without them the outline of a speech is lost,
// so they are counted here as Word counts them: ECMA-376 part 1, 17.9.

interface Level {
  start: number
  format: string
  /** Pattern such as `（%1）` or `%1.%2`. */
  text: string
  suffix: string
  styleId: string | null
}

interface Instance {
  abstractId: string
  /** Levels whose count restarts when this instance is first used. */
  restarts: Map<number, number>
}

export interface Numbering {
  abstracts: Map<string, Map<number, Level>>
  instances: Map<string, Instance>
}

/** @param part `word/numbering.xml` */
export function readNumbering(part: Uint8Array): Numbering {
  const numbering: Numbering = { abstracts: new Map(), instances: new Map() }
  let levels: Map<number, Level> | null = null
  let level: Level | null = null
  let instance: Instance | null = null
  let overridden = 0
  walkXml(part, {
    open(tag) {
      const value = attribute(tag, 'val') ?? ''
      switch (tag.local) {
        case 'abstractNum':
          levels = new Map()
          numbering.abstracts.set(attribute(tag, 'abstractNumId') ?? '', levels)
          break
        case 'num':
          instance = { abstractId: '', restarts: new Map() }
          numbering.instances.set(attribute(tag, 'numId') ?? '', instance)
          break
        case 'abstractNumId':
          if (instance) instance.abstractId = value
          break
        case 'lvlOverride':
          overridden = toInt(attribute(tag, 'ilvl'), 0)
          break
        case 'startOverride':
          instance?.restarts.set(overridden, toInt(value, 1))
          break
        case 'lvl':
          level = { start: 1, format: 'decimal', text: '', suffix: 'tab', styleId: null }
          if (levels && !instance) levels.set(toInt(attribute(tag, 'ilvl'), 0), level)
          break
        case 'start':
          if (level) level.start = toInt(value, 1)
          break
        case 'numFmt':
          if (level) level.format = value
          break
        case 'lvlText':
          if (level) level.text = value
          break
        case 'suff':
          if (level) level.suffix = value
          break
        case 'pStyle':
          if (level) level.styleId = value
          break
      }
    },
    close(tag) {
      if (tag.local === 'abstractNum') levels = null
      else if (tag.local === 'num') instance = null
      else if (tag.local === 'lvl') level = null
    },
  })
  return numbering
}

/** @returns the level that a list ties to a paragraph style, 0 when it ties none */
export function levelOfStyle(numbering: Numbering, numId: string, styleId: string): number {
  const levels = numbering.abstracts.get(numbering.instances.get(numId)?.abstractId ?? '')
  for (const [index, level] of levels ?? []) if (level.styleId === styleId) return index
  return 0
}

/** One document's running counts; `next` is called once for each numbered paragraph, in order. */
export class NumberingCounter {
  readonly #numbering: Numbering
  /** Counts belong to the abstract list: two instances of it go on counting together. */
  readonly #counts = new Map<string, number[]>()
  readonly #used = new Set<string>()

  constructor(numbering: Numbering) {
    this.#numbering = numbering
  }

  /** @returns the label as printed before the paragraph, '' for bullets and unknown lists */
  next(numId: string, index: number): string {
    const instance = this.#numbering.instances.get(numId)
    const levels = instance && this.#numbering.abstracts.get(instance.abstractId)
    const level = levels?.get(index)
    if (!instance || !levels || !level) return ''

    const counts = this.#counts.get(instance.abstractId) ?? []
    this.#counts.set(instance.abstractId, counts)
    if (!this.#used.has(numId)) {
      this.#used.add(numId)
      for (const [at, start] of instance.restarts) counts[at] = start - 1
    }
    counts[index] = (counts[index] ?? level.start - 1) + 1
    counts.length = index + 1

    if (level.format === 'bullet' || level.format === 'none') return ''
    const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const other = levels.get(at)
      return other ? numeral(counts[at] ?? other.start, other.format) : ''
    })
    // A gap is drawn by a tab; in text it matters only where digits would run into digits.
    return level.suffix !== 'nothing' && /[\dA-Za-z]$/.test(label) ? `${label} ` : label
  }
}

function numeral(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'ideographDigital':
      return chineseNumber(value)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return circled(value)
    case 'upperLetter':
      return letters(value).toUpperCase()
    case 'lowerLetter':
      return letters(value)
    case 'upperRoman':
      return roman(value).toUpperCase()
    case 'lowerRoman':
      return roman(value)
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'ideographTraditional':
      return '甲乙丙丁戊己庚辛壬癸'[(value - 1) % 10] ?? String(value)
    default:
      return String(value)
  }
}

/** Attribute to a small whole number: hostile values must not become array indexes of a billion. */
export function toInt(value: string | undefined, fallback: number): number {
  const number = Number.parseInt(value ?? '', 10)
  return Number.isFinite(number) && number >= 0 && number <= 100_000 ? number : fallback
}
