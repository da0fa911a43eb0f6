import { type ReactNode, useEffect, useState } from 'react'

/** A QR code as one drawn path. The encoder is fetched only when somebody binds a phone. */
export function QrCode({ text }: { text: string }): ReactNode {
  const [cells, setCells] = useState<boolean[][] | null>(null)
  useEffect(() => {
    let gone = false
    const draw = async (): Promise<void> => {
      const { encode } = await import('uqr')
      if (!gone) setCells(encode(text, { ecc: 'M', border: 2 }).data)
    }
    void draw()
    return () => {
      gone = true
    }
  }, [text])
  if (!cells) return <div className="qr" />
  const path = cells.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg className="qr" viewBox={`0 0 ${cells.length} ${cells.length}`} role="img" aria-label="两步验证的二维码">
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
