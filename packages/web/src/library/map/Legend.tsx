import type { MapAnswer, MapBase } from '@yipanqi/model/libraries/records-api.ts'
import type { ReactNode } from 'react'
import type { LibraryView } from '../fields/view.ts'

interface Props {
  library: LibraryView
  answer: MapAnswer
  colours: ReadonlyMap<string, string>
  base: MapBase | undefined
}

/** What the colours mean, and whose map it is. */
export function Legend({ library, answer, colours, base }: Props): ReactNode {
  const here = new Set(answer.points.map((p) => p.stage))
  const stages = library.shape.stages.filter((s) => here.has(s.id))
  const tiles = base?.tianditu
  return (
    <div className="map-legend small">
      {stages.length > 0 && (
        <ul>
          {stages.map((stage) => (
            <li key={stage.id}>
              <i style={{ background: colours.get(stage.id) }} aria-hidden="true" />
              {stage.name}
            </li>
          ))}
        </ul>
      )}
      <p className="mute">
        {tiles
          ? `底图：天地图${tiles.approval ? ` ${tiles.approval}` : '（审图号未填，请系统管理员补）'}；乡镇轮廓为示意`
          : '乡镇轮廓为自绘示意，不作界线依据'}
      </p>
    </div>
  )
}
