import { type ReactNode, type RefObject, useEffect, useSyncExternalStore } from 'react'
import { usePhone } from '../../ui/phone.ts'
import { cutPlaces, spotlight } from './spotlight.ts'

const name = 'spoke'

/**
 * Paints the words in the spotlight over the sheet. As a highlight of the browser's own the words need no elements, so
 * that opening a reason draws nothing anew; where it is missing the reason still quotes the words.
 */
export function SpokenWords({ sheet }: { sheet: RefObject<HTMLElement | null> }): ReactNode {
  const phone = usePhone()
  const lit = useSyncExternalStore(spotlight.subscribe, spotlight.get)
  // After every drawing of the paper: paragraphs come in portions, and their text nodes with them.
  useEffect(() => {
    if (!('highlights' in CSS)) return
    const places = [...lit.values()].flat()
    if (places.length === 0) {
      CSS.highlights.delete(name)
      return
    }
    const runs = [...(sheet.current?.querySelectorAll<HTMLElement>('[data-at]') ?? [])].flatMap((run) =>
      run.firstChild instanceof Text ? [{ node: run.firstChild, at: Number(run.dataset['at']) }] : [],
    )
    const pieces = cutPlaces(
      places,
      runs.map((run) => run.at),
      runs.map((run) => run.node.length),
    )
    const ranges = pieces.flatMap(({ at, start, end }) => {
      const node = runs[at]?.node
      return node
        ? [new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end })]
        : []
    })
    CSS.highlights.set(name, new Highlight(...ranges))
  })
  useEffect(() => {
    // Under the list of a phone the words stay where they are, and all reasons at once have no one place.
    if (phone || lit.size !== 1) return
    const first = [...lit.values()].flat()[0]?.start ?? -1
    const runs = [...(sheet.current?.querySelectorAll<HTMLElement>('[data-at]') ?? [])]
    runs
      .filter((run) => Number(run.dataset['at']) <= first)
      .at(-1)
      ?.scrollIntoView({ block: 'nearest' })
  }, [lit, phone, sheet])
  useEffect(() => () => void ('highlights' in CSS && CSS.highlights.delete(name)), [])
  return null
}
