import { Circle, Fill, Stroke, Style, Text } from 'ol/style'
import { radiusOf, shortCount } from './window.ts'

const sans = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'
const brand = '#1d4f7c'
const paper = '#fdfcf9'

/** A quiet ground: the township's outline. Over tiles the ground is theirs, and only the line stays. */
export function groundStyle(tiles: boolean): Style {
  return new Style({
    stroke: new Stroke({ color: tiles ? '#7a6f55' : '#cbc4b3', width: 1.2, ...(tiles ? { lineDash: [5, 4] } : {}) }),
    ...(tiles ? {} : { fill: new Fill({ color: paper }) }),
  })
}

export function nameStyle(name: string, offsetY: number): Style {
  return new Style({
    text: new Text({
      text: name,
      offsetY,
      font: `13px ${sans}`,
      fill: new Fill({ color: '#6e695f' }),
      stroke: new Stroke({ color: paper, width: 3 }),
    }),
  })
}
/** Room for a name of so many characters in {@link nameStyle}. */
export const nameWidth = (name: string): number => name.length * 13 + 6

export function clusterStyle(n: number): Style {
  return new Style({
    image: new Circle({
      radius: radiusOf(n),
      fill: new Fill({ color: 'rgba(29, 79, 124, 0.86)' }),
      stroke: new Stroke({ color: 'rgba(255, 255, 255, 0.9)', width: 2 }),
    }),
    text: new Text({
      text: shortCount(n),
      font: `600 13px ${sans}`,
      fill: new Fill({ color: '#fff' }),
      offsetY: 1,
    }),
    zIndex: n,
  })
}

/** One record; its name beside it while there is room for names, more of it when it is chosen. */
export function pointStyle(colour: string, title: string | null, chosen: boolean): Style {
  return new Style({
    image: new Circle({
      radius: chosen ? 9 : 6.5,
      fill: new Fill({ color: colour }),
      stroke: new Stroke({ color: chosen ? '#1f2329' : '#fff', width: chosen ? 2.5 : 1.6 }),
    }),
    ...(title === null
      ? {}
      : {
          text: new Text({
            text: title.length > 16 ? `${title.slice(0, 15)}…` : title,
            font: `12.5px ${sans}`,
            textAlign: 'left',
            offsetX: 11,
            fill: new Fill({ color: '#1f2329' }),
            stroke: new Stroke({ color: '#fff', width: 3 }),
          }),
        }),
    zIndex: chosen ? 1e6 : 1,
  })
}

export function shapeStyle(colour: string): Style {
  return new Style({ stroke: new Stroke({ color: colour, width: 1.5 }), fill: new Fill({ color: `${colour}26` }) })
}

export const plain = brand
// From light to dark along the ladder, so that the order is seen without a legend; side exits are outside it.
const ramp = ['#7fb3d8', '#5b97c6', '#3f7fb3', '#2c689c', '#1d4f7c', '#143a5d', '#0c2740']
const outside = '#8a6d3b'

/** A colour for each stage, by id. */
export function stageColours(stages: readonly { id: string; exit: boolean }[]): ReadonlyMap<string, string> {
  const main = stages.filter((s) => !s.exit)
  return new Map(
    stages.map((s) => {
      if (s.exit) return [s.id, outside]
      const place = main.length < 2 ? 0 : main.indexOf(s) / (main.length - 1)
      return [s.id, ramp[Math.round(place * (ramp.length - 1))] ?? plain]
    }),
  )
}
