// Names of townships beside the circles, not under them: all in pixels, before anything is drawn.

export interface Circle {
  x: number
  y: number
  r: number
}
export interface Label {
  x: number
  y: number
  /** Width of the words. */
  width: number
}

const half = 9
const gap = 3

interface Rectangle {
  left: number
  right: number
  top: number
  bottom: number
}

/**
 * For each name how far it moves down (or up, negative) to be read; null: there is no room, it is left out. Names keep
 * to their own column, so that they stay within their township.
 */
export function placeLabels(labels: readonly Label[], circles: readonly Circle[]): readonly (number | null)[] {
  const taken: Rectangle[] = []
  return labels.map((label) => {
    const free = (move: number): boolean => {
      const box = boxOf(label, move)
      return !circles.some((c) => touches(c, box)) && !taken.some((other) => overlaps(other, box))
    }
    const inTheWay = circles.filter((c) => touches(c, boxOf(label, 0)))
    const moves = [0, ...inTheWay.flatMap((c) => [c.y + c.r + gap + half - label.y, c.y - c.r - gap - half - label.y])]
    const move = moves.find(free)
    if (move === undefined) return null
    taken.push(boxOf(label, move))
    return Math.round(move)
  })
}

const boxOf = ({ x, y, width }: Label, move: number): Rectangle => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y + move - half,
  bottom: y + move + half,
})
const overlaps = (a: Rectangle, b: Rectangle): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

function touches(circle: Circle, box: Rectangle): boolean {
  const dx = Math.max(box.left - circle.x, 0, circle.x - box.right)
  const dy = Math.max(box.top - circle.y, 0, circle.y - box.bottom)
  return dx * dx + dy * dy < circle.r * circle.r
}
